import { describe, expect, it } from "vitest";
import { read } from "../reading.ts";
import { centroid } from "./centroid.ts";
import { luhn, significance } from "./luhn.ts";
import { sumBasic } from "./sum-basic.ts";

describe("luhn", () => {
  it("squares the significant words of a cluster and divides by its span", () => {
    // Places 0, 2 and 3: three words within four.
    expect(significance([0, 2, 3])).toBe(9 / 4);
  });

  it("joins words with four others between them and parts words with five", () => {
    expect(significance([0, 5])).toBe(4 / 6);
    expect(significance([0, 6])).toBe(1);
    expect(significance([])).toBe(0);
  });

  it("prefers the sentence where repeated words stand close together", () => {
    const reading = read("The kiln is hot. Glass melts in a kiln. Glass cools in that old kiln.");
    // Significant: kiln, glass. Their clusters: 1/1, 4/5 and 4/6.
    expect(luhn(reading, 3)).toEqual([0, 1, 2]);
    expect(luhn(read("Nothing repeats here. Glass kiln. Kiln glass."), 1)).toEqual([1]);
  });
});

describe("sumBasic", () => {
  it("turns to a new word once a frequent one is used", () => {
    // p: sea .4, salt .2, fish .4. The second sentence wins with .4; squared, sea and fish fall to .16,
    // so that salt leads and the first sentence is next.
    expect(sumBasic(read("Sea salt. Sea fish. Fish."), 2)).toEqual([1, 0]);
  });

  it("takes a sentence with the likeliest word before a better mean without it", () => {
    // p: sea 3/11, gull 2/11, others 1/11. A sentence with the sea has mean 5/33, a gull alone 6/33.
    const reading = read("Gull. Sea fog salt. Sea rain wind. Sea moon star. Gull.");
    expect(sumBasic(reading, 1)).toEqual([1]);
  });
});

describe("centroid", () => {
  it("lets likeness to the first sentence outweigh an earlier place", () => {
    // Values .869, 1, .869; places 1, 2/3, 1/3; likeness 1, 0, 1/2: 2.869, 1.667 and 1.702 in all.
    expect(centroid(read("Amber bronze. Copper delft. Amber enamel."), 2)).toEqual([0, 2]);
  });
});
