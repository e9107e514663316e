import {
  decideJudge,
  decideJudgePatch,
  decideJudgeStatus,
  decideMachineVerdict,
  type JudgeStatus,
  type MachineVerdict,
} from "@agon/arena";
import { type JudgeDefinition, type JudgePatch, ok } from "@agon/contract";
import type { Command } from "./group-commit.ts";

export const judgeCommand = (definition: JudgeDefinition): Command<string> => ({
  decide: (state) => decideJudge(state, definition),
});

export const changeJudgeCommand = (slug: string, patch: JudgePatch): Command<string> => ({
  decide: (state) => decideJudgePatch(state, slug, patch),
});

export const judgeStatusCommand = (slug: string, status: JudgeStatus): Command<string> => ({
  decide: (state) => decideJudgeStatus(state, slug, status),
});

/** A battle that is in the log already stays as it is: deliveries may come twice. */
export const machineVerdictCommand = (judged: MachineVerdict): Command<boolean> => ({
  ballots: [judged.issue, ...judged.further.map(({ criterion }) => `${judged.issue}.${criterion}`)],
  decide: (state, { spent }) =>
    spent.has(judged.issue) ? ok({ drafts: [], answer: () => false }) : decideMachineVerdict(state, judged),
});
