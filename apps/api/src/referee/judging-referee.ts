// The referee's part in the work of machine judges: it keeps their definitions, says whether a battle may still be
// judged, takes verdicts and failures, and tells operators what is under way.
import {
  type ArenaState,
  findJudge,
  type JudgeState,
  judgeView,
  type MachineVerdict,
  type Rehearsal,
  rehearseTournament,
  type TournamentWish,
  tournamentId,
} from "@agon/arena";
import {
  fail,
  type Judge,
  type JudgeDefinition,
  type JudgePatch,
  type JudgeWork,
  type LlmDefinition,
  ok,
  type Result,
} from "@agon/contract";
import { database, readTotals } from "@agon/db";
import type { JudgeMessage } from "../judging/message.ts";
import { RefereeIntake } from "./intake.ts";
import { covers, isOpen, membersOf } from "./issue-judging.ts";
import type { Failed, FailedTry, RecentFailure } from "./issued.ts";
import * as commands from "./judge-commands.ts";
import { readPurse, spentBy } from "./purse.ts";

/** All that a consumer needs to judge a battle beside its texts. */
export interface Assignment {
  readonly definition: JudgeDefinition;
  readonly members: readonly LlmDefinition[];
  readonly criterion: { readonly slug: string; readonly instruction: string };
  /** Of the battle's models. */
  readonly families: readonly (string | null)[];
  /** Tries before whose answers could not be read. */
  readonly invalidTries: number;
}

export abstract class JudgingReferee extends RefereeIntake {
  // ---- definitions ---------------------------------------------------------------------------------------------

  judges(): Promise<Judge[]> {
    return this.read((state) => state.judges.map(judgeView));
  }

  judge(slug: string): Promise<Result<Judge>> {
    return this.#ofJudge(slug, (judge) => ok(judgeView(judge)));
  }

