import { ApiError, type Client, createClient, type Fetch } from "@agon/contract/client";
import { getCloudflareContext } from "@opennextjs/cloudflare";
import { notFound } from "next/navigation";
import { cache } from "react";

/** What the Worker's entry hands to the site: the API, called in process. */
interface SiteEnv {
  readonly API?: { fetch: Fetch };
}

function apiFetch(): Fetch {
  // `next dev` runs outside of the Worker and asks a running one.
  const origin = process.env.AGON_API_ORIGIN;
  if (origin) return (path, init) => fetch(origin + path, { ...init, cache: "no-store" });
  const { API } = getCloudflareContext().env as SiteEnv;
  if (!API) throw new Error("The site runs inside of Agon's Worker, which passes the API as env.API");
  return (path, init) => API.fetch(path, init);
}

/** The API for server components; one per request. */
export const api = cache((): Client => createClient(apiFetch()));

/** Waits for an answer; a 404 of the API becomes the page that says so. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) notFound();
    throw error;
  }
}

/** The arena of a page; asked once for layout, metadata and page together. */
export const arenaOf = cache((slug: string) => orNotFound(api().arena(slug)));

export const tournamentOf = cache((id: string, group?: string) =>
  orNotFound(api().tournament(id, group === undefined ? {} : { group })),
);
