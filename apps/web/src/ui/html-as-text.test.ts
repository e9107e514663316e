import { expect, it } from "vitest";
import { htmlAsText } from "./html-as-text.ts";

it("turns raw HTML into text at every depth and leaves the rest", () => {
  const tree = {
    type: "root",
    children: [
      {
        type: "paragraph",
        children: [
          { type: "html", value: "<b>" },
          { type: "text", value: "x" },
        ],
      },
      { type: "html", value: "<script>" },
    ],
  };
  htmlAsText()(tree);
  expect(tree.children.map((node) => node.type)).toEqual(["paragraph", "text"]);
  expect(tree.children[0]?.children?.map((node) => node.type)).toEqual(["text", "text"]);
});
