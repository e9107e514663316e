import { expect, it } from "vitest";
import { resultsPage } from "./results-page.mjs";

it("the results page names its command, its tables and what they assume", () => {
  const rows = [
    { work: "a | b", target: "", met: "yes" },
    { work: "c", figure: 3 },
  ];
  const page = resultsPage([{ name: "rating", title: "Raters", notes: ["Seed 1."], rows }]);
  expect(page).toContain("`npm run bench -- rating --markdown`");
  expect(page).toContain(
    [
      "## Raters",
      "",
      "| work | target | met | figure |",
      "| --- | --- | --- | --- |",
      "| a \\| b |  | yes |  |",
      "| c |  |  | 3 |",
      "",
      "- Seed 1.",
    ].join("\n"),
  );
});
