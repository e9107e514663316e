// Pages of a list: an opaque cursor says where the next one begins.
import type { Context } from "hono";
import type { AppEnv } from "./context.ts";
import { refuse } from "./problem.ts";

const defaultLimit = 100;

export interface Paging {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const encode = (position: number): string => btoa(`after:${position}`).replaceAll("=", "");

/** The position a cursor stands for; 0 without one. */
export function positionOf({ cursor }: Paging): number {
  if (cursor === undefined) return 0;
  let text = "";
  try {
    text = atob(cursor);
  } catch {
    text = "";
  }
  const position = /^after:(\d{1,15})$/.exec(text)?.[1];
  if (position === undefined) {
    throw refuse("parameter_invalid", "The cursor is not one that was given out here.", {
      errors: [{ pointer: "/cursor", detail: "is not a cursor of this list" }],
    });
  }
  return Number(position);
}

export const limitOf = ({ limit }: Paging): number => limit ?? defaultLimit;

/** The cursor of the next page, with its `Link` header set. */
export function nextCursor(c: Context<AppEnv>, position: number | null): string | null {
  if (position === null) return null;
  const cursor = encode(position);
  const url = new URL(c.req.url);
  url.searchParams.set("cursor", cursor);
  c.header("link", `<${url.pathname}${url.search}>; rel="next"`);
  return cursor;
}

/** A page out of a whole list. */
export function pageOf<T>(c: Context<AppEnv>, all: readonly T[], paging: Paging, defaultSize = defaultLimit) {
  const from = positionOf(paging);
  const to = from + (paging.limit ?? defaultSize);
  return { data: all.slice(from, to), next_cursor: nextCursor(c, to < all.length ? to : null) };
}
