// What strangers do from outside: carry an arena to another server, rate its log, submit a model with the examples of
// the documentation.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DeliveryAnswer, Leaderboard } from "@agon/contract";
import { type Client, connectTo } from "@agon/contract/connect";
import type { RunningStart } from "@agon/launch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agon, makeFolder, removeFolder, root, runProgram, startServer } from "./servers.ts";

const arena = "haiku";
const models = ["Alpha", "Beta", "Gamma", "Delta"];
// Those of docs/examples/submission.json.
const prompts = ["rain", "snow"];
const folder = makeFolder();

let first: RunningStart;
let second: RunningStart;
let api: Client;

/** Votes of every kind: rankings, best alone, ties, one that is taken back. */
async function vote(at: number): Promise<void> {
  const stranger = connectTo({ url: first.url });
  const { id, token, outputs } = await stranger.issueBallot(arena);
  const ranks = outputs.map((_, slot) => ((slot * 2 + at) % 3) + 1);
  await stranger.cast(id, at % 5 === 0 ? { token, best: at % outputs.length } : { token, ranks });
  if (at % 8 === 7) await stranger.withdraw(id, token);
}

async function fill(): Promise<void> {
  await api.createArena({ slug: arena, title: "Haiku: =1+1", k: 3, placement_judge: "score" });
  await api.addModels(
    arena,
    models.map((name) => ({ slug: name.toLowerCase(), name, license: "MIT" })),
  );
  await api.addPrompts(
    arena,
    prompts.map((slug) => ({ slug, text: `A haiku about ${slug}`, category: "nature" })),
  );
  const rows = models.flatMap((name, m) =>
    prompts.map((prompt, p) =>
      JSON.stringify({
        model: name.toLowerCase(),
        prompt,
        content: `=${name} on ${prompt}`,
        score: m + p / 10,
      }),
    ),
  );
  await api.addOutputs(arena, rows.join("\n"));
  await api.createTournament(arena, { format: "round-robin", judge: "score", seed: "doors" });
  for (let at = 0; at < 40; at += 1) await vote(at);
}

beforeAll(async () => {
  first = await startServer(folder);
  second = await startServer(folder, "--no-build");
  api = connectTo(first);
  await fill();
}, 600_000);

afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  removeFolder(folder);
});

/** Sums of the same votes may end in another last bit, which a share of random draws can show. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toFixed(6)) : value;

/** A board without what belongs to its server: the time, and the number of the newest entry. */
function essence({ as_of: _asOf, seq: _seq, models: rows, ...board }: Leaderboard): unknown {
  const drawn = rows.map(({ p_rank_1: _, ...row }) => row);
  return JSON.parse(JSON.stringify({ ...board, models: drawn }, rounded));
}

test("an arena that is exported and imported into an empty server has equal boards there", async () => {
  const file = path.join(folder, "arena.jsonl");
  await agon(first, "export", "--arena", arena, "--what", "arena", "--out", file);
  await agon(second, "import", "agon", file, "--arena", arena, "--create");
  const other = connectTo(second);
  for (const query of [
    {},
    { judges: "human" },
    { judges: "rule" },
    { method: "bradley-terry" },
    { cluster: "voter" },
  ]) {
    const board = await api.leaderboard(arena, query);
    expect(board.votes).toBeGreaterThan(10);
    expect(essence(await other.leaderboard(arena, query)), JSON.stringify(query)).toEqual(essence(board));
  }
  const again = JSON.parse(await agon(second, "import", "agon", file, "--arena", arena, "--json"));
  expect(again.stored).toEqual({ models: 0, prompts: 0, outputs: 0, votes: 0 });
});

