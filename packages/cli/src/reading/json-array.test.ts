import fc from "fast-check";
import { expect, test } from "vitest";
import { ArraySplitter } from "./json-array.ts";

function split(text: string, chunkBytes = 1 << 20) {
  const splitter = new ArraySplitter();
  const bytes = Buffer.from(text);
  const elements = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    elements.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  }
  splitter.end();
  return elements;
}

test("every element comes with the line it begins on", () => {
  expect(split('[\n{"a": 1},\n\n  {"a":\n2}, 3\n]\n')).toEqual([
    { line: 2, text: '{"a": 1}' },
    { line: 4, text: '{"a":\n2}' },
    { line: 5, text: "3" },
  ]);
});

test("an empty array has no element", () => {
  expect(split(" [ \n ] ")).toEqual([]);
});

test("any array, cut anywhere, gives the values that JSON.parse gives", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (values, size, wide) => {
        const text = JSON.stringify(values, null, wide ? 2 : 0);
        const parsed = split(text, size).map((element) => JSON.parse(element.text));
        expect(parsed).toEqual(JSON.parse(text));
      },
    ),
  );
});

test("brackets and quotes inside strings are only text", () => {
  expect(split('["]", "\\"],[", "\\\\"]').map(({ text }) => JSON.parse(text))).toEqual(["]", '"],[', "\\"]);
});

test("a broken element does not hide the ones after it", () => {
  expect(split('[\n{"a": nope},\n{"a": 2}\n]').map(({ line, text }) => [line, text])).toEqual([
    [2, '{"a": nope}'],
    [3, '{"a": 2}'],
  ]);
});

test("a missing element is an element of no text", () => {
  expect(split("[1,,2]").map(({ text }) => text)).toEqual(["1", "", "2"]);
  expect(split("[1,]").map(({ text }) => text)).toEqual(["1", ""]);
});

test("an array that never ends is an error at the line of the open element", () => {
  expect(() => split('[1,\n{"a": 1')).toThrow("line 2: the file ends");
  expect(() => split("[1,\n")).toThrow("line 2: the file ends");
});

test("whatever follows the array is an error with its line", () => {
  expect(() => split("[1]\n[2]")).toThrow("line 2: something follows");
});
