import { expect, it } from "vitest";
import { checkBudgets } from "./budgets.mjs";

const budget = (bytes: number | null) => ({ title: "it", limitBytes: 1024, measure: async () => bytes });

it("a budget holds up to its last byte and not beyond", async () => {
  expect(await checkBudgets([budget(1024)])).toEqual({ ok: true, text: "  it: 1.0 KiB of 1.0 KiB gzipped" });
  expect((await checkBudgets([budget(1024), budget(1025)])).ok).toBe(false);
});

it("what is not built is said to be so", async () => {
  expect(await checkBudgets([budget(null)])).toEqual({
    ok: true,
    text: "  it: not built of 1.0 KiB gzipped",
  });
});
