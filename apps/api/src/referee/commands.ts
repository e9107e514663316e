// Commands as the group commit takes them: the arena's decision, and the rows beside the log that go with it.
import {
  type ArenaState,
  type BallotClaims,
  type BulkOptions,
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
  type JudgedBattle,
  type ModelEntry,
  type OutputRow,
  type OutputsAnswer,
  type PromptEntry,
  readCast,
  sameVerdict,
  type TournamentChange,
  type TournamentState,
  type TournamentWish,
  type VerdictRow,
} from "@agon/arena";
import {
  type ArenaPatch,
  type ArenaSettings,
  type BulkResult,
  type Cast,
  fail,
  type MatchPatch,
  ok,
  type WithdrawalAnswer,
} from "@agon/contract";
import type { Command } from "./group-commit.ts";
import { jsonChunks } from "./log-store.ts";

/** Casts a ballot; the answer is the text that a repeat gets too. */
export function castCommand(claims: BallotClaims, cast: Cast, fresh: boolean): Command<string> {
  return {
    ballots: [claims.id],
    fresh,
    answerText: (answer) => answer,
    decide(state, { now, spent }) {
      const said = readCast(claims, cast);
      if (!said.ok) return said;
      const before = spent.get(claims.id);
      if (before !== undefined) {
        // Used beats everything else: a repeat gets its answer even after the ballot's time.
        if (
          said.value !== null &&
          before.event.type === "verdict" &&
          sameVerdict(before.event, said.value) &&
          before.answer !== null
        ) {
          const { answer } = before;
          return ok({ drafts: [], answer: () => answer });
        }
        return fail("ballot_used", "This ballot was cast with another verdict; a ballot counts once.");
      }
      if (said.value === null) return ok({ drafts: [], answer: () => skipped });
      const decided = decideCast(state, claims, said.value, now);
      if (!decided.ok) return decided;
      const { drafts, answer } = decided.value;
      return ok({ drafts, answer: (after, seqs) => JSON.stringify(answer(after, seqs)) });
    },
  };
}

const skipped = JSON.stringify({ verdict: null, reveal: [], counted: false, undo_until: null });

export const withdrawCommand = (claims: Pick<BallotClaims, "id">): Command<WithdrawalAnswer> => ({
  ballots: [claims.id],
  decide(state, { now, spent }) {
    const vote = spent.get(claims.id);
    if (vote?.event.type !== "verdict")
      return fail("ballot_not_cast", "This ballot has not been cast; there is nothing to undo.");
    return decideWithdrawal(state, { ...vote, verdict: vote.event }, now);
  },
});

export const createCommand = (
  settings: ArenaSettings,
  db: D1Database,
  arena: number,
): Command<ArenaSettings> => ({
  decide: (state) => decideCreation(state, settings),
  statements: keepSettings(db, arena),
});

export const configureCommand = (
  patch: ArenaPatch,
  db: D1Database,
  arena: number,
): Command<ArenaSettings> => ({
  decide: (state) => decideConfigure(state, patch),
  statements: keepSettings(db, arena),
});

const keepSettings = (db: D1Database, arena: number) => (settings: ArenaSettings) => [
  db.prepare("UPDATE arenas SET settings = ?2 WHERE id = ?1").bind(arena, JSON.stringify(settings)),
];

export interface ModelRow extends ModelEntry {
  readonly description: string | null;
}

export function modelsCommand(rows: readonly ModelRow[], db: D1Database, arena: number): Command<null> {
  const descriptions = new Map(rows.map(({ slug, description }) => [slug, description]));
  const entries = rows.map(({ description: _, ...entry }) => entry);
  const insert = `INSERT INTO models (arena_id, model, slug, name, organization, license, url, family, description)
    SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
    FROM json_each(?1)`;
  return storing(
    (state) => decideModels(state, entries),
    (numbered) => {
      const tuples = numbered.map(({ number, entry }) => [
        number,
        entry.slug,
        entry.name,
        entry.organization,
        entry.license,
        entry.url,
        entry.family,
        descriptions.get(entry.slug) ?? null,
      ]);
      return jsonChunks(tuples).map((chunk) => db.prepare(insert).bind(chunk, arena));
    },
  );
}

