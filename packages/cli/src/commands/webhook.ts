import { type Command, Option } from "commander";
import { note, print, printJson } from "../output.ts";
import { listenForWebhooks, type Received } from "../webhook/listen.ts";
import { wholeNumber } from "./options.ts";
import { addReplay } from "./webhook-replay.ts";

interface ListenOptions {
  readonly port: number;
  readonly secret: string;
  readonly fail: number;
  readonly once?: true;
  readonly json?: true;
}

function deliveryText({ at, id, type, problem, status, body }: Received): string {
  const verdict = problem === null ? "signature good" : `signature bad (${problem})`;
  return `${at} ${type ?? "no type"} ${id ?? "no id"}: ${verdict}, answered ${status}\n${JSON.stringify(body, null, 2)}`;
}

async function listen({ port, secret, fail, once, json }: ListenOptions): Promise<void> {
  const { promise: taken, resolve } = Promise.withResolvers<void>();
  const onDelivery = async (delivery: Received): Promise<void> => {
    await (json === true ? printJson(delivery) : print(deliveryText(delivery)));
    if (once === true && delivery.status === 204) resolve();
  };
  const { server, url } = await listenForWebhooks({ port, secret, fail, onDelivery });
  note(`Listening on ${url}; Ctrl-C ends it.`);
  process.once("SIGINT", resolve).once("SIGTERM", resolve);
  await taken;
  server.close();
  server.closeIdleConnections();
}

/** `agon webhook listen|replay` */
export function addWebhook(agon: Command): void {
  const webhook = agon
    .command("webhook")
    .description("receive the webhooks of a server, or have them sent again")
    .helpCommand(false);
  webhook
    .command("listen")
    .description("receive webhooks on this machine, check their signatures and print them")
    .addOption(
      new Option("--secret <whsec>", "the subscription's secret")
        .env("AGON_WEBHOOK_SECRET")
        .makeOptionMandatory(),
    )
    .option(
      "--port <number>",
      "where to listen (default: 4242; 0 takes a free one)",
      wholeNumber(0, 65_535),
      4_242,
    )
    .option(
      "--fail <number>",
      "turn away so many deliveries first, to see them come again",
      wholeNumber(0, 1_000),
      0,
    )
    .option("--once", "end after the first good delivery")
    .option("--json", "print a JSON line for each delivery")
    .addHelpText("after", "\nExample\n  agon webhook listen --secret whsec_... --port 4242")
    .action(listen);
  addReplay(webhook);
}
