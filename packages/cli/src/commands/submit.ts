import { randomUUID } from "node:crypto";
import type { DeliveryAnswer, NewSubmission } from "@agon/contract";
import { ApiError } from "@agon/contract/client";
import { type Command, Option } from "commander";
import { Failure, InputError } from "../failure.ts";
import { importFormats } from "../importing/formats/index.ts";
import { print, printJson } from "../output.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { untilSettled } from "../submitting/follow.ts";
import { readModel } from "../submitting/outputs.ts";
import { postSigned } from "../submitting/signed.ts";
import { given, withServer } from "./options.ts";

interface Options extends ServerOptions {
  readonly arena?: string;
  readonly format?: string;
  readonly model?: string;
  readonly name?: string;
  readonly slug?: string;
  readonly organization?: string;
  readonly license?: string;
  readonly modelUrl?: string;
  readonly description?: string;
  readonly family?: string;
  readonly generateWith?: string;
  readonly generateModel?: string;
  readonly endpoint?: string;
  readonly secret?: string;
  readonly id?: string;
  readonly dryRun?: true;
  readonly wait: boolean;
  readonly json?: true;
}

function about(name: string, options: Options) {
  const { slug, organization, license, modelUrl: url, description, family } = options;
  return { name: options.name ?? name, ...given({ slug, organization, license, url, description, family }) };
}

/** The body of a submission: outputs from files, or an endpoint that the platform asks for them. */
async function submissionOf(files: readonly string[], options: Options): Promise<NewSubmission> {
  const { arena, generateWith, generateModel } = options;
  const where = arena === undefined ? {} : { arena };
  const envelope = { type: "model.submitted", timestamp: new Date().toISOString() } as const;
  if (generateWith !== undefined) {
    const name = options.name ?? generateModel;
    if (name === undefined || files.length > 0)
      throw new InputError(
        "--generate-with takes no files and needs --generate-model",
        "Add --generate-model NAME.",
      );
    const endpoint = { url: generateWith, model: generateModel ?? name };
    return { ...envelope, data: { ...where, model: about(name, options), endpoint } };
  }
  if (files.length === 0)
    throw new InputError("No file of outputs is given", "Name one, or use --generate-with URL.");
  const { name, outputs } = await readModel(files, { format: options.format, wanted: options.model });
  return { ...envelope, data: { ...where, model: about(name, options), outputs } };
}

async function send(body: NewSubmission, options: Options): Promise<DeliveryAnswer> {
  const query = options.dryRun === true ? { dry_run: "true" } : {};
  if (options.endpoint === undefined && options.secret === undefined) {
    if (options.arena === undefined)
      throw new InputError("--arena is missing", "Say which arena the model enters.");
    return (await connect(options)).client.submit(body, query);
  }
  if (options.endpoint === undefined || options.secret === undefined)
    throw new InputError(
      "--endpoint and --secret belong together",
      "Both were shown when the endpoint was made.",
    );
  const { endpoint, secret, id = `msg_${randomUUID()}` } = options;
  return postSigned({ endpoint, secret, id, body: JSON.stringify(body), query });
}

async function tell(answer: DeliveryAnswer, options: Options): Promise<void> {
  if (options.json === true) await printJson(answer);
  if ("dry_run" in answer) {
    if (options.json !== true) await print(`Good: nothing was stored, and it would be ${answer.status}.`);
    return;
  }
  if (!("id" in answer)) return;
  const { id, status, model, errors, placement } = answer;
  const placed = placement === null ? "" : `, placed by the tournament ${placement}`;
  if (options.json !== true)
    await print(`${model.name} is ${status} in ${answer.arena}${placed} (submission ${id}).`);
  if (status !== "rejected") return;
  const places = errors.map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  throw new Failure([`${model.name} was rejected.`, ...places].join("\n"), "Correct it and submit it again.");
}

async function run(files: readonly string[], options: Options): Promise<void> {
  const body = await submissionOf(files, options);
  const answer = await send(body, options);
  if (!options.wait || !("id" in answer)) return tell(answer, options);
  const server = options.endpoint === undefined ? options : { url: new URL(options.endpoint).origin };
  const { client } = await connect(server);
  const settled = await untilSettled(() => client.submission(answer.id)).catch((error: unknown) => {
    // Where it stands cannot be read: what was answered at first is true all the same.
    if (error instanceof ApiError) return answer;
    throw error;
  });
  await tell(settled, options);
}

const help = `
Formats of files: ${importFormats.map(({ name }) => name).join(", ")} (told by their fields where --format is missing).
With --endpoint and --secret the submission is a signed webhook, else it goes through the API with --key.
The same --id again is the same submission.

Example
  agon submit outputs.jsonl --arena summaries --name "My model" --key agon_...
  agon submit outputs.jsonl --endpoint https://agon.example/v1/hooks/ID --secret whsec_...
  agon submit --generate-with https://llm.example/v1 --generate-model my-model --arena summaries`;

/** `agon submit FILES...` */
export function addSubmit(agon: Command): void {
  const command = agon
    .command("submit")
    .description("let a model enter an arena: with its outputs, or with an endpoint that makes them")
    .argument("[files...]", "its outputs")
    .option("--arena <slug>", "the arena (not needed with --endpoint)")
    .addOption(new Option("--format <format>", "of the files").choices(importFormats.map(({ name }) => name)))
    .option("--model <name>", "which model of the files, when they hold several")
    .option("--name <name>", "what it is called (default: as in the files)")
    .option("--slug <slug>", "its address (default: made of its name)")
    .option("--organization <name>", "who made it")
    .option("--license <name>", "its licence")
    .option("--model-url <url>", "where it is described")
    .option("--description <text>", "what it is")
    .option("--family <name>", "variants with one family never meet each other")
    .option("--generate-with <url>", "an OpenAI-compatible endpoint that the platform asks for the outputs")
    .option("--generate-model <name>", "the model's name there")
    .option("--endpoint <url>", "the webhook endpoint, https://.../v1/hooks/ID")
    .addOption(new Option("--secret <whsec>", "its secret").env("AGON_WEBHOOK_SECRET"))
    .option("--id <id>", "of the delivery (default: a new one)")
    .option("--dry-run", "check it and store nothing")
    .option("--no-wait", "do not wait until it is active or rejected")
    .option("--json", "print JSON and nothing else");
  withServer(command).addHelpText("after", help).action(run);
}
