// Scores turned into duels: every output is scored once, by itself, and the scores decide every battle it is in.
import type { Asker } from "../ask/ask.ts";
import { type Judge, undecidable } from "../judge.ts";
import { single } from "../protocol/single.ts";
import { competitionRanks } from "../rules/ranks.ts";
import { addSpend } from "../spend.ts";
import { isBlank, questionOf } from "./question.ts";

/** The mean score where the model's probabilities are known (G-Eval), else the score it wrote. */
function scoreOf(written: number, probabilities: readonly number[] | null): number {
  if (probabilities === null) return written;
  return probabilities.reduce((sum, probability, at) => sum + probability * (at + 1), 0);
}

/** Equal scores tie. With an answer store an output is paid for once, however many battles it fights. */
export function pointwise(asker: Asker): Judge {
  return async ({ outputs }, context) => {
    if (outputs.some(isBlank)) return undecidable("An output has nothing this judge can read");
    const replies = await Promise.all(
      outputs.map((output) => asker.ask(single, questionOf([output], context))),
    );
    const spend = addSpend(...replies.map((reply) => reply.spend));
    for (const reply of replies) {
      if (reply.status === "failed") return { status: "failed", failure: reply.failure, spend };
      if (reply.status === "invalid") return { status: "invalid", reason: reply.reason, spend };
    }
    const scores = replies.flatMap((reply) =>
      reply.status === "answered" ? [scoreOf(reply.value.score ?? 0, reply.probabilities)] : [],
    );
    return { status: "decided", ranks: competitionRanks(scores), scores, spend };
  };
}
