// One ballot, many casts.
import type { Arena, Ballot, Page, Verdict } from "@agon/contract";
import type { AcceptContext, AcceptRow } from "@agon/launch";

const alike = 64;
const different = 20;

const post = (url: string, body: unknown) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

async function drawBallot(url: string): Promise<{ arena: string; ballot: Ballot }> {
  const { data } = (await (await fetch(`${url}/v1/arenas`)).json()) as Page<Arena>;
  const arena = data.find(({ k }) => k >= 4) ?? data[0];
  if (arena === undefined) throw new Error("the demo has no arena");
  const response = await post(`${url}/v1/arenas/${arena.slug}/ballots`, {});
  if (response.status !== 201) throw new Error(`no ballot: ${response.status} ${await response.text()}`);
  return { arena: arena.slug, ballot: (await response.json()) as Ballot };
}

async function countOf(url: string, arena: string, ballot: string): Promise<number> {
  const page = (await (await fetch(`${url}/v1/arenas/${arena}/verdicts?limit=1000`)).json()) as Page<Verdict>;
  return page.data.filter((row) => row.ballot === ballot).length;
}

/** Ranks that differ from each other for every number below 24: the permutations of four slots. */
function permutation(at: number, length: number): number[] {
  const left = Array.from({ length }, (_, rank) => rank + 1);
  let rest = at;
  return Array.from({ length }, () => {
    const [rank = 1] = left.splice(rest % left.length, 1);
    rest = Math.floor(rest / (left.length + 1));
    return rank;
  });
}

async function castAlike(context: AcceptContext) {
  const { url } = await context.start();
  const { arena, ballot } = await drawBallot(url);
  const vote = { token: ballot.token, ranks: ballot.outputs.map((_, at) => at + 1) };
  const answers = await Promise.all(
    Array.from({ length: alike }, async () => {
      const response = await post(`${url}/v1/ballots/${ballot.id}`, vote);
      return { ok: response.ok, text: await response.text() };
    }),
  );
  const texts = new Set(answers.map(({ text }) => text));
  const counted = await countOf(url, arena, ballot.id);
  const answered = answers.filter(({ ok }) => ok).length;
  return {
    ok: texts.size === 1 && counted === 1 && answered === alike,
    figure: `${answered} answered, ${texts.size} different answer, ${counted} in the log`,
  };
}

async function castDifferent(context: AcceptContext) {
  const { url } = await context.start();
  const { ballot } = await drawBallot(url);
  const statuses = await Promise.all(
    Array.from({ length: different }, async (_, at) => {
      const ranks = permutation(at, ballot.outputs.length);
      const response = await post(`${url}/v1/ballots/${ballot.id}`, { token: ballot.token, ranks });
      return response.status;
    }),
  );
  const won = statuses.filter((status) => status === 201).length;
  const refused = statuses.filter((status) => status === 409).length;
  return {
    ok: won === 1 && refused === different - 1,
    figure: `${won} answered 201, ${refused} answered 409`,
  };
}

export const rows: AcceptRow[] = [
  { title: `${alike} simultaneous casts of one ballot count once and are answered alike`, run: castAlike },
  { title: `of ${different} different verdicts for one ballot one wins`, run: castDifferent },
];
