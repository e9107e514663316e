// The ways models write formulas, brought to the one that the Markdown parser reads: `$$...$$`.
// Source of the rule for single dollars: pandoc's tex_math_dollars (no space inside, no digit behind), and, as prices
// are more common than formulas, only what holds a sign of TeX or is one letter.

const piece =
  /(?<code>(`{3,}|~{3,})[\s\S]*?(?:\2|$)|`[^`\n]*`)|\\\[(?<shown>[\s\S]+?)\\\]|\\\((?<inline>[\s\S]+?)\\\)|(?<![\\$\w])\$(?![\s$])(?<dollars>[^$\n]+?)(?<![\s\\])\$(?![\d$])/g;

const isTex = (text: string): boolean => /[\\^_={}]|^[A-Za-z]$/.test(text);

/** Markdown with every formula between double dollars; code keeps every character. */
export function withDoubleDollars(text: string): string {
  return text.replaceAll(piece, (whole: string, ...rest: unknown[]) => {
    const { shown, inline, dollars } = rest.at(-1) as Record<string, string | undefined>;
    // A replacement function's result is taken as it is: `$$` stands for two dollars here.
    if (shown !== undefined) return `\n\n$$\n${shown.trim()}\n$$\n\n`;
    if (inline !== undefined) return `$$${inline.trim()}$$`;
    return dollars !== undefined && isTex(dollars) ? `$$${dollars}$$` : whole;
  });
}
