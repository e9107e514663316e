import { Fragment, lazy, type ReactNode, Suspense, useMemo } from "react";
import { markdownTree, type Nodes, type Root, type Table } from "./markdown-tree.ts";

// Only texts with code or formulas load what draws them; until then they stand as they were written.
const HighlightedCode = lazy(() => import("./highlighted-code.tsx"));
const Formula = lazy(() => import("./formula.tsx"));

interface Settings {
  /** Stands where the model's text wants a picture; pictures from elsewhere are never loaded. */
  readonly hiddenImage: string;
  /** False before a vote: links are shown as text, so that nothing leads away or gives a name away. */
  readonly links: boolean;
}

interface Context extends Settings {
  /** Addresses of `[text][name]` links, by name. */
  readonly targets: ReadonlyMap<string, string>;
}

/** A node is known by where it begins. */
const keyOf = (node: Nodes): number | undefined => node.position?.start.offset;

const safeAddress = /^(?:https?:\/\/|mailto:)/i;

function Link({
  address,
  context,
  children,
}: {
  address: string | undefined;
  context: Context;
  children: ReactNode;
}) {
  if (!context.links || address === undefined || !safeAddress.test(address))
    return <span className="underline decoration-line">{children}</span>;
  return (
    <a href={address} rel="nofollow noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}

const hidden = (alt: string | null | undefined, context: Context) => (
  <span className="text-muted">
    {context.hiddenImage} {alt}
  </span>
);

function tableOf(table: Table, context: Context): ReactNode {
  const [head, ...body] = table.children;
  const cells = (row: Table["children"][number] | undefined, Cell: "th" | "td") =>
    row?.children.map((cell) => (
      <Cell key={keyOf(cell)} scope={Cell === "th" ? "col" : undefined}>
        {inside(cell, context)}
      </Cell>
    ));
  return (
    <table>
      <thead>
        <tr>{cells(head, "th")}</tr>
      </thead>
      <tbody>
        {body.map((row) => (
          <tr key={keyOf(row)}>{cells(row, "td")}</tr>
        ))}
      </tbody>
    </table>
  );
}

const inside = (node: Nodes, context: Context): ReactNode =>
  "children" in node
    ? node.children.map((child) => <Fragment key={keyOf(child)}>{draw(child, context)}</Fragment>)
    : null;

/** Every kind of node that is drawn; what is not named here is left out. */
function draw(node: Nodes, context: Context): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    // Raw HTML is read by the voter, not by the browser.
    case "html":
      return node.value;
    case "paragraph":
      return <p>{inside(node, context)}</p>;
    // Headings of an output are not headings of the page.
    case "heading":
      return <p className="font-semibold">{inside(node, context)}</p>;
    case "emphasis":
      return <em>{inside(node, context)}</em>;
    case "strong":
      return <strong>{inside(node, context)}</strong>;
    case "delete":
      return <del>{inside(node, context)}</del>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return (
        <pre>
          <Suspense fallback={<code>{node.value}</code>}>
            <HighlightedCode text={node.value} language={node.lang} />
          </Suspense>
        </pre>
      );
    case "inlineMath":
    case "math":
      return (
        <Suspense fallback={<code>{node.value}</code>}>
          <Formula tex={node.value} display={node.type === "math"} />
        </Suspense>
      );
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "blockquote":
      return <blockquote>{inside(node, context)}</blockquote>;
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1}>{inside(node, context)}</ol>
      ) : (
        <ul>{inside(node, context)}</ul>
      );
    case "listItem":
      return (
        <li>
          {typeof node.checked === "boolean" && (node.checked ? "☑ " : "☐ ")}
          {inside(node, context)}
        </li>
      );
    case "table":
      return tableOf(node, context);
    case "link":
      return (
        <Link address={node.url} context={context}>
          {inside(node, context)}
        </Link>
      );
    case "linkReference":
      return (
        <Link address={context.targets.get(node.identifier)} context={context}>
          {inside(node, context)}
        </Link>
      );
    case "image":
    case "imageReference":
      return hidden(node.alt, context);
    default:
      return null;
  }
}

const targetsOf = (root: Root): ReadonlyMap<string, string> =>
  new Map(root.children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url]] : [])));

/**
 * A model's text as Markdown. The tree is drawn node by node from a list of kinds, so that nothing hostile
 * can stand in it: no HTML, no address but http, https and mailto, no picture from elsewhere.
 */
export default function MarkdownText({ text, ...settings }: Settings & { text: string }) {
  const root = useMemo(() => markdownTree(text), [text]);
  return (
    <div className="markdown" dir="auto">
      {inside(root, { ...settings, targets: targetsOf(root) })}
    </div>
  );
}
