const svgStart = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i;

/** True when a stored text is an SVG drawing. */
export const isSvg = (content: string): boolean => svgStart.test(content);

/** An SVG as the address of an `<img>`: there it can neither run scripts nor load anything. */
const svgAddress = (content: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`;

/** The address of a stored file of this site, or null: files of other hosts are never loaded. */
export const storedFile = (address: string | null): string | null =>
  address?.startsWith("/") && !address.startsWith("//") ? address : null;

/** The picture of an output, or null when it is a text. */
export function pictureOf(output: { content: string | null; media_url: string | null }): string | null {
  if (output.content !== null) return isSvg(output.content) ? svgAddress(output.content) : null;
  return storedFile(output.media_url);
}