export interface PromptRow extends PromptEntry {
  readonly text: string;
  readonly reference: string | null;
}

export function promptsCommand(rows: readonly PromptRow[], db: D1Database, arena: number): Command<null> {
  const texts = new Map(rows.map((row) => [row.slug, row]));
  const entries = rows.map(({ text: _, reference: __, ...entry }) => entry);
  const insert = `INSERT INTO prompts (arena_id, prompt, slug, text, category, reference)
    SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?1)`;
  return storing(
    (state) => decidePrompts(state, entries),
    (numbered) => {
      const tuples = numbered.map(({ number, entry: { slug, category } }) => [
        number,
        slug,
        texts.get(slug)?.text ?? "",
        category,
        texts.get(slug)?.reference ?? null,
      ]);
      return jsonChunks(tuples).map((chunk) => db.prepare(insert).bind(chunk, arena));
    },
  );
}

/** A decision whose answer is only needed to store rows. */
function storing<Answer>(
  decide: (state: ArenaState) => Decided<Answer>,
  statements: (answer: Answer) => D1PreparedStatement[],
): Command<null> {
  let stored: D1PreparedStatement[] = [];
  return {
    decide(state) {
      const decided = decide(state);
      if (!decided.ok) return decided;
      const { drafts, answer } = decided.value;
      return ok({
        drafts,
        answer: (after, seqs) => {
          stored = statements(answer(after, seqs));
          return null;
        },
      });
    },
    statements: () => stored,
  };
}

export interface StoredOutputRow extends OutputRow {
  readonly content: string | null;
  readonly mediaUrl: string | null;
}

export function outputsCommand(
  rows: readonly StoredOutputRow[],
  options: BulkOptions,
  db: D1Database,
  arena: number,
): Command<OutputsAnswer> {
  const insert = `INSERT INTO outputs (arena_id, model, prompt, content, media_url, score, hash)
    SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?1)`;
  return {
    decide: (state) => decideOutputs(state, rows, options),
    statements({ stored }) {
      const tuples = stored.map(([at, { model, prompt, score, hash }]) => {
        const row = rows[at];
        return [model, prompt, row?.content ?? null, row?.mediaUrl ?? null, score, hash];
      });
      return jsonChunks(tuples).map((chunk) => db.prepare(insert).bind(chunk, arena));
    },
  };
}

export const importCommand = (rows: readonly VerdictRow[], options: BulkOptions): Command<BulkResult> => ({
  ballots: rows.map(({ id }) => id),
  decide: (state, { spent }) => {
    const known = new Set(rows.map(({ id }) => id).filter((id) => spent.has(id)));
    return decideImport(state, rows, known, options);
  },
});

/** `id` is the wish's own: a commit whose answer was lost does not make a second tournament of it. */
export const tournamentCommand = (wish: TournamentWish, id: string): Command<number> => ({
  ballots: [id],
  fresh: true,
  decide(state, { spent }) {
    const before = spent.get(id)?.event;
    if (before?.type === "tournament.created") return ok({ drafts: [], answer: () => before.tournament });
    return decideTournament(state, wish, id);
  },
});

const ofTournament = <Answer>(
  number: number,
  decide: (tournament: TournamentState) => Decided<Answer>,
): Command<Answer> => ({
  decide(state) {
    const tournament = state.tournaments[number - 1];
    return tournament ? decide(tournament) : fail("tournament_unknown", "There is no such tournament.");
  },
});

export const changeTournamentCommand = (number: number, change: TournamentChange): Command<null> =>
  ofTournament(number, (tournament) => decideTournamentChange(tournament, change));

export const rulingCommand = (number: number, match: string, patch: MatchPatch): Command<null> =>
  ofTournament(number, (tournament) => decideRuling(tournament, match, patch));

export const judgedCommand = (judged: JudgedBattle): Command<boolean> => ({
  ballots: [],
  decide: (state) => decideJudged(state, judged),
});
