// What other people's pages get: sizes, rules of keeping, the specifications of oEmbed and Shields. How it looks and
// moves on another origin is judged by the browser suite.
import { gzipSync } from "node:zlib";
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { apiOf, strangerOf } from "./support/agon.ts";

const arena = "widgets";
const models = Array.from({ length: 20 }, (_, at) => `model-${at + 1}`);
const prompts = ["one", "two", "three"];
const votes = 40;
const frameBytes = 12_000;
const elementBytes = 6_000;
const cachePolicy = "public, max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400";

let running: Promise<RunningStart> | null = null;

async function filledSite(context: AcceptContext): Promise<RunningStart> {
  const at = await context.start();
  const api = apiOf(at);
  await api.createArena({ slug: arena, title: "Widgets" });
  await api.addModels(
    arena,
    models.map((slug) => ({ slug, name: `The model called ${slug}`, organization: "Somebody" })),
  );
  await api.addPrompts(
    arena,
    prompts.map((slug) => ({ slug, text: `Question ${slug}` })),
  );
  const rows = models.flatMap((model) =>
    prompts.map((prompt) => JSON.stringify({ model, prompt, content: `${model} on ${prompt}` })),
  );
  await api.addOutputs(arena, rows.join("\n"));
  for (let cast = 0; cast < votes; cast += 1) await vote(at);
  return at;
}

const site = (context: AcceptContext): Promise<RunningStart> => {
  running ??= filledSite(context);
  return running;
};

async function vote(at: RunningStart): Promise<void> {
  const voter = strangerOf(at);
  const { id, token } = await voter.issueBallot(arena);
  await voter.cast(id, { token, outcome: "a" });
}

const compressed = (text: string): number => gzipSync(text, { level: 9 }).length;

async function frameSize(context: AcceptContext) {
  const { url } = await site(context);
  const html = await (await fetch(`${url}/embed/v1/leaderboard/${arena}`)).text();
  const rows = html.match(/<tr data-key=/g)?.length ?? 0;
  const bytes = compressed(html);
  return {
    ok: rows === models.length && bytes <= frameBytes,
    figure: `${rows} models in ${bytes} bytes of ${frameBytes} compressed`,
  };
}

async function elementSize(context: AcceptContext) {
  const { url } = await site(context);
  const answer = await fetch(`${url}/embed/v1.js`);
  const bytes = compressed(await answer.text());
  const open = answer.headers.get("access-control-allow-origin") === "*";
  return {
    ok: answer.ok && open && bytes <= elementBytes,
    figure: `${bytes} bytes of ${elementBytes} compressed, ${open ? "any" : "no"} origin may load it with a fingerprint`,
  };
}

async function keeping(context: AcceptContext) {
  const at = await site(context);
  const paths = [
    `/embed/v1/leaderboard/${arena}`,
    `/badge/${arena}/model-1.svg`,
    `/badge/${arena}/model-1.json`,
  ].concat(`/oembed?url=${encodeURIComponent(`${at.url}/a/${arena}`)}`);
  const ask = (path: string, tag = "") => fetch(at.url + path, { headers: { "if-none-match": tag } });
  let right = 0;
  for (const path of paths) {
    const first = await ask(path);
    const tag = first.headers.get("etag") ?? "";
    const again = await ask(path, tag);
    await vote(at);
    const moved = await ask(path, tag);
    const kept =
      first.headers.get("cache-control") === cachePolicy && first.headers.get("set-cookie") === null;
    if (kept && again.status === 304 && moved.status === 200) right += 1;
  }
  return { ok: right === paths.length, figure: `${right} of ${paths.length} widget routes keep to it` };
}

/** Fields that https://oembed.com, 2.3.4, requires of a rich answer. */
const required = ["type", "version", "html", "width", "height"];

async function oembed(context: AcceptContext) {
  const { url } = await site(context);
  const page = encodeURIComponent(`${url}/a/${arena}`);
  const ask = (more: string) => fetch(`${url}/oembed?url=${page}${more}`);
  const json: Record<string, unknown> = await (await ask("&maxwidth=300&maxheight=150")).json();
  const xml = await (await ask("&format=xml")).text();
  const fields = required.filter((name) => name in json && xml.includes(`<${name}>`)).length;
  const fits = Number(json.width) <= 300 && Number(json.height) <= 150;
  const [absent, unspoken] = [
    (await fetch(`${url}/oembed?url=https%3A%2F%2Felsewhere.example`)).status,
    (await ask("&format=yaml")).status,
  ];
  return {
    ok: fields === required.length && fits && absent === 404 && unspoken === 501,
    figure: `${fields} of ${required.length} fields in JSON and XML, ${json.width} by ${json.height} within 300 by 150, ${absent} and ${unspoken}`,
  };
}

async function shields(context: AcceptContext) {
  const { url } = await site(context);
  const badge: Record<string, unknown> = await (await fetch(`${url}/badge/${arena}/model-1.json`)).json();
  const texts = ["label", "message", "color"].every((name) => typeof badge[name] === "string");
  return { ok: badge.schemaVersion === 1 && texts, figure: `${badge.label}: ${badge.message}` };
}

async function pictures(context: AcceptContext) {
  const at = await site(context);
  const { id } = await apiOf(at).createTournament(arena, { format: "series", judge: "human" });
  const sizes = await Promise.all(
    [`${arena}.png`, `t/${id}.png`].map(async (name) => {
      const startedMs = performance.now();
      const bytes = Buffer.from(await (await fetch(`${at.url}/picture/${name}`)).arrayBuffer());
      const tookMs = Math.round(performance.now() - startedMs);
      return {
        width: bytes.readUInt32BE(16),
        height: bytes.readUInt32BE(20),
        kib: bytes.length >> 10,
        tookMs,
      };
    }),
  );
  const right = sizes.every(({ width, height }) => width === 1_200 && height === 630);
  const figure = sizes.map(
    ({ width, height, kib, tookMs }) => `${width} by ${height}, ${kib} KiB in ${tookMs} ms`,
  );
  return { ok: right, figure: figure.join("; ") };
}

export const rows: AcceptRow[] = [
  { title: "a framed board of 20 models takes at most 12 KB compressed", run: frameSize },
  { title: "the custom elements take at most 6 KB compressed", run: elementSize },
  { title: "widgets may be kept half a minute, answer 304, and are new after a vote", run: keeping },
  { title: "oEmbed has the required fields and obeys maxwidth and maxheight", run: oembed },
  { title: "the endpoint for Shields has its schema", run: shields },
  { title: "a board and a bracket have pictures of 1200 by 630", run: pictures },
];
