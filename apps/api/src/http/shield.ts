// Cloudflare's Rate Limiting binding in front of the API: a shield per network address and location, approximate by
// design. Quotas that must be exact stand elsewhere (ballots: the referee's own storage).
import type { Context } from "hono";
import type { AppEnv } from "./context.ts";
import { refuse } from "./problem.ts";

const windowS = 60;

/** The limits of wrangler.toml, repeated here because a binding does not tell its own. */
const kinds = {
  reads: { binding: "READ_LIMIT", limit: 1_200 },
  writes: { binding: "WRITE_LIMIT", limit: 300 },
} as const;
type Kind = keyof typeof kinds;

/** Requests that this isolate saw in this minute, for `r`: an isolate knows only its own share. */
const seen = { minute: 0, counts: new Map<string, number>() };
const mostCallers = 10_000;

function countHere(caller: string, minute: number): number {
  if (seen.minute !== minute || seen.counts.size >= mostCallers) seen.counts.clear();
  seen.minute = minute;
  const count = (seen.counts.get(caller) ?? 0) + 1;
  seen.counts.set(caller, count);
  return count;
}

/** An address of version 6 stands for its network: who has one has 2^64. */
const networkOf = (address: string): string =>
  address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;

/** Whether the shield lets the caller through; one that does not answer lets everybody through. */
async function isWithin(c: Context<AppEnv>, kind: Kind, caller: string): Promise<boolean> {
  const limiter = c.env[kinds[kind].binding];
  if (limiter === undefined) return true;
  return limiter.limit({ key: caller }).then(
    ({ success }) => success,
    () => true,
  );
}

/** The limit that a call counts on and what is left of it, as the two header fields say it. */
interface Standing {
  readonly policy: string;
  readonly left: string;
}

/** Counts the call. Refuses one above the limit; null where no limits are. */
export async function passShield(c: Context<AppEnv>): Promise<Standing | null> {
  const address = c.req.header("cf-connecting-ip");
  // Pages call the API in process: they come from nowhere.
  if (c.env.AGON_LIMITS === "off" || address === undefined || !/^\/(?:v1|live)\//.test(c.req.path))
    return null;
  const kind: Kind = c.req.method === "GET" || c.req.method === "HEAD" ? "reads" : "writes";
  const { limit } = kinds[kind];
  const caller = `${kind} ${networkOf(address)}`;
  const nowS = Date.now() / 1_000;
  const count = countHere(caller, Math.floor(nowS / windowS));
  const waitS = windowS - Math.floor(nowS % windowS);
  const policy = `"${kind}";q=${limit};w=${windowS}`;
  if (await isWithin(c, kind, caller)) {
    return { policy, left: `"${kind}";r=${Math.max(0, limit - count)};t=${waitS}` };
  }
  c.header("ratelimit-policy", policy);
  c.header("ratelimit", `"${kind}";r=0;t=${waitS}`);
  throw refuse("rate_limited", `At most ${limit} ${kind} a minute from one address.`, { retryAfterS: waitS });
}
