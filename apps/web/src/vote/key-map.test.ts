import { expect, it } from "vitest";
import { actionOf, countsAsShortcut, keyLabel, keysOf, keyTakenBy } from "./key-map.ts";

const press = (key: string, more = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  focus: "body",
  ...more,
});

it("knows two keys for each side and for both kinds of draw", () => {
  expect(
    ["1", "ArrowLeft", "2", "ArrowRight", "3", "ArrowUp", "4", "ArrowDown"].map((key) => actionOf(key, {})),
  ).toEqual(["a", "a", "b", "b", "tie", "tie", "bothBad", "bothBad"]);
});

it("takes letters in either case", () => {
  expect(actionOf("S", {})).toBe("skip");
  expect(actionOf("n", {})).toBe("next");
});

it("lets a voter's own key replace the standard ones", () => {
  const own = { skip: "x" } as const;
  expect(actionOf("x", own)).toBe("skip");
  expect(actionOf("s", own)).toBeNull();
  expect(keysOf("skip", own)).toEqual(["x"]);
});

it("names the action that has a key already", () => {
  expect(keyTakenBy("n", "skip", {})).toBe("next");
  expect(keyTakenBy("s", "skip", {})).toBeNull();
});

it.each([
  { ctrlKey: true },
  { metaKey: true },
  { altKey: true },
  { repeat: true },
  { focus: "input" },
  { focus: "editable" },
])("ignores keys with %o", (more) => {
  expect(countsAsShortcut(press("1", more))).toBe(false);
});

it("leaves Enter to the focused button, but not the other keys", () => {
  expect(countsAsShortcut(press("Enter", { focus: "button" }))).toBe(false);
  expect(countsAsShortcut(press("Enter"))).toBe(true);
  expect(countsAsShortcut(press("1", { focus: "button" }))).toBe(true);
});

it("writes arrows and Enter as signs", () => {
  expect(["ArrowLeft", "Enter", "s"].map(keyLabel)).toEqual(["←", "↵", "S"]);
});
