import type { Hono } from "hono";
import { arenaOf } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { refuse } from "../http/problem.ts";
import { tournamentOf } from "../http/tournaments.ts";

function checkUpgrade(request: Request): string {
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw refuse("upgrade_required", "This address is a live feed; open it as a WebSocket.");
  }
  const since = new URL(request.url).searchParams.get("since");
  if (since === null) return "";
  if (/^\d{1,15}$/.test(since)) return `?since=${since}`;
  throw refuse("parameter_invalid", "`since` is the seq of the last message seen, a whole number.", {
    errors: [{ pointer: "/since", detail: "is not a whole number" }],
  });
}

export function bindLive(app: Hono<AppEnv>): void {
  app.get("/live/arenas/:arena", async (c) => {
    const query = checkUpgrade(c.req.raw);
    const { referee } = await arenaOf(c.env, c.req.param("arena"));
    return referee.fetch(new Request(`https://referee/arena${query}`, c.req.raw));
  });
  app.get("/live/tournaments/:tournament", async (c) => {
    const query = checkUpgrade(c.req.raw);
    const { arena, number } = await tournamentOf(c.env, c.req.param("tournament"));
    const response = await arena.referee.fetch(
      new Request(`https://referee/tournament/${number}${query}`, c.req.raw),
    );
    if (response.status === 404) throw refuse("tournament_unknown", "There is no such tournament.");
    return response;
  });
}
