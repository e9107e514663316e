// The referee of one arena: a thin shell around the pure reducer. It holds the arena's state, is the only writer of its
// log, gives out ballots, runs program judges and tells the live sockets. No rule of the contest is written here.
import { DurableObject } from "cloudflare:workers";
import {
  type ArenaState,
  arenaView,
  type BallotClaims,
  type BulkOptions,
  type FacetFilter,
  matchById,
  namesOf,
  sumFacets,
  summaryView,
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
  type Leaderboard,
  type MatchPatch,
  ok,
  type Result,
} from "@agon/contract";
import type { Bindings } from "../bindings.ts";
import { auditState } from "./audit.ts";
import { boardModels, defaultBoard, writeBoard } from "./board-snapshot.ts";
import { writeCheckpoint } from "./checkpoint.ts";
import * as commands from "./commands.ts";
import { Desk } from "./desk.ts";
import { Due } from "./due.ts";
import { firstMessages } from "./first-messages.ts";
import { type Command, GroupCommit } from "./group-commit.ts";
import { feedWanted, Hub } from "./hub.ts";
import { type ArenaIdentity, readIdentity } from "./identity.ts";
import { type BallotWish, issueBallot } from "./issue.ts";
import type { LogRow } from "./log-store.ts";
import { Pacer, programTournaments } from "./program-judge.ts";
import { runPrograms } from "./program-runner.ts";
import { countIssued, type Payer, type Quota } from "./quota.ts";

/** A checkpoint and the board's row wait so long after a change, and no longer. */
const checkpointMs = 5_000;
const boardMs = 2_000;
/** What failed is tried again after so long. */
const putOffMs = 5_000;

