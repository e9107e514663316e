/** The part of a Markdown tree this needs. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

function rewrite(node: Node): void {
  if (node.type === "html") node.type = "text";
  for (const child of node.children ?? []) rewrite(child);
}

/** A remark plugin: raw HTML in an output is read by the voter, not by the browser. */
export const htmlAsText = () => rewrite;