  /** The definition with those of its members, endpoints included. */
  judgeDefinition(slug: string): Promise<Result<{ definition: JudgeDefinition; members: LlmDefinition[] }>> {
    return this.#ofJudge(slug, ({ definition }, state) =>
      ok({ definition, members: membersOf(state, definition) }),
    );
  }

  async addJudge(definition: JudgeDefinition): Promise<Result<Judge>> {
    return this.#changed(await this.submit(commands.judgeCommand(definition)));
  }

  async changeJudge(slug: string, patch: JudgePatch): Promise<Result<Judge>> {
    return this.#changed(await this.submit(commands.changeJudgeCommand(slug, patch)));
  }

  async setJudgeStatus(slug: string, status: JudgeState["status"]): Promise<Result<Judge>> {
    return this.#changed(await this.submit(commands.judgeStatusCommand(slug, status)));
  }

  /** Gives everything out again that a judge failed at, and lets a stopped judge go on. */
  async retryJudge(slug: string): Promise<Result<null>> {
    const known = await this.judge(slug);
    if (!known.ok) return known;
    if (known.value.status === "stopped") await this.setJudgeStatus(slug, "active");
    this.issued.retry(slug);
    await this.lookForJudging();
    return ok(null);
  }

  /** A tournament played through in mind, to know its bill. */
  rehearse(wish: TournamentWish): Promise<Result<Rehearsal>> {
    return this.read((state) => rehearseTournament(state, wish));
  }

  async #changed(result: Result<string>): Promise<Result<Judge>> {
    return result.ok ? this.judge(result.value) : result;
  }

  #ofJudge<T>(slug: string, task: (judge: JudgeState, state: ArenaState) => Result<T>): Promise<Result<T>> {
    return this.read((state) => {
      const judge = findJudge(state, slug);
      return judge
        ? task(judge, state)
        : fail("judge_unknown", `There is no judge "${slug.slice(0, 80)}" here.`);
    });
  }

  /** Categories by the numbers of the prompts. */
  promptCategories(): Promise<(string | null)[]> {
    return this.read((state) => state.prompts.map(({ category }) => category));
  }

  // ---- battles -------------------------------------------------------------------------------------------------

  /** What to judge a battle by; null when it needs no verdict any more, or somebody else is at it. */
  beginJudging(message: JudgeMessage, delivery: string): Promise<Assignment | null> {
    return this.read((state) => {
      const judge = findJudge(state, message.judge);
      const tournament = state.tournaments[message.battle.tournament - 1];
      const open = isOpen(state, message);
      if (judge?.status !== "active" || tournament?.status !== "running" || !open) {
        this.issued.close(message.issue);
        return null;
      }
      if (!this.issued.begin(message, delivery, Date.now())) return null;
      const criterion = state.settings?.criteria.find(({ slug }) => slug === message.criterion);
      return {
        definition: judge.definition,
        members: membersOf(state, judge.definition),
        criterion: { slug: message.criterion, instruction: criterion?.instruction ?? "" },
        families: message.models.map((model) => state.models[model]?.family ?? null),
        invalidTries: this.issued.invalidTries(message.issue),
      };
    });
  }

  /** Takes a verdict; `failures` are calls that failed on the way. Answers whether it counts. */
  async takeVerdict(
    verdict: MachineVerdict,
    failures: readonly Omit<RecentFailure, "at">[],
  ): Promise<Result<boolean>> {
    const taken = await this.submit(commands.machineVerdictCommand(verdict));
    if (!taken.ok) return taken;
    this.issued.settle(verdict.issue);
    this.issued.noteFailures(failures, Date.now());
    await this.lookForJudging();
    return taken;
  }

  /** Notes that a battle was not judged. It waits for another try, or for an operator. */
  async failJudging(
    message: JudgeMessage,
    failed: FailedTry,
    failures: readonly Omit<RecentFailure, "at">[],
  ): Promise<void> {
    await this.open();
    const now = Date.now();
    this.issued.fail(message, { ...failed, reason: failed.reason.slice(0, 500) }, now);
    this.issued.noteFailures(failures, now);
    await this.lookForJudging();
  }

  // ---- what operators see --------------------------------------------------------------------------------------

  async judgeWork(slug: string): Promise<Result<Omit<JudgeWork, "key_present">>> {
    return this.read(async (state, arena) => {
      const judge = findJudge(state, slug);
      if (judge === undefined) return fail("judge_unknown", `There is no judge "${slug.slice(0, 80)}" here.`);
      const totals = await readTotals(database(this.env.DB), arena.id, slug);
      const { definition } = judge;
      const members = membersOf(state, definition);
      const failed = this.issued.failedOf(slug);
      const sum = (pick: (row: (typeof totals)[number]) => number) =>
        totals.reduce((all, row) => all + pick(row), 0);
      return ok({
        judge: judgeView(judge),
        base_url: definition.kind === "llm" ? definition.base_url : null,
        key_secret: definition.kind === "llm" ? definition.key_secret : null,
        running: this.issued.running(slug).map(({ message, since }) => ({
          tournament: tournamentId(arena.slug, message.battle.tournament),
          match: message.battle.match,
          since: new Date(since).toISOString(),
        })),
        failed: failed.map((one) => failedView(arena.slug, one)),
        waiting_for: await this.#waitsFor(state, arena.id, judge, failed),
        calls: sum(({ calls }) => calls),
        failures: sum(({ failures }) => failures),
        invalid: sum(({ invalid }) => invalid),
        input_tokens: sum(({ inputTokens }) => inputTokens),
        output_tokens: sum(({ outputTokens }) => outputTokens),
        cost_usd: spentBy(totals, slug),
        max_cost: definition.max_cost,
        recent_failures: this.issued
          .recentFailures([slug, ...members.map((member) => member.slug)])
          .map(({ at, ...failure }) => ({ ...failure, at: new Date(at).toISOString() })),
      });
    });
  }

  /** Why a judge gets no battles, where that is so. */
  async #waitsFor(
    state: ArenaState,
    arena: number,
    { definition, status }: JudgeState,
    failed: readonly Failed[],
  ): Promise<JudgeWork["waiting_for"]> {
    if (status !== "active") return status;
    const members = membersOf(state, definition);
    const capped = [definition, ...members].some(({ max_cost }) => max_cost !== null);
    if (capped) {
      const purse = await readPurse(
        this.env.DB,
        arena,
        (of) => membersOf(state, of),
        (slug) => findJudge(state, slug)?.verdicts ?? 0,
      );
      const sample = { models: Array.from({ length: state.settings?.k ?? 2 }, (_, model) => model) };
      const usd = purse.battleUsd(definition, sample);
      if (!covers([definition, ...members], this.issued, purse, usd)) return "cap";
    }
    return failed.some(({ nextAt }) => nextAt === null) ? "retry" : null;
  }
}

const failedView = (arena: string, { tournament, match, tries, code, reason, at }: Failed) => ({
  tournament: tournamentId(arena, tournament),
  match,
  tries,
  code,
  reason,
  at: new Date(at).toISOString(),
});