export class Referee extends DurableObject<Bindings> {
  readonly #desk = new Desk();
  readonly #pacer = new Pacer();
  readonly #hub: Hub;
  readonly #due: Due;
  #running: Promise<{ arena: ArenaIdentity; commit: GroupCommit }> | null = null;
  #board: Leaderboard | null = null;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#hub = new Hub(ctx);
    this.#due = new Due(ctx.storage);
  }

  // ---- reading -------------------------------------------------------------------------------------------------

  /** The newest committed entry. */
  seq(): Promise<number> {
    return this.#read((state) => state.seq);
  }

  arena() {
    return this.#read((state, arena) => arenaView(arena.slug, state, arena.createdAt));
  }

  /** Counts for a board, with the models they are about. */
  tally(filter: FacetFilter) {
    return this.#read((state) => ({
      ...boardModels(state),
      tally: sumFacets(state.facets.values(), filter),
      prompts: state.prompts.map(({ category }) => category),
    }));
  }

  catalogue() {
    return this.#read((state) => ({
      seq: state.seq,
      models: state.models.map(({ outputs, votes, status, slug }) => ({ slug, outputs, votes, status })),
      prompts: state.prompts.map(({ slug, outputs }) => ({ slug, outputs: outputs.size })),
    }));
  }

  tournaments() {
    return this.#read((state, { slug }) =>
      state.tournaments.map((tournament) => summaryView(slug, tournament)),
    );
  }

  tournament(number: number, group: string | null) {
    return this.#ofTournament(number, (state, tournament, { slug }) =>
      ok(tournamentView(slug, state, tournament, group)),
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

  /** Votes taken back among those from `from` to `to`: seq of the vote, seq of its withdrawal. */
  withdrawn(from: number, to: number): Promise<[number, number][]> {
    return this.#read((state) => [...state.withdrawn].filter(([seq]) => seq >= from && seq <= to));
  }

  audit(): Promise<Audit> {
    return this.#read((state, arena) => auditState(this.env.DB, arena.id, state));
  }

  async stats() {
    return { ...(await this.#open()).commit.stats };
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
    return this.#read((state, arena) => {
      const newId = () => `b${arena.id.toString(36)}.${crypto.randomUUID().replaceAll("-", "")}`;
      const context = { arena: arena.id, desk: this.#desk, now, random: Math.random, newId };
      const issued = issueBallot(state, wish, context);
      return issued.ok ? ok({ claims: issued.value, quota }) : issued;
    });
  }

  /** Answers with the text that every repeat of the cast gets. */
  async cast(claims: BallotClaims, cast: Cast): Promise<Result<string>> {
    const result = await this.#submit(commands.castCommand(claims, cast, this.#desk.isOpen(claims.id)));
    if (result.ok) this.#desk.close(claims.id);
    return result;
  }

  withdraw(claims: BallotClaims) {
    return this.#submit(commands.withdrawCommand(claims));
  }

  // ---- operating -----------------------------------------------------------------------------------------------

  async create(settings: ArenaSettings) {
    const { arena } = await this.#open();
    return this.#submit(commands.createCommand(settings, this.env.DB, arena.id));
  }

  async configure(patch: ArenaPatch) {
    const { arena } = await this.#open();
    return this.#submit(commands.configureCommand(patch, this.env.DB, arena.id));
  }

  async addModels(rows: readonly commands.ModelRow[]) {
    const { arena } = await this.#open();
    return this.#submit(commands.modelsCommand(rows, this.env.DB, arena.id));
  }

  async addPrompts(rows: readonly commands.PromptRow[]) {
    const { arena } = await this.#open();
    return this.#submit(commands.promptsCommand(rows, this.env.DB, arena.id));
  }

  async addOutputs(rows: readonly commands.StoredOutputRow[], options: BulkOptions) {
    const { arena } = await this.#open();
    return this.#submit(commands.outputsCommand(rows, options, this.env.DB, arena.id));
  }

  importVerdicts(rows: readonly VerdictRow[], options: BulkOptions) {
    return this.#submit(commands.importCommand(rows, options));
  }

  async createTournament(wish: TournamentWish) {
    const created = await this.#submit(commands.tournamentCommand(wish, `c.${crypto.randomUUID()}`));
    return created.ok ? this.tournament(created.value, null) : created;
  }

  async changeTournament(number: number, change: TournamentChange) {
    const changed = await this.#submit(commands.changeTournamentCommand(number, change));
    if (!changed.ok) return changed;
    return this.#ofTournament(number, (_, tournament, { slug }) => ok(summaryView(slug, tournament)));
  }

  async rule(number: number, match: string, patch: MatchPatch) {
    const ruled = await this.#submit(commands.rulingCommand(number, match, patch));
    return ruled.ok ? this.match(number, match) : ruled;
  }

  // ---- live ----------------------------------------------------------------------------------------------------

  /** Opens a socket: `/arena` or `/tournament/{number}`, `?since=seq`. */
  override async fetch(request: Request): Promise<Response> {
    const { feed, since } = feedWanted(new URL(request.url));
    return this.#read(async (state, arena) => {
      if (feed !== "arena" && state.tournaments[feed - 1] === undefined)
        return new Response(null, { status: 404 });
      const first = await firstMessages(
        this.env.DB,
        arena,
        state,
        feed,
        since,
        feed === "arena" && since === null ? this.#boardAt(arena.slug, state) : null,
      );
      return this.#hub.open(feed, first);
    });
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void {
    // 1005 and 1006 stand for "no code" and may not be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code, reason);
  }

  // ---- work by itself ------------------------------------------------------------------------------------------

  override async alarm(): Promise<void> {
    const now = Date.now();
    this.#due.woken();
    try {
      await this.#work(now);
    } catch (error) {
      // The runtime gives up an alarm that fails again and again, and an outage may outlast its patience.
      console.error("work put off", error);
      for (const work of ["program", "checkpoint", "board"] as const) this.#due.at(work, now + putOffMs);
    }
    await this.#due.schedule();
  }

  async #work(now: number): Promise<void> {
    const { arena, commit } = await this.#open();
    await runPrograms({ db: this.env.DB, arena: arena.id, commit, pacer: this.#pacer });
    await commit.read(async (state) => {
      if (this.#due.take("checkpoint", now)) await writeCheckpoint(this.env.DB, arena.id, state);
      if (this.#due.take("board", now)) await this.#keepBoard(state, arena);
      const next = programTournaments(state).map((running) => this.#pacer.dueAt(running));
      if (next.length > 0) this.#due.at("program", Math.max(Date.now(), Math.min(...next)));
    });
  }

  async #keepBoard(state: ArenaState, arena: ArenaIdentity): Promise<void> {
    const board = this.#boardAt(arena.slug, state);
    if (board) await writeBoard(this.env.DB, arena.id, board, Date.now()).run();
  }

  /** The default board of this state, folded once. */
  #boardAt(slug: string, state: ArenaState): Leaderboard | null {
    if (this.#board?.seq !== state.seq) this.#board = defaultBoard(slug, state, Date.now());
    return this.#board;
  }

  // ---- the shell -----------------------------------------------------------------------------------------------

  #open(): Promise<{ arena: ArenaIdentity; commit: GroupCommit }> {
    this.#running ??= this.#start().catch((error: unknown) => {
      this.#running = null;
      throw error;
    });
    return this.#running;
  }

  async #start(): Promise<{ arena: ArenaIdentity; commit: GroupCommit }> {
    const arena = await readIdentity(this.ctx, this.env.DB);
    const commit = new GroupCommit(this.env.DB, arena, {
      loaded: (state) => {
        this.#desk.reset(state.models.length);
        if (programTournaments(state).length > 0) this.#due.at("program", Date.now());
        this.ctx.waitUntil(this.#due.schedule());
      },
      committed: (rows, state) => this.#committed(arena, rows, state),
    });
    return { arena, commit };
  }

  #committed(arena: ArenaIdentity, rows: readonly LogRow[], state: ArenaState): void {
    const now = Date.now();
    this.#desk.resize(state.models.length);
    this.#due.at("checkpoint", now + checkpointMs);
    this.#due.at("board", now + boardMs);
    if (programTournaments(state).some((running) => this.#pacer.dueAt(running) <= now))
      this.#due.at("program", now);
    this.ctx.waitUntil(this.#due.schedule());
    this.#hub.tell(namesOf(arena.slug, state), rows);
  }

  async #submit<Answer>(command: Command<Answer>): Promise<Result<Answer>> {
    return (await this.#open()).commit.submit(command);
  }

  async #read<T>(task: (state: ArenaState, arena: ArenaIdentity) => T | Promise<T>): Promise<T> {
    const { arena, commit } = await this.#open();
    return commit.read((state) => task(state, arena));
  }

  #ofTournament<T>(
    number: number,
    task: (
      state: ArenaState,
      tournament: ArenaState["tournaments"][number],
      arena: ArenaIdentity,
    ) => Result<T>,
  ): Promise<Result<T>> {
    return this.#read((state, arena) => {
      const tournament = state.tournaments[number - 1];
      return tournament
        ? task(state, tournament, arena)
        : fail("tournament_unknown", "There is no such tournament.");
    });
  }
}
