const svgStart = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i;

/** True when a stored text is an SVG drawing. */
export const isSvg = (content: string): boolean => svgStart.test(content);

/** An SVG as the address of an `<img>`: there it can neither run scripts nor load anything. */
const svgAddress = (content: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`;

/** The picture of an output, or null when it is a text. Media of other hosts are not loaded. */
export function pictureOf(output: { content: string | null; media_url: string | null }): string | null {
  if (output.content !== null) return isSvg(output.content) ? svgAddress(output.content) : null;
  return output.media_url?.startsWith("/") && !output.media_url.startsWith("//") ? output.media_url : null;
}
