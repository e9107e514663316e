// The referee of one arena: a thin shell around the pure reducer. It holds the arena's state, is the only writer of its
// log, gives out ballots, runs program judges and tells the live sockets. No rule of the contest is written here.
import {
  type ArenaState,
  arenaView,
  type BallotClaims,
  type BulkOptions,
  type FacetFilter,
  matchById,
  placeOfOutput,
  rulingPreview,
  sumFacets,
  summaryView,
  type TakedownWish,
  type TournamentChange,
  type TournamentWish,
  tournamentView,
  type VerdictRow,
} from "@agon/arena";
import {
  type ArenaPatch,
  type ArenaSettings,
  type Audit,
  type Cast,
  fail,
  type MatchPatch,
  ok,
  type Result,
} from "@agon/contract";
import { auditState } from "./audit.ts";
import { boardModels } from "./board-snapshot.ts";
import * as commands from "./commands.ts";
import type { ArenaIdentity } from "./identity.ts";
import { type BallotWish, issueBallot } from "./issue.ts";
import { JudgingReferee } from "./judging-referee.ts";
import { countIssued, type Payer, type Quota } from "./quota.ts";
import { takedownCommand } from "./take-down.ts";

export class Referee extends JudgingReferee {
  // ---- reading -------------------------------------------------------------------------------------------------

  /** The newest committed entry. */
  seq(): Promise<number> {
    return this.read((state) => state.seq);
  }

  arena() {
    return this.read((state, arena) => arenaView(arena.slug, state, arena.createdAt));
  }

  /** Counts for a board, one sum per filter, with the models they are about. */
  tallies(filters: readonly FacetFilter[]) {
    return this.read((state) => ({
      ...boardModels(state),
      tallies: filters.map((filter) => sumFacets(state.facets.values(), filter)),
      prompts: state.prompts.map(({ category }) => category),
    }));
  }

  catalogue() {
    return this.read((state) => ({
      seq: state.seq,
      models: state.models.map(({ outputs, votes, status, slug }) => ({ slug, outputs, votes, status })),
      prompts: state.prompts.map(({ slug, outputs }) => ({ slug, outputs: outputs.size })),
    }));
  }

  tournaments() {
    return this.read((state, { slug }) =>
      state.tournaments.map((tournament) => summaryView(slug, tournament)),
    );
  }

  tournament(number: number, group: string | null) {
    return this.#ofTournament(number, (state, tournament, { slug }) =>
      tournamentView(slug, state, tournament, group),
    );
  }

  /** A match with the numbers of its models and prompt, so that its outputs can be read. */
  match(number: number, id: string) {
    return this.#ofTournament(number, (state, tournament, { slug }) => {
      const match = matchById(state, tournament, id);
      if (match === null) return fail("match_unknown", `There is no match "${id}" in this tournament.`);
      return ok({ match, tournament: summaryView(slug, tournament) });
    });
  }

  previewRuling(number: number, match: string, patch: MatchPatch) {
    return this.#ofTournament(number, (state, tournament) => rulingPreview(state, tournament, match, patch));
  }

  /** Votes taken back among those from `from` to `to`: seq of the vote, seq of its withdrawal. */
  withdrawn(from: number, to: number): Promise<[number, number][]> {
    return this.read((state) => [...state.withdrawn].filter(([seq]) => seq >= from && seq <= to));
  }

  audit(): Promise<Audit> {
    return this.read((state, arena) => auditState(this.env.DB, arena.id, state));
  }

  async stats() {
    return { ...(await this.open()).commit.stats };
  }

  // ---- voting --------------------------------------------------------------------------------------------------

  /** `payer`: whose quota the ballot counts on; null when quotas are off. */
  async issue(
    wish: BallotWish,
    payer: Payer | null,
  ): Promise<Result<{ claims: BallotClaims; quota: Quota | null }>> {
    const now = Date.now();
    const quota = payer === null ? null : countIssued(this.ctx.storage.sql, payer, now);
    if (quota !== null && quota.used > quota.limit) {
      const detail = `All ${quota.limit} ballots of the day are used up; there are new ones tomorrow.`;
      return fail("quota_exhausted", detail, { retryAfterS: quota.resetS });
    }
    return this.read((state, arena) => {
      const newId = () => `b${arena.id.toString(36)}.${crypto.randomUUID().replaceAll("-", "")}`;
      const context = { arena: arena.id, desk: this.desk, now, random: Math.random, newId };
      const issued = issueBallot(state, wish, context);
      return issued.ok ? ok({ claims: issued.value, quota }) : issued;
    });
  }

  /** Answers with the text that every repeat of the cast gets. */
  async cast(claims: BallotClaims, cast: Cast): Promise<Result<string>> {
    const result = await this.submit(commands.castCommand(claims, cast, this.desk.isOpen(claims.id)));
    if (result.ok) this.desk.close(claims.id);
    return result;
  }

  withdraw(claims: BallotClaims) {
    return this.submit(commands.withdrawCommand(claims));
  }

  // ---- operating -----------------------------------------------------------------------------------------------

  async create(settings: ArenaSettings) {
    const { arena } = await this.open();
    return this.submit(commands.createCommand(settings, this.env.DB, arena.id));
  }

  async configure(patch: ArenaPatch) {
    const { arena } = await this.open();
    return this.submit(commands.configureCommand(patch, this.env.DB, arena.id));
  }

  async addModels(rows: readonly commands.ModelRow[]) {
    const { arena } = await this.open();
    return this.submit(commands.modelsCommand(rows, this.env.DB, arena.id));
  }

  async addPrompts(rows: readonly commands.PromptRow[]) {
    const { arena } = await this.open();
    return this.submit(commands.promptsCommand(rows, this.env.DB, arena.id));
  }

  async addOutputs(rows: readonly commands.StoredOutputRow[], options: BulkOptions) {
    const { arena } = await this.open();
    return this.submit(commands.outputsCommand(rows, options, this.env.DB, arena.id));
  }

  async takeOutputDown(wish: TakedownWish) {
    const { arena } = await this.open();
    const place = await this.read((state) => placeOfOutput(state, wish));
    return place.ok ? this.submit(await takedownCommand(this.env, arena.id, wish, place.value)) : place;
  }

  importVerdicts(rows: readonly VerdictRow[], options: BulkOptions) {
    return this.submit(commands.importCommand(rows, options));
  }

  async createTournament(wish: TournamentWish) {
    const created = await this.submit(commands.tournamentCommand(wish, `c.${crypto.randomUUID()}`));
    return created.ok ? this.tournament(created.value, null) : created;
  }

  async changeTournament(number: number, change: TournamentChange) {
    const changed = await this.submit(commands.changeTournamentCommand(number, change));
    if (!changed.ok) return changed;
    return this.#ofTournament(number, (_, tournament, { slug }) => ok(summaryView(slug, tournament)));
  }

  async rule(number: number, match: string, patch: MatchPatch) {
    const ruled = await this.submit(commands.rulingCommand(number, match, patch));
    return ruled.ok ? this.match(number, match) : ruled;
  }

  #ofTournament<T>(
    number: number,
    task: (
      state: ArenaState,
      tournament: ArenaState["tournaments"][number],
      arena: ArenaIdentity,
    ) => Result<T>,
  ): Promise<Result<T>> {
    return this.read((state, arena) => {
      const tournament = state.tournaments[number - 1];
      return tournament
        ? task(state, tournament, arena)
        : fail("tournament_unknown", "There is no such tournament.");
    });
  }
}
