import { describe, expect, it } from "vitest";
import { emptyTerms, outcomeProbabilities, PAIR_MODELS, type PairMethod } from "./pair-models.ts";

const METHODS: readonly PairMethod[] = ["bradley-terry", "davidson", "rao-kupper"];

describe("duel laws", () => {
  it("give Rao-Kupper's outcomes for theta 5 (P. Rao & L. Kupper 1967, evaluated by hand)", () => {
    const equals = outcomeProbabilities("rao-kupper", 0, 5);
    expect([equals.win, equals.loss, equals.tie]).toEqual([
      expect.closeTo(1 / 6, 12),
      expect.closeTo(1 / 6, 12),
      expect.closeTo(2 / 3, 12),
    ]);
    const oneNat = outcomeProbabilities("rao-kupper", 1, 5);
    expect(oneNat.win).toBeCloseTo(0.352187, 6);
    expect(oneNat.loss).toBeCloseTo(0.068534, 5);
    expect(oneNat.tie).toBeCloseTo(0.579279, 6);
  });

  it("give Davidson's i : j : tie = p_i : p_j : nu sqrt(p_i p_j)", () => {
    const [pi, pj, nu] = [3, 0.7, 1.3];
    const { win, loss, tie } = outcomeProbabilities("davidson", Math.log(pi / pj), nu);
    const total = pi + pj + nu * Math.sqrt(pi * pj);
    expect([win, loss, tie]).toEqual([
      expect.closeTo(pi / total, 12),
      expect.closeTo(pj / total, 12),
      expect.closeTo((nu * Math.sqrt(pi * pj)) / total, 12),
    ]);
  });

  it("without ties are the logistic law of Bradley-Terry", () => {
    for (const d of [-30, -2, 0, 0.3, 30]) {
      const expected = 1 / (1 + Math.exp(-d));
      expect(outcomeProbabilities("bradley-terry", d).win).toBeCloseTo(expected, 12);
      expect(outcomeProbabilities("davidson", d, 0).win).toBeCloseTo(expected, 12);
    }
  });

  it.each(METHODS)("have the derivatives of their logs: %s", (method) => {
    const h = 1e-5;
    const at = (d: number, eta: number) => {
      const terms = emptyTerms();
      PAIR_MODELS[method].terms(d, eta, terms);
      return terms;
    };
    for (const [d, eta] of [
      [0, 0.4],
      [1.3, 0.9],
      [-2.2, 1.7],
    ] as const) {
      for (const outcome of ["win", "loss", "tie"] as const) {
        const here = at(d, eta)[outcome];
        const [up, down] = [at(d + h, eta)[outcome], at(d - h, eta)[outcome]];
        expect((up.log - down.log) / (2 * h)).toBeCloseTo(here.d, 7);
        expect((down.d - up.d) / (2 * h)).toBeCloseTo(here.dd, 7);
        if (!PAIR_MODELS[method].hasTie) continue;
        const [more, less] = [at(d, eta + h)[outcome], at(d, eta - h)[outcome]];
        expect((more.log - less.log) / (2 * h)).toBeCloseTo(here.eta, 7);
        expect((less.d - more.d) / (2 * h)).toBeCloseTo(here.dEta, 7);
        expect((less.eta - more.eta) / (2 * h)).toBeCloseTo(here.etaEta, 6);
      }
    }
  });

  it("stay finite 500 nats apart", () => {
    for (const method of METHODS) {
      const { win, loss, tie } = outcomeProbabilities(method, 500, 2);
      expect(win).toBeCloseTo(1, 12);
      expect(loss + tie).toBeCloseTo(0, 12);
    }
  });
});
