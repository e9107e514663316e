import type { Verdict } from "@agon/contract";
import type { VerdictEvent } from "../event.ts";
import { tournamentId } from "./tournament-view.ts";

/** The names a public verdict needs; the state holds them, and so does a reader of the tables. */
export interface Names {
  readonly arena: string;
  readonly model: (number: number) => string;
  readonly prompt: (number: number) => string;
}

export interface LoggedVerdict {
  readonly seq: number;
  readonly ballot: string;
  readonly at: number;
  readonly event: VerdictEvent;
  readonly withdrawnBy: number | null;
}

/** A row of the public log. */
export function verdictView(names: Names, { seq, ballot, at, event, withdrawnBy }: LoggedVerdict): Verdict {
  const prompt = names.prompt(event.prompt);
  return {
    seq,
    ballot,
    criterion: event.criterion,
    judge: event.judge,
    slots: event.models.map((model) => ({ model: names.model(model), prompt })),
    ranks: [...event.ranks],
    first_only: event.firstOnly ?? false,
    flags: [...(event.flags ?? [])],
    ...machineView(event),
    counted: !event.late && withdrawnBy === null,
    tournament: event.battle ? tournamentId(names.arena, event.battle.tournament) : null,
    match: event.battle?.match ?? null,
    withdrawn_by: withdrawnBy,
    at: new Date(event.castAt ?? at).toISOString(),
  };
}

/** What only verdicts of language models have. */
function machineView({ strength, cost, looks, absent }: VerdictEvent): Partial<Verdict> {
  return {
    ...(strength === undefined ? {} : { strength }),
    ...(cost === undefined || cost.usd === null ? {} : { cost_usd: cost.usd }),
    ...(looks && {
      looks: looks.map(({ judge, order, ranks, choice }) => ({
        judge,
        order: [...order],
        ranks: ranks && [...ranks],
        choice,
      })),
    }),
    ...(absent && { absent: [...absent] }),
  };
}
