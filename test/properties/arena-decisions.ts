// Commands read against the state they meet, so that most of what a random history asks for is allowed.
import {
  type ArenaState,
  type BallotClaims,
  battleModels,
  type Decided,
  decideCast,
  decideConfigure,
  decideCreation,
  decideImport,
  decideJudged,
  decideModels,
  decideOutputs,
  decidePrompts,
  decideRuling,
  decideTournament,
  decideTournamentChange,
  decideWithdrawal,
  type LogEntry,
  readCast,
  type TournamentState,
  type VerdictEvent,
} from "@agon/arena";
import type { Cast } from "@agon/contract";
import { formatNames } from "@agon/tournament";
import { matches, nextSome } from "@agon/tournament/schedule";
import { modelEntry, outputRow, promptEntry, settings } from "../../packages/arena/src/fixtures/contest.ts";

export const kinds = [
  "models",
  "prompts",
  "outputs",
  "settings",
  "vote",
  "import",
  "withdraw",
  "tournament",
  "battle",
  "stale battle",
  "judge",
  "control",
  "ruling",
] as const;

/** What a command has to go by. */
export interface Moment {
  readonly state: ArenaState;
  /** Verdicts in the log so far. */
  readonly votes: readonly LogEntry[];
  readonly numbers: readonly number[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

const nothing: Decided<unknown> = { ok: true, value: { drafts: [], answer: () => null } };

const oneOf = <T>(items: readonly T[], at = 0): T | undefined => items[at % Math.max(1, items.length)];

/** The first decisions of every history: an arena that can be voted in. */
export const opening: readonly ((moment: Moment) => Decided<unknown>)[] = [
  ({ state }) => decideCreation(state, settings),
  ({ state }) => addModels(state, 5),
  ({ state }) => addPrompts(state, 3, 0),
  ({ state }) => addOutputs(state, 1, 0),
];

export function decide(kind: (typeof kinds)[number], moment: Moment): Decided<unknown> {
  const { state, numbers } = moment;
  const [a = 0, b = 0] = numbers;
  switch (kind) {
    case "models":
      return addModels(state, 1 + (a % 2));
    case "prompts":
      return addPrompts(state, 1 + (a % 2), b);
    case "outputs":
      return addOutputs(state, 1 + (a % 3), b);
    case "settings":
      return decideConfigure(state, { title: `Title ${a % 3}`, k: 2 + (b % 3) });
    case "vote":
      return voteOpen(moment);
    case "import":
      return importSome(moment);
    case "withdraw":
      return withdrawOne(moment);
    case "tournament":
      return createTournament(moment);
    case "battle":
      return voteInBattle(moment);
    case "stale battle":
      return voteAgain(moment);
    case "judge":
      return judgeOne(moment);
    case "control":
      return control(moment);
    case "ruling":
      return rule(moment);
  }
}

const addModels = (state: ArenaState, count: number) =>
  decideModels(
    state,
    Array.from({ length: count }, (_, at) => modelEntry(`m-${state.models.length + at}`)),
  );

const addPrompts = (state: ArenaState, count: number, seed: number) =>
  decidePrompts(
    state,
    Array.from({ length: count }, (_, at) =>
      promptEntry(`p-${state.prompts.length + at}`, oneOf([null, "one", "two"], seed + at) ?? null),
    ),
  );

/** Every `stride`-th output that is missing. */
function addOutputs(state: ArenaState, stride: number, seed: number) {
  const rows = state.models.flatMap((model, m) =>
    state.prompts.flatMap((prompt, p) =>
      prompt.outputs.has(m) || (m + p + seed) % stride !== 0
        ? []
        : [outputRow(1, model.slug, prompt.slug, (m * 7 + p * 5 + seed) % 4)],
    ),
  );
  return decideOutputs(state, rows, { errors: [], keepGoing: true });
}

const ranksFrom = (size: number, numbers: readonly number[]): number[] =>
  Array.from({ length: size }, (_, slot) => 1 + ((numbers[slot % numbers.length] ?? 0) % size));

function castWords(
  { state, numbers, now }: Moment,
  battle: Pick<BallotClaims, "models" | "prompt" | "battle" | "criterion">,
): Decided<unknown> {
  const [best = 0, kind = 0, ...rest] = numbers.slice(2);
  const claims: BallotClaims = {
    id: `b${state.seq}`,
    arena: 1,
    mode: "rank",
    voter: `v${state.seq % 5}`,
    expiresAt: now + 1,
    ...battle,
  };
  const size = battle.models.length;
  const words: Cast =
    kind % 4 === 0 ? { token: "-", best: best % size } : { token: "-", ranks: ranksFrom(size, rest) };
  const said = readCast(claims, words);
  return said.ok && said.value !== null ? decideCast(state, claims, said.value, now) : nothing;
}

function voteOpen(moment: Moment): Decided<unknown> {
  const [a = 0, b = 0, from = 0] = moment.numbers;
  const { prompts } = moment.state;
  const prompt = a % Math.max(1, prompts.length);
  const able = [...(prompts[prompt]?.outputs.keys() ?? [])].sort((x, y) => x - y);
  const k = Math.min(able.length, 2 + (b % 3));
  if (k < 2) return nothing;
  const models = Array.from({ length: k }, (_, at) => able[(from + at) % able.length] ?? 0);
  return castWords(moment, { models, prompt, criterion: "overall" });
}

function importSome({ state, numbers, now }: Moment): Decided<unknown> {
  const [first = 0, second = 0, third = 0, ...rest] = numbers;
  const rows = Array.from({ length: 3 }, (_, line) => {
    const models = [...new Set([first, second, third].map((m) => `m-${(m + line) % state.models.length}`))];
    return {
      line,
      id: `i${state.seq}.${line}`,
      models,
      prompt: `p-${(second + line) % state.prompts.length}`,
      promptHash: "",
      ranks: ranksFrom(models.length, rest),
      firstOnly: line === 1,
      criterion: "overall",
      judge: {
        id: `j${third % 3}`,
        kind: oneOf(["human", "llm", "rule", "panel"] as const, first + line) ?? "human",
      },
      flags: [],
      castAt: now,
    };
  });
  const told = rows.filter(({ models }) => models.length > 1);
  return decideImport(state, told, new Set(), { errors: [], keepGoing: true });
}

function withdrawOne({ state, votes, numbers, now }: Moment): Decided<unknown> {
  const [a = 0, b = 0] = numbers;
  const entry = a % 2 === 0 ? votes.at(-1) : oneOf(votes, b);
  if (entry?.event.type !== "verdict") return nothing;
  return decideWithdrawal(state, { seq: entry.seq, at: entry.at, verdict: entry.event }, now);
}

function createTournament({ state, numbers }: Moment): Decided<unknown> {
  const [a = 0, b = 0, c = 0] = numbers;
  const format = oneOf(formatNames, a) ?? "series";
  const options =
    format === "k-wise-league" ? { budget: 5, k: 3 } : format.startsWith("k-wise") ? { k: 3 } : {};
  return decideTournament(state, {
    title: null,
    format,
    criterion: null,
    judge: b % 2 === 0 ? { kind: "human" } : { kind: "rule", rule: "score" },
    seed: String(c % 7),
    paceMs: 0,
    models: null,
    prompts: null,
    options,
    start: true,
  });
}

const running = (state: ArenaState, kind: "human" | "rule"): TournamentState[] =>
  state.tournaments.filter(({ status, setup }) => status === "running" && setup.judge.kind === kind);

function voteInBattle(moment: Moment): Decided<unknown> {
  const [a = 0, b = 0] = moment.numbers;
  const tournament = oneOf(running(moment.state, "human"), a);
  if (tournament === undefined) return nothing;
  const battle = oneOf(nextSome(tournament.schedule, 6), b);
  if (battle === undefined) return nothing;
  const { models, prompt } = battleModels(tournament, battle);
  const shown = battle.ordered || b % 2 === 0 ? models : [...models].reverse();
  const ref = {
    tournament: tournament.number,
    match: battle.match,
    version: battle.version,
    game: battle.game,
  };
  return castWords(moment, { models: shown, prompt, battle: ref, criterion: tournament.setup.criterion });
}

/** A ballot of a battle that somebody has decided already. */
function voteAgain(moment: Moment): Decided<unknown> {
  const decided = moment.votes.flatMap(({ event }) =>
    event.type === "verdict" && event.battle ? [event] : [],
  );
  const verdict: VerdictEvent | undefined = oneOf(decided, moment.numbers[0]);
  if (verdict?.battle === undefined) return nothing;
  const { models, prompt, criterion, battle } = verdict;
  return castWords(moment, { models, prompt, criterion, battle });
}

function judgeOne({ state, numbers }: Moment): Decided<unknown> {
  const [a = 0, b = 0, ...rest] = numbers;
  const tournament = oneOf(running(state, "rule"), a);
  const battle = tournament && oneOf(nextSome(tournament.schedule, 6), b);
  if (tournament === undefined || battle === undefined) return nothing;
  const ranks = ranksFrom(battle.entrants.length, rest);
  return decideJudged(state, { tournament: tournament.number, battle, ranks });
}

function control({ state, numbers }: Moment): Decided<unknown> {
  const [a = 0, b = 0] = numbers;
  const tournament = oneOf(state.tournaments, a);
  const status = oneOf(["running", "paused", "running", "running", "cancelled"] as const, b);
  return tournament && status ? decideTournamentChange(tournament, { status }) : nothing;
}

function rule({ state, numbers }: Moment): Decided<unknown> {
  const [a = 0, b = 0, c = 0, ...rest] = numbers;
  const tournament = oneOf(state.tournaments, a);
  const match =
    tournament &&
    oneOf(
      matches(tournament.schedule).filter(({ ranks }) => ranks !== null),
      b,
    );
  if (tournament === undefined || match === undefined) return nothing;
  const seats = match.places.filter(({ entrant }) => entrant !== null).length;
  return decideRuling(tournament, match.id, c % 2 === 0 ? { void: true } : { ranks: ranksFrom(seats, rest) });
}
