import { expect, test } from "vitest";
import { judgeByReference, normaliseAnswer } from "./reference.ts";

test("an output that matches stands above one that does not", () => {
  expect(judgeByReference(["Nike", "Adidas", "Nike"], "Nike", "exact")).toEqual([1, 3, 1]);
});

test("all outputs tie when every one or none matches", () => {
  expect(judgeByReference(["a", "a"], "a", "exact")).toEqual([1, 1]);
  expect(judgeByReference(["b", "c"], "a", "exact")).toEqual([1, 1]);
});

test("the exact match counts every character", () => {
  expect(judgeByReference(["nike", "Nike"], "Nike", "exact")).toEqual([2, 1]);
  expect(judgeByReference(["Nike ", "Nike"], "Nike", "exact")).toEqual([2, 1]);
});

test.each([
  ["case", "NIKE", "nike"],
  ["punctuation", "“Nike”.", "nike"],
  ["runs of white space", "  new\n\t york ", "New York"],
  ["compatibility forms", "ﬁve ２", "five 2"],
  ["letters in another dress", "ℌello", "hello"],
  ["composed and decomposed accents", "cafe\u0301", "café"],
  ["letters that fold to two", "Straße", "STRASSE"],
])("the normalised match does not count %s", (_, content, reference) => {
  expect(judgeByReference([content, "other"], reference, "normalised")).toEqual([1, 2]);
});

test("words stay apart where punctuation stood between them", () => {
  expect(normaliseAnswer("well-known")).toBe("well known");
});

test.each([
  ["-5", "5"],
  ["3.14", "3 14"],
  ["1/2", "1 2"],
  ["C++", "C"],
])("%s and %s are different answers", (content, reference) => {
  expect(normaliseAnswer(content)).not.toBe(normaliseAnswer(reference));
});

test("a sentence's marks around a number do not count", () => {
  expect(normaliseAnswer("It is (-5).")).toBe("it is -5");
  expect(normaliseAnswer("\u22125!")).toBe("-5");
});

test("an answer made of punctuation alone keeps it", () => {
  expect(judgeByReference(["?", "!"], "?", "normalised")).toEqual([1, 2]);
});
