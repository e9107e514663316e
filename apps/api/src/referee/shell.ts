// What every part of a referee stands on: the arena's state behind its group commit, the sockets, and the work that
// is due. The referee's own calls are in referee.ts.
import { DurableObject } from "cloudflare:workers";
import { type ArenaEvent, type ArenaState, findJudge, namesOf } from "@agon/arena";
import type { Leaderboard, Result } from "@agon/contract";
import type { Bindings } from "../bindings.ts";
import { defaultBoard, writeBoard } from "./board-snapshot.ts";
import { writeCheckpoint } from "./checkpoint.ts";
import { Desk } from "./desk.ts";
import { Due } from "./due.ts";
import { firstMessages } from "./first-messages.ts";
import { type Command, GroupCommit } from "./group-commit.ts";
import { feedWanted, Hub } from "./hub.ts";
import { type ArenaIdentity, readIdentity } from "./identity.ts";
import { IntakeRunner } from "./intake-runner.ts";
import { issueJudging, machineTournaments, membersOf } from "./issue-judging.ts";
import { IssuedBattles } from "./issued.ts";
import type { LogRow } from "./log-store.ts";
import { Pacer, programTournaments } from "./program-judge.ts";
import { runPrograms } from "./program-runner.ts";
import { readPurse } from "./purse.ts";

/** A checkpoint and the board's row wait so long after a change, and no longer. */
const checkpointMs = 5_000;
const boardMs = 2_000;
/** Judges are looked after at most so often by the clock. */
const judgingMs = 1_000;
/** News of so long reach the courier together. */
const courierMs = 100;
/** What failed is tried again after so long. */
const putOffMs = 5_000;

/** Votes, which are nearly all of the log, leave submissions as they are. */
const concernsIntake = ({ event: { type } }: LogRow): boolean =>
  type.startsWith("submission.") || type === "model.activated";
/** Verdicts of machines look for more work themselves, and people's give none. */
const concernsJudging = ({ type }: ArenaEvent): boolean => type !== "verdict";

export abstract class RefereeShell extends DurableObject<Bindings> {
  protected readonly desk = new Desk();
  protected readonly issued: IssuedBattles;
  readonly #pacer = new Pacer();
  readonly #intake: IntakeRunner;
  readonly #hub: Hub;
  readonly #due: Due;
  #running: Promise<{ arena: ArenaIdentity; commit: GroupCommit }> | null = null;
  #board: Leaderboard | null = null;
  /** False when the courier said that nobody subscribes. */
  #courierWanted = true;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#hub = new Hub(ctx);
    this.#due = new Due(ctx.storage);
    this.#intake = new IntakeRunner(env.WORK);
    this.issued = new IssuedBattles(ctx.storage.sql);
  }

  protected open(): Promise<{ arena: ArenaIdentity; commit: GroupCommit }> {
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
        this.desk.reset(state.models.length);
        if (programTournaments(state).length > 0) this.#due.at("program", Date.now());
        // What was committed before the last end may not have been told.
        this.#due.at("courier", Date.now());
        this.#intake.forget();
        this.#wantIntake(state);
        if (machineTournaments(state).length > 0) this.#due.at("judging", Date.now());
        this.ctx.waitUntil(this.#due.schedule());
      },
      committed: (rows, state) => this.#committed(arena, rows, state),
    });
    return { arena, commit };
  }

  #committed(arena: ArenaIdentity, rows: readonly LogRow[], state: ArenaState): void {
    const now = Date.now();
    this.desk.resize(state.models.length);
    this.#due.at("checkpoint", now + checkpointMs);
    this.#due.at("board", now + boardMs);
    if (this.#courierWanted) this.#due.at("courier", now + courierMs);
    if (programTournaments(state).some((running) => this.#pacer.dueAt(running) <= now))
      this.#due.at("program", now);
    if (rows.some(concernsIntake)) this.#wantIntake(state);
    if (rows.some(({ event }) => concernsJudging(event)) && machineTournaments(state).length > 0)
      this.#due.at("judging", now);
    this.ctx.waitUntil(this.#due.schedule());
    this.#hub.tell(namesOf(arena.slug, state), rows);
  }

  #wantIntake(state: ArenaState): void {
    const at = this.#intake.dueAt(state, Date.now());
    if (at !== null) this.#due.at("intake", at);
  }

  protected async submit<Answer>(command: Command<Answer>): Promise<Result<Answer>> {
    return (await this.open()).commit.submit(command);
  }

  protected async read<T>(task: (state: ArenaState, arena: ArenaIdentity) => T | Promise<T>): Promise<T> {
    const { arena, commit } = await this.open();
    return commit.read((state) => task(state, arena));
  }

  // ---- live ----------------------------------------------------------------------------------------------------

  /** Opens a socket: `/arena` or `/tournament/{number}`, `?since=seq`. */
  override async fetch(request: Request): Promise<Response> {
    const { feed, since } = feedWanted(new URL(request.url));
    return this.read(async (state, arena) => {
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
      for (const work of ["program", "judging", "checkpoint", "board", "intake", "courier"] as const)
        this.#due.at(work, now + putOffMs);
    }
    await this.#due.schedule();
  }

  async #work(now: number): Promise<void> {
    const { arena, commit } = await this.open();
    await runPrograms({ db: this.env.DB, arena: arena.id, commit, pacer: this.#pacer });
    if (this.#due.take("courier", now)) await this.#wakeCourier(arena.id);
    if (this.#due.take("intake", now)) await this.#intake.run(arena, commit, this.env.DB);
    if (this.#due.take("judging", now)) await this.#giveToJudges(arena, commit, now);
    await commit.read(async (state) => {
      this.#wantIntake(state);
      if (this.#due.take("checkpoint", now)) await writeCheckpoint(this.env.DB, arena.id, state);
      if (this.#due.take("board", now)) await this.#keepBoard(state, arena);
      const next = programTournaments(state).map((running) => this.#pacer.dueAt(running));
      if (next.length > 0) this.#due.at("program", Math.max(Date.now(), Math.min(...next)));
    });
  }

  /** Looks at once whether judges have room for more battles. */
  protected lookForJudging(): Promise<void> {
    this.#due.at("judging", Date.now());
    return this.#due.schedule();
  }

  /** Sends battles to the queue of the machine judges, and looks again when a lease or a wait ends. */
  async #giveToJudges(arena: ArenaIdentity, commit: GroupCommit, now: number): Promise<void> {
    const messages = await commit.read(async (state) => {
      if (machineTournaments(state).length === 0) return [];
      const purse = await readPurse(
        this.env.DB,
        arena.id,
        (definition) => membersOf(state, definition),
        (slug) => findJudge(state, slug)?.verdicts ?? 0,
      );
      return issueJudging(state, arena.id, this.issued, purse, now);
    });
    try {
      if (messages.length > 0) await this.env.JUDGE.sendBatch(messages.map((body) => ({ body })));
    } catch (error) {
      for (const { issue } of messages) this.issued.close(issue);
      throw error;
    }
    const next = this.issued.nextAt();
    if (next !== null) this.#due.at("judging", Math.max(next, now + judgingMs));
  }

  /** The courier reads the log by itself; it is only told when to look. */
  async #wakeCourier(arena: number): Promise<void> {
    this.#courierWanted = await this.env.COURIER.getByName(String(arena)).wake();
  }

  /** Somebody subscribes now. */
  courierWanted(): void {
    this.#courierWanted = true;
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
}
