import { expect, it } from "vitest";
import { de } from "../messages/de.ts";
import { en } from "../messages/en.ts";
import { findingText } from "./finding-text.ts";

const finding = {
  code: "position_first",
  values: { kind: "human", share: 0.6234, lower: 0.55, upper: 0.69, decided: 1234 },
};

it("writes shares in per cent and counts as the language writes them", () => {
  expect(findingText("en", finding, en.analyses.findings, en.board.judges)).toMatch(
    /^People .*62% .*55% .*69%.*1,234/,
  );
  expect(findingText("de", finding, de.analyses.findings, de.board.judges)).toMatch(
    /^Menschen .*62\s% .*55\s% .*69\s%.*1\.234/,
  );
});

it("keeps two digits of what is no share", () => {
  const weak = {
    code: "agreement_weak",
    values: { judge: "g", share: 0.5, items: 40, kappa: 0.1, lower: -0.05, upper: 0.25 },
  };
  expect(findingText("en", weak, en.analyses.findings, {})).toContain("0.10");
});

it("has no place in any sentence that no language fills", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const codes = Object.keys(en.analyses.findings) as (keyof typeof en.analyses.findings)[];
  for (const code of codes) {
    expect(new Set(places(de.analyses.findings[code])), code).toEqual(
      new Set(places(en.analyses.findings[code])),
    );
  }
});

it("shows the code of a finding that it has no words for", () => {
  expect(findingText("en", { code: "position_new", values: {} }, en.analyses.findings, {})).toBe(
    "position_new",
  );
});
