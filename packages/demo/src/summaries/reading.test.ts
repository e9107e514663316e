import { describe, expect, it } from "vitest";
import { read, sentencesOf, summarise } from "./reading.ts";

describe("sentencesOf", () => {
  it("cuts after each closing mark that a capital follows", () => {
    expect(sentencesOf("Is it glass? It is not. It only looks like it!")).toEqual([
      "Is it glass?",
      "It is not.",
      "It only looks like it!",
    ]);
  });

  it("keeps a quotation with its sentence", () => {
    expect(sentencesOf('He wrote "It moves." Then he left.')).toEqual([
      'He wrote "It moves."',
      "Then he left.",
    ]);
  });

  it("does not cut inside a number or before a small letter", () => {
    expect(sentencesOf("It weighs 3.5 tons, i.e. a lorry load.")).toHaveLength(1);
  });
});

describe("read", () => {
  it("keeps stop words among the words and leaves them out of the terms", () => {
    const reading = read("The eels swim to the sea.");
    expect(reading.words).toEqual([["the", "eel", "swim", "to", "the", "sea"]]);
    expect(reading.terms).toEqual([["eel", "swim", "sea"]]);
  });
});

describe("summarise", () => {
  const passage = "One stands. Two walk. Three run.";

  it("puts the chosen sentences back into the order of the passage", () => {
    expect(summarise(passage, () => [2, 0], 2)).toBe("One stands. Three run.");
  });

  it("asks for no more sentences than the passage has", () => {
    expect(summarise(passage, (_, count) => [...Array(count).keys()], 9)).toBe(passage);
  });
});
