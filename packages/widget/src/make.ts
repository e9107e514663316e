type Child = Node | string;

const svgNames = new Set(["svg", "rect", "circle"]);

/** An element with its attributes and children; a text child is text, whatever it looks like. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Child[]
): Element {
  const element = svgNames.has(name)
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A link that leaves the page alone. */
export const link = (href: string, text: string): Element =>
  make("a", { href, target: "_blank", rel: "noopener", part: "link" }, text);
