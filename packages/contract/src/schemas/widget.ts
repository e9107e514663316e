// What the addresses of widgets take. They are documents for other people's pages, so they stand outside of `/v1`.
import { z } from "@hono/zod-openapi";
import { slug } from "./common.ts";

export const widgetTheme = z.enum(["auto", "light", "dark"]);
export type WidgetTheme = z.infer<typeof widgetTheme>;

export const boardColumn = z.enum([
  "rank",
  "model",
  "interval",
  "rating",
  "votes",
  "win_rate",
  "organization",
]);
export type BoardColumn = z.infer<typeof boardColumn>;

const onOff = z.enum(["0", "1"]);

/** Names with commas between them. */
const columns = z
  .string()
  .max(200)
  .transform((text) => text.split(",").map((name) => name.trim()))
  .pipe(z.array(boardColumn).min(1).max(boardColumn.options.length));

/** `/embed/v1/{leaderboard|bracket|match}/{id}`; a parameter left empty stands for its default. */
export const frameQuery = z.object({
  theme: widgetTheme.default("auto"),
  /** Rows of a board, rounds of a bracket counted from the final. */
  limit: z.coerce.number().int().min(1).max(100).optional(),
  columns: columns.optional(),
  /** The model that stands out. */
  highlight: slug.optional(),
  /** The language of the words; one that is not spoken here becomes English. */
  lang: z
    .string()
    .regex(/^[A-Za-z0-9-]{2,35}$/, "is no language tag")
    .default("en"),
  live: onOff.default("1"),
  compact: onOff.default("0"),
  /** Three or six hexadecimal digits, with or without `#`. */
  accent: z
    .string()
    .regex(/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, "is no colour of three or six hexadecimal digits")
    .optional(),
});
export type FrameQuery = z.output<typeof frameQuery>;

export const badgeQuery = z.object({ theme: widgetTheme.default("auto") });

/** oEmbed 1.0, a consumer's request. Any format may be asked for; those not spoken get 501. */
export const oembedQuery = z.object({
  url: z.string().min(1).max(2_000),
  maxwidth: z.coerce.number().int().min(1).max(100_000).optional(),
  maxheight: z.coerce.number().int().min(1).max(100_000).optional(),
  format: z.string().max(40).default("json"),
});

/** What may frame an arena's widgets: an origin, with `*.` before its host for all below it, or `*` for anybody. */
export const embedOrigin = z
  .string()
  .max(260)
  .regex(
    /^(?:\*|https?:\/\/(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)$/,
    "use an origin such as https://example.org or https://*.example.org, or *",
  );
