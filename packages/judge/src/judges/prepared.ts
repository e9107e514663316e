// What a judge is given beside the outputs, asked of a model once and kept by the answer store.
import type { Asker, Reply } from "../ask/ask.ts";
import type { Judge, JudgeContext, JudgedBattle, Judgement } from "../judge.ts";
import { checklistProtocol, conceptsProtocol } from "../protocol/breakdown.ts";
import { addSpend, noSpend, type Spend } from "../spend.ts";
import { questionOf } from "./question.ts";

function withSpend(judgement: Judgement, spent: Spend): Judgement {
  if (judgement.status === "pending" || judgement.status === "undecidable") return judgement;
  return { ...judgement, spend: addSpend(spent, judgement.spend ?? noSpend) };
}

function failed(replies: readonly Reply<string[]>[], spend: Spend): Judgement | null {
  for (const reply of replies) {
    if (reply.status === "failed") return { status: "failed", failure: reply.failure, spend };
    if (reply.status === "invalid") return { status: "invalid", reason: reply.reason, spend };
  }
  return null;
}

/** Judges by 5 to 10 yes/no questions about the prompt; a checklist that is given is taken as it is. */
export function withChecklist(judge: Judge, asker: Asker): Judge {
  return async (battle: JudgedBattle, context: JudgeContext): Promise<Judgement> => {
    if (context.checklist?.length || !context.prompt) return judge(battle, context);
    const reply = await asker.ask(checklistProtocol, questionOf([], context));
    if (reply.status !== "answered") return failed([reply], reply.spend) ?? judge(battle, context);
    return withSpend(await judge(battle, { ...context, checklist: reply.value }), reply.spend);
  };
}

/** Judges with what each output says, point by point; asked once an output. */
export function withConcepts(judge: Judge, asker: Asker): Judge {
  return async (battle: JudgedBattle, context: JudgeContext): Promise<Judgement> => {
    const plain = { ...context, checklist: [], scenario: [] };
    const replies = await Promise.all(
      battle.outputs.map((output) => asker.ask(conceptsProtocol, questionOf([output], plain))),
    );
    const spend = addSpend(...replies.map((reply) => reply.spend));
    const failure = failed(replies, spend);
    if (failure !== null) return failure;
    const outputs = battle.outputs.map((output, at) => {
      const reply = replies[at];
      return reply?.status === "answered" ? { ...output, concepts: reply.value } : output;
    });
    return withSpend(await judge({ outputs }, context), spend);
  };
}
