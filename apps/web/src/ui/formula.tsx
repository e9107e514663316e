import katex from "katex";

interface Props {
  tex: string;
  /** On a line of its own. */
  display: boolean;
}

/**
 * A formula as MathML, which browsers draw with their own fonts. The text is hostile: without trust KaTeX makes no
 * links, classes or pictures of it, and a formula that expands for ever ends as an error, which is shown as it was written.
 */
export default function Formula({ tex, display }: Props) {
  const html = katexOf(tex, display);
  if (html === null) return <code>{tex}</code>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it is given
  return <span className="formula" data-display={display} dangerouslySetInnerHTML={{ __html: html }} />;
}

const longestTex = 5_000;

function katexOf(tex: string, display: boolean): string | null {
  if (tex.length > longestTex) return null;
  try {
    return katex.renderToString(tex, {
      output: "mathml",
      displayMode: display,
      trust: false,
      strict: "ignore",
      maxExpand: 200,
      maxSize: 10,
    });
  } catch {
    return null;
  }
}
