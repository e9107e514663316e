import { allItems, type OperatorClient } from "@agon/contract/connect";
import { type Command, InvalidArgumentError } from "commander";
import { InputError } from "../failure.ts";
import { print, printJson } from "../output.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { momentOf } from "../webhook/moment.ts";
import { withServer } from "./options.ts";

interface ReplayOptions extends ServerOptions {
  readonly arena: string;
  readonly subscription?: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
  readonly all?: true;
  readonly json?: true;
}

function moment(text: string): number {
  const at = momentOf(text, Date.now());
  if (at !== null) return at;
  throw new InvalidArgumentError("Write 30m, 2h, 3d (ago) or a time like 2026-11-23T12:00:00Z.");
}

function check(delivery: string | undefined, { since, until, all }: ReplayOptions): void {
  const hint = "A delivery is sent again by its id; --since, --until and --all name a stretch of time.";
  if (delivery === undefined && since === undefined)
    throw new InputError("Name a delivery, or --since.", hint);
  const ranged = since !== undefined || until !== undefined || all === true;
  if (delivery !== undefined && ranged)
    throw new InputError("Name a delivery or a stretch of time, not both.", hint);
  if (since !== undefined && until !== undefined && until <= since)
    throw new InputError(
      "--until lies before --since.",
      "Deliveries from --since on, before --until, are sent again.",
    );
}

/** The arena's only subscription, when none is named. */
async function subscriptionOf(
  client: OperatorClient,
  { arena, subscription }: ReplayOptions,
): Promise<string> {
  if (subscription !== undefined) return subscription;
  const all = await Array.fromAsync(allItems((cursor) => client.subscriptions(arena, { cursor })));
  const [only, ...others] = all;
  if (only === undefined)
    throw new InputError(`${arena} has no subscriptions.`, "docs/webhooks.md says how to make one.");
  if (others.length === 0) return only.id;
  const known = all.map(({ id, url }) => `  ${id}  ${url}`).join("\n");
  throw new InputError(`${arena} has ${all.length} subscriptions. Choose one by --subscription:`, known);
}

async function replayOne(client: OperatorClient, id: string, delivery: string, options: ReplayOptions) {
  const sent = await client.replayDelivery(options.arena, id, delivery);
  const { type } = sent;
  await (options.json === true ? printJson(sent) : print(`${delivery} (${type}) is on its way again.`));
}

async function replayRange(client: OperatorClient, id: string, since: number, options: ReplayOptions) {
  const { until, all, json } = options;
  const sent = await client.replayDeliveries(options.arena, id, {
    since: new Date(since).toISOString(),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    status: all === true ? "all" : "failed",
  });
  const { replayed } = sent;
  const what = all === true ? "settled" : "failed";
  const text =
    replayed === 0
      ? `Nothing to send again: no ${what} delivery in that time.`
      : `${replayed} ${what} ${replayed === 1 ? "delivery is" : "deliveries are"} on the way again.`;
  await (json === true ? printJson(sent) : print(text));
}

async function replay(delivery: string | undefined, options: ReplayOptions): Promise<void> {
  check(delivery, options);
  const { client } = await connect(options);
  const id = await subscriptionOf(client, options);
  if (delivery !== undefined) return replayOne(client, id, delivery, options);
  if (options.since !== undefined) return replayRange(client, id, options.since, options);
}

/** `agon webhook replay` */
export function addReplay(webhook: Command): void {
  const command = webhook
    .command("replay")
    .description("have one delivery, or those of a stretch of time, sent again under their old ids")
    .argument("[delivery]", "its webhook-id")
    .requiredOption("--arena <slug>", "the arena")
    .option("--subscription <id>", "whose deliveries (default: those of the arena's only subscription)")
    .option("--since <time>", "deliveries from this time on: 30m, 2h, 3d (ago) or ISO 8601", moment)
    .option("--until <time>", "and before this one (default: now)", moment)
    .option("--all", "those that arrived, too, not only the failed ones")
    .option("--json", "print JSON and nothing else");
  withServer(command)
    .addHelpText(
      "after",
      "\nExamples\n  agon webhook replay msg_4f1c2a9b --arena haiku\n  agon webhook replay --arena haiku --since 2h --all",
    )
    .action(replay);
}
