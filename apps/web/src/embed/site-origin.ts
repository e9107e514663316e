import { headers } from "next/headers";

/** The origin the page was asked at; the Worker says it, and `next dev` is asked at its own host. */
export async function siteOrigin(): Promise<string> {
  const given = await headers();
  return given.get("x-agon-origin") ?? `http://${given.get("host") ?? "localhost"}`;
}
