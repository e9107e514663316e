import { z } from "@hono/zod-openapi";
import { timestamp } from "./common.ts";
import type { SubmissionFinding } from "./submission.ts";
import type { OutboundType } from "./subscription.ts";

/** Addresses at which there is more to read: of the API, and of the site. */
const url = z.string();
const page = z.string();

const finding = z.object({
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
}) satisfies z.ZodType<SubmissionFinding>;

const ofSubmission = z.object({ arena: z.string(), submission: z.string(), url });
const ofTournament = z.object({ arena: z.string(), tournament: z.string(), url, page });

/** `group`: the prompt whose bracket it is; null when one bracket spans all prompts. */
const place = { group: z.string().nullable(), bracket: z.string(), round: z.int() };

/** What each message says. A body that would pass 20 KB comes without its lists, which are then read at `url`. */
const told = {
  "submission.accepted": ofSubmission,
  "submission.rejected": ofSubmission.extend({
    reason: z.string().nullable(),
    /** The first twenty. */
    errors: z.array(finding).readonly().optional(),
    errors_total: z.int(),
  }),
  "model.activated": ofSubmission.extend({ model: z.string(), page }),
  "match.completed": ofTournament.extend({
    match: z.string(),
    ...place,
    winners: z.array(z.string()).readonly().optional(),
    score: z.array(z.number()).readonly().nullable().optional(),
  }),
  "round.completed": ofTournament.extend({ ...place, title: z.string() }),
  "tournament.completed": ofTournament.extend({ title: z.string(), format: z.string() }),
  "leaderboard.updated": z.object({ arena: z.string(), seq: z.int(), votes: z.int(), url, page }),
  "endpoint.disabled": z.object({
    arena: z.string(),
    subscription: z.string(),
    description: z.string(),
    /** It answered 410, or failed for days. */
    reason: z.enum(["gone", "failing"]),
  }),
  ping: z.object({ arena: z.string(), subscription: z.string() }),
} as const satisfies Record<OutboundType, z.ZodType>;

/** Type and data of a message, by its type. */
export type OutboundMessage = {
  [Type in OutboundType]: { readonly type: Type; readonly data: Readonly<z.infer<(typeof told)[Type]>> };
}[OutboundType];

const nameOf = (type: string): string =>
  type.replaceAll(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Bodies of the deliveries to subscribers, by type, as components of the document. */
export const outboundBodies = Object.entries(told).map(([type, data]) => ({
  type,
  name: nameOf(type),
  schema: z.object({ type: z.literal(type), timestamp, data }).openapi(`${nameOf(type)}Message`),
}));
