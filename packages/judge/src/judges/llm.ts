// A language model as a judge: one look at the outputs in the order given.
import type { Asker, Reply } from "../ask/ask.ts";
import {
  type Decided,
  type Judge,
  type JudgeContext,
  type JudgedBattle,
  type Judgement,
  undecidable,
  type VerdictFlag,
} from "../judge.ts";
import type { Reading } from "../protocol/protocol.ts";
import { type ProtocolName, protocols } from "../protocol/protocols.ts";
import { pointwise } from "./pointwise.ts";
import { isBlank, questionOf } from "./question.ts";

/** Duels have protocols of their own; more outputs are put in one order. */
function protocolFor(name: ProtocolName, size: number): ProtocolName {
  if (size > 2) return "listwise";
  return name === "listwise" && size === 2 ? "listwise" : name;
}

/** Chances of being the best from the probabilities of a duel's labels; a tie counts half. */
function chances(probabilities: readonly number[] | null, labels: readonly string[] | null): number[] | null {
  if (probabilities === null || labels === null) return null;
  const first = labels.reduce((sum, label, at) => {
    const share = label.startsWith("A") && label !== "A=B" ? 1 : label.startsWith("B") ? 0 : 0.5;
    return sum + share * (probabilities[at] ?? 0);
  }, 0);
  return [first, 1 - first];
}

const flagsOf = (reply: Reply<Reading> & { status: "answered" }): VerdictFlag[] => [
  ...(reply.reformatted ? (["reformatted"] as const) : []),
  ...(reply.value.completed ? (["completed"] as const) : []),
];

function decidedOf(
  reply: Reply<Reading> & { status: "answered" },
  ranks: readonly number[],
  labels: readonly string[] | null,
): Decided {
  const { strength } = reply.value;
  const probabilities = chances(reply.probabilities, labels);
  return {
    status: "decided",
    ranks,
    flags: flagsOf(reply),
    ...(strength === undefined ? {} : { strength }),
    ...(probabilities === null ? {} : { probabilities }),
    ...(reply.reason === null ? {} : { reason: reply.reason }),
  };
}

/**
 * @param name the protocol of its duels; `single-1-10` scores every output by itself and compares the scores. Battles
 * of three and more are put in one order (`listwise`), unless they are scored.
 */
export function llm(asker: Asker, name: ProtocolName = "five-outcome"): Judge {
  if (name === "single-1-10") return pointwise(asker);
  return async ({ outputs }: JudgedBattle, context: JudgeContext): Promise<Judgement> => {
    if (outputs.some(isBlank)) return undecidable("An output has nothing this judge can read");
    const protocol = protocols[protocolFor(name, outputs.length)];
    const question = questionOf(outputs, context);
    const reply = await asker.ask(protocol, question);
    const { spend } = reply;
    if (reply.status === "failed") return { status: "failed", failure: reply.failure, spend };
    const [ranks, choice] =
      reply.status === "answered" ? [reply.value.ranks, reply.value.choice] : [null, null];
    const looks = [{ judge: asker.judge, order: [...outputs.keys()], ranks, choice }];
    if (reply.status === "invalid") return { status: "invalid", reason: reply.reason, spend, looks };
    if (ranks === null) return { status: "abstained", spend, looks };
    return { ...decidedOf(reply, ranks, protocol.labels(question)), spend, looks };
  };
}
