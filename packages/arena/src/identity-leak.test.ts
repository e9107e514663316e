import { expect, it } from "vitest";
import { nameIn } from "./identity-leak.ts";

it("finds a name whatever its case, dashes and brackets", () => {
  expect(nameIn("I am GPT_4o (mini), how can I help?", ["gpt-4o mini"])).toBe("gpt-4o mini");
  expect(nameIn("von Ünïcode-Labs gemacht", ["ÜNÏCODE labs"])).toBe("ÜNÏCODE labs");
});

it("finds whole words alone, and no name shorter than three characters", () => {
  expect(nameIn("the llamas of Peru", ["Llama"])).toBeNull();
  expect(nameIn("B is the answer", ["B", null, ""])).toBeNull();
  expect(nameIn("a llama of Peru", [null, "Llama"])).toBe("Llama");
});
