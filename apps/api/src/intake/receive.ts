// A submission on its way from a door to its arena.
import type { SubmissionEvent } from "@agon/contract";
import { database, listModels } from "@agon/db";
import type { Context } from "hono";
import type { ArenaRef } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { must, refuse } from "../http/problem.ts";
import { outgoingOf } from "../outgoing/outgoing.ts";
import { knownSlug, type NamedEvent, type Sender, wishOf } from "./wish.ts";

/** Submissions of one submitter a day. */
const dailySubmissions = 50;

export const isDryRun = ({ dry_run }: { readonly dry_run?: string | undefined }): boolean =>
  dry_run === "true" || dry_run === "1";

export const isPing = (event: SubmissionEvent): event is Extract<SubmissionEvent, { type: "ping" }> =>
  event.type === "ping";

export const pong = (c: Context<AppEnv>): Response => c.json({ type: "pong" }, 202);

export async function receive(
  c: Context<AppEnv>,
  arena: ArenaRef,
  event: NamedEvent,
  sender: Sender,
  dryRun: boolean,
): Promise<Response> {
  const { rules } = outgoingOf(c.env);
  const names = await knownNames(c.env.DB, arena, event);
  const { wish, contents, generated } = await wishOf(event, sender, names, rules);
  if (dryRun) {
    const { errors, flags } = await arena.referee.checkSubmission(wish);
    if (errors.length > 0) {
      const detail = `${errors.length === 1 ? "One thing is" : `${errors.length} things are`} wrong; nothing was stored.`;
      throw refuse("submission_invalid", detail, { errors: [...errors] });
    }
    const status = flags.length > 0 ? "validating" : "accepted";
    return c.json({ dry_run: true, status, flags: [...flags] }, 202);
  }
  const quota = c.env.AGON_LIMITS === "off" ? null : dailySubmissions;
  return taken(c, sender.id, must(await arena.referee.receiveSubmission(wish, contents, generated, quota)));
}

/** The answer to a submission, now and whenever it comes again. */
export const taken = (c: Context<AppEnv>, id: string, text: string): Response =>
  c.body(text, 202, { "content-type": "application/json", location: `/v1/submissions/${id}` });

/** Names of the model that outputs are added to: they must not stand in them. */
async function knownNames(db: D1Database, arena: ArenaRef, event: NamedEvent): Promise<(string | null)[]> {
  if (event.type !== "model.outputs.added") return [];
  const slug = knownSlug(event.data.model);
  const model = (await listModels(database(db), arena.id)).find((one) => one.slug === slug);
  return model ? [model.name, model.organization] : [];
}
