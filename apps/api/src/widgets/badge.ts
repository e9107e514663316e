// `/badge/{arena}/{model}.svg` and `.json`: where a model stands, for a README. Images cannot tell errors, so whatever
// goes wrong is a grey badge with status 200.
import { type BoardRow, badgeQuery, type WidgetTheme } from "@agon/contract";
import type { Context } from "hono";
import { arenaOf } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { Refusal, refuse } from "../http/problem.ts";
import { boardOf, plainBoard } from "../routes/leaderboard.ts";
import { type BadgeText, badgeSvg } from "./badge-svg.ts";
import { isSeen, keepWidget } from "./caching.ts";
import { readParameters } from "./parameters.ts";
import { rankRange, rounded } from "./words.ts";

type Form = "svg" | "json";

const unavailable: BadgeText = {
  label: "Agon",
  message: "unavailable",
  title: "Agon: this badge is unavailable",
  known: false,
};

function textOf(arena: string, row: BoardRow, models: number): BadgeText {
  const { name } = row.model;
  if (row.rating === null) {
    return {
      label: arena,
      message: "not rated yet",
      title: `${arena}: ${name} is not rated yet`,
      known: true,
    };
  }
  const rating = rounded(row.rating);
  const [lower, upper] = [rounded(row.lower ?? row.rating), rounded(row.upper ?? row.rating)];
  return {
    label: arena,
    message: `#${rankRange(row)} · ${rating} (${lower}–${upper})`,
    title: `${arena}: ${name} ranks ${rankRange(row)} of ${models} with a rating of ${rating}, between ${lower} and ${upper}`,
    known: true,
  };
}

/** Shields.io's endpoint schema, version 1. */
const shieldsOf = ({ label, message, known }: BadgeText) => ({
  schemaVersion: 1,
  label,
  message,
  color: known ? "a63c17" : "lightgrey",
  ...(known ? {} : { isError: true }),
});

function answer(c: Context<AppEnv>, form: Form, text: BadgeText, theme: WidgetTheme): Response {
  if (form === "json") return c.json(shieldsOf(text));
  c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  return c.body(badgeSvg(text, theme), 200, { "content-type": "image/svg+xml; charset=utf-8" });
}

/** `gpt-4.1.svg`: slugs have dots too. */
function fileOf(c: Context<AppEnv>): { model: string; form: Form } {
  const [, model = "", form] = /^(.+)\.(svg|json)$/.exec(c.req.param("file") ?? "") ?? [];
  if (form !== "svg" && form !== "json") throw refuse("not_found", "A badge ends in .svg or .json.");
  return { model, form };
}

async function known(c: Context<AppEnv>, model: string, form: Form): Promise<Response> {
  const { theme } = readParameters(c.req.raw, badgeQuery);
  const arena = await arenaOf(c.env, c.req.param("arena") ?? "");
  const view = await arena.referee.arena();
  if (view === null) throw refuse("arena_unknown", "There is no such arena.");
  if (await isSeen(c, arena, view.seq)) return c.body(null, 304);
  const { models } = await boardOf(c.env.DB, arena, plainBoard, view.seq);
  const row = models.find((one) => one.model.slug === model);
  if (row === undefined) throw refuse("model_unknown", "There is no such model.");
  return answer(c, form, textOf(view.title, row, models.length), theme);
}

export async function badge(c: Context<AppEnv>): Promise<Response> {
  const { model, form } = fileOf(c);
  try {
    return await known(c, model, form);
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(c.get("requestId"), error);
    keepWidget(c);
    c.header("etag", undefined);
    return answer(c, form, unavailable, "auto");
  }
}
