import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import { Fragment, type ReactNode } from "react";

const lowlight = createLowlight({
  bash,
  c,
  cpp,
  css,
  diff,
  go,
  java,
  javascript,
  json,
  python,
  rust,
  sql,
  typescript,
  xml,
  yaml,
});

type Tree = ReturnType<typeof lowlight.highlight>;
type Node = Tree["children"][number];

interface Props {
  text: string;
  /** The word behind the fence. */
  language: string | null | undefined;
}

const longestCode = 50_000;

const classOf = (node: Node): string | undefined =>
  node.type === "element" && Array.isArray(node.properties.className)
    ? node.properties.className.join(" ")
    : undefined;

const draw = (nodes: readonly Node[]): ReactNode =>
  nodes.map((node, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    if (node.type === "text") return <Fragment key={at}>{node.value}</Fragment>;
    if (node.type !== "element") return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <span key={at} className={classOf(node)}>
        {draw(node.children)}
      </span>
    );
  });

/** Code in the colours of its language; without a known language it is plain, never guessed. */
export default function HighlightedCode({ text, language }: Props) {
  const known = language && text.length <= longestCode && lowlight.registered(language.toLowerCase());
  return <code>{known ? draw(lowlight.highlight(language.toLowerCase(), text).children) : text}</code>;
}
