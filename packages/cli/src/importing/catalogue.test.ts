import { expect, test } from "vitest";
import { Catalogue } from "./catalogue.ts";
import type { ModelRecord, PromptRecord } from "./record.ts";

const model = (name: string, key = name): ModelRecord => ({ kind: "model", key, name });
const prompt = (text: string, label?: string): PromptRecord => ({
  kind: "prompt",
  key: label ?? text,
  text,
  label,
});

test("names that would share a slug get different ones, the same in every run", () => {
  const slugs = () => {
    const catalogue = new Catalogue();
    return ["GPT 4", "gpt-4", "GPT-4!"].map((name) => catalogue.enterModel(model(name)));
  };
  const [first, second, third] = slugs();
  expect(first).toBe("gpt-4");
  expect(second).toMatch(/^gpt-4-[0-9a-f]{6}$/);
  expect(third).toMatch(/^gpt-4-[0-9a-f]{6}$/);
  expect(second).not.toBe(third);
  expect(slugs()).toEqual([first, second, third]);
});

test("a second import finds every model under the slug of the first, whatever comes first now", () => {
  const before = new Catalogue();
  const names = ["GPT 4", "gpt-4", "모델"];
  const slugs = names.map((name) => before.enterModel(model(name)));
  const after = new Catalogue();
  names.forEach((name, at) => {
    after.addStoredModel(slugs[at] ?? "", name);
  });
  expect(names.toReversed().map((name) => after.enterModel(model(name)))).toEqual(slugs.toReversed());
  expect(slugs.every((slug) => after.isStoredModel(slug))).toBe(true);
});

test("a name that is a stored model's slug means that model", () => {
  const catalogue = new Catalogue();
  catalogue.addStoredModel("gpt-4", "GPT-4 of OpenAI");
  expect(catalogue.enterModel(model("gpt-4"))).toBe("gpt-4");
});

test("the same text is the same prompt, another text with the same beginning is not", () => {
  const catalogue = new Catalogue();
  const opening = "Write a long and very detailed essay about the history of the bicycle in Europe, ";
  const slugs = [`${opening}part 1`, `${opening}part 2`, `${opening}part 1`].map((text) =>
    catalogue.enterPrompt(prompt(text)),
  );
  expect(slugs[0]).toBe(slugs[2]);
  expect(slugs[1]).not.toBe(slugs[0]);
});

test("labelled prompts with the same text stay apart", () => {
  const catalogue = new Catalogue();
  expect(catalogue.enterPrompt(prompt("Hi", "q1"))).toBe("q1");
  expect(catalogue.enterPrompt(prompt("Hi", "q2"))).toBe("q2");
});

test("a label whose slug stands for another text in the arena gets a slug of its own", () => {
  const catalogue = new Catalogue();
  catalogue.addStoredPrompt("q1", "Another text");
  const slug = catalogue.enterPrompt(prompt("Hi", "q1"));
  expect(slug).toMatch(/^q1-[0-9a-f]{6}$/);
  expect(catalogue.isStoredPrompt(slug)).toBe(false);
});

test("a label with two texts in one source is refused", () => {
  const catalogue = new Catalogue();
  catalogue.enterPrompt(prompt("Hi", "q1"));
  expect(() => catalogue.enterPrompt(prompt("Ho", "q1"))).toThrow("another text");
});

test("what was never entered has no slug", () => {
  const catalogue = new Catalogue();
  expect(() => catalogue.modelSlug("x")).toThrow('no model "x"');
  expect(() => catalogue.promptSlug("x")).toThrow('no prompt "x"');
});
