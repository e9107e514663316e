// What people copy into their pages. No inline style and no inline script: a strict policy lets it pass.
import type { BoardColumn, WidgetTheme } from "@agon/contract";
import { elementRelease } from "./element-release.ts";
import type { EmbedTarget } from "./embed-target.ts";

export interface EmbedOptions {
  readonly theme: WidgetTheme;
  /** Rows of a board, rounds of a bracket. */
  readonly limit: number;
  readonly columns: readonly BoardColumn[];
  /** Empty: nobody. */
  readonly highlight: string;
  readonly lang: string;
  readonly live: boolean;
  readonly compact: boolean;
  /** `#rrggbb`; empty: the site's own. */
  readonly accent: string;
}

export const defaultColumns: readonly BoardColumn[] = ["rank", "model", "interval", "rating", "votes"];
export const defaultLimit = { leaderboard: 10, bracket: 4 } as const;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Only what differs from the defaults of a frame. */
function parametersOf(target: EmbedTarget, options: EmbedOptions): URLSearchParams {
  const { theme, limit, columns, highlight, lang, live, compact, accent } = options;
  const given = new URLSearchParams();
  if (theme !== "auto") given.set("theme", theme);
  given.set("limit", String(limit));
  if (target.kind === "leaderboard" && columns.join() !== defaultColumns.join())
    given.set("columns", columns.join());
  if (highlight !== "") given.set("highlight", highlight);
  if (lang !== "en") given.set("lang", lang);
  if (!live) given.set("live", "0");
  if (compact) given.set("compact", "1");
  if (accent !== "") given.set("accent", accent.replace("#", ""));
  return given;
}

export const framePath = (target: EmbedTarget, options: EmbedOptions): string =>
  `/embed/v1/${target.kind}/${encodeURIComponent(target.id)}?${parametersOf(target, options)}`.replaceAll(
    "%2C",
    ",",
  );

/** Room for the head and a line for every model; a frame that tells its height may be lower. */
export const frameHeight = (target: EmbedTarget, { limit }: EmbedOptions): number =>
  target.kind === "bracket" ? 420 : 110 + 34 * Math.min(limit, Math.max(1, target.models.length));

export const frameSnippet = (origin: string, target: EmbedTarget, options: EmbedOptions): string =>
  `<iframe src="${escaped(origin + framePath(target, options))}" title="${escaped(target.title)}" width="100%" height="${frameHeight(target, options)}" loading="lazy" frameborder="0"></iframe>`;

export const pagePath = ({ kind, id }: EmbedTarget): string =>
  `/${kind === "leaderboard" ? "a" : "t"}/${encodeURIComponent(id)}`;

/** Attributes of the element, in the order in which they are written. */
export function elementAttributes(
  target: EmbedTarget,
  options: EmbedOptions,
): [name: string, value: string][] {
  const { theme, limit, columns, highlight, lang, live } = options;
  const all: [string, string][] = [
    [target.kind === "leaderboard" ? "arena" : "tournament", target.id],
    ["limit", String(limit)],
    ["theme", theme === "auto" ? "" : theme],
    ["columns", target.kind === "bracket" || columns.join() === defaultColumns.join() ? "" : columns.join()],
    ["highlight", highlight],
    ["lang", lang],
    ["live", live ? "" : "0"],
  ];
  return all.filter(([, value]) => value !== "");
}

export const elementName = ({ kind }: EmbedTarget): string => `agon-${kind}`;

export const scriptSnippet = (origin: string): string =>
  `<script async src="${origin}${elementRelease.path}" integrity="${elementRelease.integrity}" crossorigin="anonymous"></script>`;

export function elementSnippet(origin: string, target: EmbedTarget, options: EmbedOptions): string {
  const name = elementName(target);
  const attributes = elementAttributes(target, options).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const fallback = `<a href="${escaped(origin + pagePath(target))}">${escaped(target.title)}</a>`;
  return `${scriptSnippet(origin)}\n<${name}${attributes.join("")}>${fallback}</${name}>`;
}

export const badgePath = (arena: string, model: string, theme: WidgetTheme, form: "svg" | "json"): string =>
  `/badge/${encodeURIComponent(arena)}/${encodeURIComponent(model)}.${form}${form === "svg" && theme !== "auto" ? `?theme=${theme}` : ""}`;

export const badgeSnippet = (
  origin: string,
  target: EmbedTarget,
  model: string,
  theme: WidgetTheme,
): string =>
  `[![${target.title.replaceAll(/[[\]]/g, "")}](${origin}${badgePath(target.id, model, theme, "svg")})](${origin}${pagePath(target)})`;

export const shieldsAddress = (origin: string, target: EmbedTarget, model: string): string =>
  `https://img.shields.io/endpoint?url=${encodeURIComponent(origin + badgePath(target.id, model, "auto", "json"))}`;

export const oembedAddress = (origin: string, path: string, format: "json" | "xml"): string =>
  `${origin}/oembed?format=${format}&url=${encodeURIComponent(origin + path)}`;

export type EmbedForm = "frame" | "element" | "badge" | "link";

/** What a page's policy has to allow for each form. */
export const policyOf = (origin: string, form: EmbedForm): string =>
  ({
    frame: `frame-src ${origin}`,
    element: `script-src ${origin}/embed/; connect-src ${origin}/v1/`,
    badge: `img-src ${origin}`,
    link: `frame-src ${origin}`,
  })[form];