test("agon rate computes the board's every score again from the public log", async () => {
  const file = path.join(folder, "log.jsonl");
  await agon(first, "export", "--arena", arena, "--what", "verdicts", "--out", file);
  const options = ["--method", "plackett-luce", "--prior-sd", "auto", "--careful", "0.9", "--json"];
  const rated = JSON.parse(await agon(first, "rate", file, ...options));
  const board = await api.leaderboard(arena);
  expect(board.method).toBe("plackett-luce");
  const scores = new Map(board.models.map(({ model, rating }) => [model.slug, rating]));
  expect(rated.votes).toBe(board.votes);
  for (const { model, rating } of rated.models) expect(rating, model).toBeCloseTo(scores.get(model) ?? 0, 6);
});

describe("the examples of the documentation", () => {
  const submission = JSON.parse(readFileSync(path.join(root, "docs/examples/submission.json"), "utf8"));
  let env: Record<string, string> = {};

  beforeAll(async () => {
    const { url, secret } = await api.createWebhookEndpoint(arena, { name: "examples" });
    env = { AGON_ENDPOINT: url, AGON_WEBHOOK_SECRET: secret };
  });

  test.each([
    ["submit.sh", "bash", ["curl", "openssl"]],
    ["submit.py", "python3", []],
    ["submit.mjs", process.execPath, []],
  ] as const)("%s submits a model", async (script, program, needed) => {
    for (const tool of [program, ...needed]) {
      const { code } = await runProgram(tool, [tool === "openssl" ? "version" : "--version"]);
      if (code === 0) continue;
      console.warn(`${script} was left out: this machine has no ${tool}`);
      return;
    }
    const file = path.join(folder, `${script}.json`);
    const name = `Sent by ${script}`;
    // Outputs that equal another model's would be refused.
    const outputs = submission.data.outputs.map((output: { content: string }) => ({
      ...output,
      content: `${output.content} (${script})`,
    }));
    writeFileSync(file, JSON.stringify({ ...submission, data: { model: { name }, outputs } }));
    const example = path.join(root, "docs/examples", script);
    const { code, stdout, stderr } = await runProgram(program, [example, file], env);
    expect(code, stderr + stdout).toBe(0);
    const answer = JSON.parse(stdout) as DeliveryAnswer;
    const { id } = answer as { id: string };
    const stored = await api.submission(id);
    expect(stored, JSON.stringify(stored.errors)).toMatchObject({ status: "active", model: { name } });
    const wrong = { ...env, AGON_WEBHOOK_SECRET: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };
    const refused = await runProgram(program, [example, file], wrong);
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain("signature_invalid");
  });

  test("agon submit brings a model to a place on the board, by key and by webhook", async () => {
    const file = path.join(folder, "mine.jsonl");
    const rows = prompts.map((slug) => ({
      model: "Mine",
      prompt: `A haiku about ${slug}`,
      content: slug,
      score: 9,
    }));
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
    const submitted = JSON.parse(await agon(first, "submit", file, "--arena", arena, "--json"));
    expect(submitted).toMatchObject({ status: "active", model: { name: "Mine" } });
    const signed = ["--endpoint", env.AGON_ENDPOINT ?? "", "--secret", env.AGON_WEBHOOK_SECRET ?? ""];
    await agon(first, "submit", file, "--name", "Mine, signed", ...signed);
    const placed = async () => {
      const { models: rows } = await api.leaderboard(arena);
      return rows.filter(({ model, rating }) => model.name.startsWith("Mine") && rating !== null).length;
    };
    await expect.poll(placed, { timeout: 20_000, interval: 200 }).toBe(2);
  });
});

test("keys are made, listed and revoked", async () => {
  const made = JSON.parse(
    await agon(first, "keys", "create", "ci", "--scope", "submissions:write", "--arena", arena, "--json"),
  );
  expect(await agon(first, "keys", "list")).toContain(made.id);
  const limited = connectTo({ url: first.url, key: made.key });
  await expect(limited.changeArena(arena, { title: "No" })).rejects.toMatchObject({ code: "scope_missing" });
  await agon(first, "keys", "revoke", made.id);
  await expect(limited.changeArena(arena, { title: "No" })).rejects.toMatchObject({ code: "key_invalid" });
});
