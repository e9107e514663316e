import { expect, it } from "vitest";
import { de } from "../messages/de.ts";
import { en } from "../messages/en.ts";
import { rulingText } from "./ruling-text.ts";

const names = ["Ada", "Bee", "Cid"];
const at = "2026-03-01T10:00:00.000Z";

it("tells the order an operator gave, and why", () => {
  const ruling = { seq: 9, kind: "ranks" as const, ranks: [2, 1, 2], reason: "The seats were swapped.", at };
  expect(rulingText(ruling, names, en.bracket.match)).toBe(
    "An operator ruled Bee > Ada = Cid: The seats were swapped.",
  );
});

it("tells that a match was made void, also without a reason", () => {
  const ruling = { seq: 9, kind: "void" as const, ranks: null, reason: null, at };
  expect(rulingText(ruling, names, en.bracket.match)).toBe("An operator ruled the match void.");
  expect(rulingText(ruling, names, de.bracket.match)).toBe(
    "Die Leitung erklärte die Begegnung für ungültig.",
  );
});
