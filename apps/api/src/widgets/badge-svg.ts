// The badge: arena at the left, standing at the right. It is an image in other people's pages, so it brings its own
// colours and widths and asks for nothing.
import type { WidgetTheme } from "@agon/contract";
import { html, raw } from "hono/html";

export interface BadgeText {
  readonly label: string;
  readonly message: string;
  /** The whole sentence, for readers and for screen readers. */
  readonly title: string;
  /** False: nothing is known, and the badge is grey. */
  readonly known: boolean;
}

const padding = 8;
const labelChars = 40;

/** Width in pixels at 11 px of Verdana or its like; the text is stretched to it wherever another face serves. */
function widthOf(char: string): number {
  if (/[ijl.,:;|!'()[\]I ]/.test(char)) return 4;
  if (/[mwMW@%]/.test(char)) return 10;
  if (/[A-Z0-9#–±]/.test(char)) return 7.2;
  return (char.codePointAt(0) ?? 0) > 0x2e80 ? 11 : 6.5;
}

const textWidth = (text: string): number =>
  Math.round([...text].reduce((sum, char) => sum + widthOf(char), 0));

const cut = (text: string): string => {
  const chars = [...text];
  return chars.length > labelChars ? `${chars.slice(0, labelChars - 1).join("")}…` : text;
};

const light = "--ink:#1e1b18;--paper:#fbf8f2;--raised:#f2ede3;--line:#d9d0c1";
const dark = "--ink:#f3ede2;--paper:#161412;--raised:#211e1b;--line:#3a342e";

const colours: Record<WidgetTheme, string> = {
  auto: `svg{${light}}@media(prefers-color-scheme:dark){svg{${dark}}}`,
  light: `svg{${light}}`,
  dark: `svg{${dark}}`,
};

const unknownColours = ".a{fill:#6b6b6b}.at{fill:#fff}.b{fill:#e4e4e4}.bt{fill:#555}";
const knownColours = ".a{fill:var(--ink)}.at{fill:var(--paper)}.b{fill:var(--raised)}.bt{fill:var(--ink)}";

export function badgeSvg({ label, message, title, known }: BadgeText, theme: WidgetTheme): string {
  const [left, right] = [cut(label), cut(message)];
  const [leftText, rightText] = [textWidth(left), textWidth(right)];
  const split = leftText + 2 * padding;
  const width = split + rightText + 2 * padding;
  const style = `${colours[theme]}${known ? knownColours : unknownColours}.e{fill:none;stroke:var(--line)}text{font:11px Verdana,DejaVu Sans,sans-serif}`;
  return String(
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${title}"><title>${title}</title><style>${raw(style)}</style><clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath><g clip-path="url(#r)"><rect class="a" width="${split}" height="20"/><rect class="b" x="${split}" width="${width - split}" height="20"/></g><rect class="e" x=".5" y=".5" width="${width - 1}" height="19" rx="3.5"/><text class="at" x="${padding}" y="14" textLength="${leftText}">${left}</text><text class="bt" x="${split + padding}" y="14" textLength="${rightText}">${right}</text></svg>`,
  );
}
