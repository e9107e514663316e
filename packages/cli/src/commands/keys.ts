import type { Key, NewKey } from "@agon/contract";
import { allItems } from "@agon/contract/connect";
import { type Command, InvalidArgumentError, Option } from "commander";
import { note, print, printJson } from "../output.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { type Column, table } from "../table.ts";
import { list, wholeNumber, withServer } from "./options.ts";

interface Shown extends ServerOptions {
  readonly json?: true;
}

interface CreateOptions extends Shown {
  readonly scope: NewKey["scopes"];
  readonly arena?: string;
  readonly days?: number;
}

const scopes = ["arena:write", "submissions:write", "webhooks:write", "keys:write"] as const;

function scopeList(text: string): NewKey["scopes"] {
  return list(text).map((name) => {
    const scope = scopes.find((known) => known === name);
    if (scope === undefined) throw new InvalidArgumentError(`Choose from ${scopes.join(", ")}.`);
    return scope;
  });
}

const dayMs = 86_400_000;

async function create(name: string, { scope, arena, days, ...options }: CreateOptions): Promise<void> {
  const { client } = await connect(options);
  const expires = days === undefined ? {} : { expires_at: new Date(Date.now() + days * dayMs).toISOString() };
  const key = await client.createKey({
    name,
    scopes: scope,
    ...(arena === undefined ? {} : { arena }),
    ...expires,
  });
  if (options.json === true) return printJson(key);
  note(`Made the key ${key.id}. Its text is shown once, here:`);
  await print(key.key);
}

const columns = ["id", "name", "scopes", "for", "expires", "last used"].map(
  (title): Column => ({ title, align: "left" }),
);

const cells = ({ id, name, scopes: held, arena, expires_at, last_used_at }: Key): string[] => [
  id,
  name,
  held.join(" "),
  arena ?? "every arena",
  expires_at ?? "never",
  last_used_at ?? "never",
];

async function show(options: Shown): Promise<void> {
  const { client } = await connect(options);
  const keys = await Array.fromAsync(allItems((cursor) => client.keys({ cursor, limit: 1_000 })));
  if (options.json === true) return printJson(keys);
  await print(table(columns, keys.map(cells)).join("\n"));
}

async function revoke(id: string, options: Shown): Promise<void> {
  const { client } = await connect(options);
  const key = await client.revokeKey(id);
  await (options.json === true ? printJson(key) : print(`Revoked ${key.id} (${key.name}).`));
}

const asJson = (command: Command): Command =>
  withServer(command.option("--json", "print JSON and nothing else"));

/** `agon keys create|list|revoke` */
export function addKeys(agon: Command): void {
  const keys = agon.command("keys").description("make, list and revoke API keys").helpCommand(false);
  const making = keys
    .command("create")
    .description("make a key; its text is printed once")
    .argument("<name>", "what it is for")
    .addOption(
      new Option("--scope <scopes>", `what it allows: ${scopes.join(", ")}`)
        .argParser(scopeList)
        .makeOptionMandatory(),
    )
    .option("--arena <slug>", "for this arena alone")
    .option("--days <number>", "until it expires (default: never)", wholeNumber(1, 3_650));
  asJson(making)
    .addHelpText(
      "after",
      "\nExample\n  agon keys create ci --scope submissions:write --arena summaries --days 90",
    )
    .action(create);
  asJson(keys.command("list").description("every key, without its text"))
    .addHelpText("after", "\nExample\n  agon keys list --json")
    .action(show);
  asJson(
    keys.command("revoke").description("end a key at once").argument("<id>", "as agon keys list shows it"),
  )
    .addHelpText("after", "\nExample\n  agon keys revoke 1a2b3c4d")
    .action(revoke);
}
