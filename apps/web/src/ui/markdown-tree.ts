import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { mathFromMarkdown } from "mdast-util-math";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { math } from "micromark-extension-math";
import { withDoubleDollars } from "./tex-delimiters.ts";

/**
 * Parses Markdown with the tables, strikes and task lists of GitHub, and TeX's formulas.
 * Never fails: any text is some Markdown.
 */
export const markdownTree = (text: string) =>
  fromMarkdown(withDoubleDollars(text), {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), math({ singleDollarTextMath: false })],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      mathFromMarkdown(),
    ],
  });

export type Root = ReturnType<typeof markdownTree>;
/** Every kind of node that can stand in a tree. */
export type Nodes = Root | Root["children"][number];
export type Table = Extract<Nodes, { type: "table" }>;
