// A battle judged: the definition made into a judge, its calls guarded, its judgement turned into what the log keeps.
import type { Absence, LoggedLook, MachineVerdict, VerdictCost } from "@agon/arena";
import { quorumOf } from "@agon/arena";
import type { LlmDefinition } from "@agon/contract";
import {
  bothOrders,
  type Decided,
  guarded,
  inRandomOrder,
  type Judge,
  type Judgement,
  type Look,
  llm,
  panel,
  portia,
  type Spend,
  withoutIdentical,
} from "@agon/judge";
import { seededRandom } from "@agon/rating";
import type { Bindings } from "../bindings.ts";
import type { FailedTry, RecentFailure } from "../referee/issued.ts";
import type { Assignment } from "../referee/judging-referee.ts";
import { askerFor } from "./asker.ts";
import type { Material } from "./material.ts";
import type { JudgeMessage } from "./message.ts";

export type Judged =
  | { readonly status: "judged"; readonly verdict: MachineVerdict; readonly failures: readonly CallFailure[] }
  | ({ readonly status: "failed"; readonly failures: readonly CallFailure[] } & FailedTry);

type CallFailure = Omit<RecentFailure, "at">;

export async function judgeBattle(
  env: Bindings,
  message: JudgeMessage,
  assignment: Assignment,
  material: Material,
): Promise<Judged> {
  const failures: CallFailure[] = [];
  const judge = judgeOf(env, message, assignment, (failure) => failures.push(failure));
  const judgement = await judge(
    {
      outputs: material.outputs.map(({ content, mediaUrl }, at) => ({
        content,
        score: null,
        imageUrl: mediaUrl,
        family: assignment.families[at] ?? null,
      })),
    },
    {
      prompt: material.prompt,
      reference: material.reference,
      checklist: material.checklist,
      criterion: assignment.criterion,
      // The same outputs are shown in the same order, so that a repeated tournament finds its answers.
      seed: JSON.stringify([message.criterion, message.prompt, message.models]),
      // An answer that could not be read is kept too, and a voided match shall be judged anew.
      repeat: message.battle.version - 1 + assignment.invalidTries,
    },
  );
  if (judgement.status === "decided")
    return { status: "judged", verdict: verdictOf(message, assignment, judgement, failures), failures };
  return { status: "failed", ...tryOf(judgement), failures };
}

/** Why there is no verdict. Nothing but a decision ever becomes one. */
function tryOf(judgement: Exclude<Judgement, Decided>): FailedTry {
  switch (judgement.status) {
    case "failed": {
      const { code, detail, retryable } = judgement.failure;
      return { code, reason: detail, again: retryable };
    }
    case "invalid":
      return { code: "invalid", reason: judgement.reason, again: true };
    case "undecidable":
      return { code: "undecidable", reason: judgement.reason, again: false };
    case "abstained":
      return { code: "abstained", reason: "The judge says that the criterion does not apply", again: false };
    case "pending":
      return { code: "undecidable", reason: "The judge gave no answer", again: false };
  }
}

function judgeOf(
  env: Bindings,
  message: JudgeMessage,
  { definition, members }: Assignment,
  note: (failure: CallFailure) => void,
): Judge {
  const judges = members.map((member) => ({
    family: member.family,
    judge: noting(memberJudge(env, message, member), member.slug, note),
  }));
  const [first] = judges;
  const sole: Judge = first?.judge ?? (() => ({ status: "undecidable", reason: "The panel has no members" }));
  const whole = definition.kind === "panel" ? panel(judges, { quorum: quorumOf(definition) }) : sole;
  return guarded(withoutIdentical(whole));
}

/** One language model, with the controls its definition asks for. */
function memberJudge(env: Bindings, message: JudgeMessage, member: LlmDefinition): Judge {
  const plain = llm(askerFor(env, message, member), member.protocol);
  const { both_orders: both, portia: split, checklist } = member.options;
  const ordered = message.ordered ? plain : inRandomOrder(plain, shuffledOrder(member.slug));
  const looking = both && !message.ordered ? bothOrders(plain) : ordered;
  const judge = both && split ? portia(looking) : looking;
  return checklist ? judge : (battle, context) => judge(battle, { ...context, checklist: [] });
}

const shuffledOrder =
  (judge: string) =>
  (size: number, seed: string): number[] => {
    const random = seededRandom(`${seed}/${judge}`);
    const drawn = Array.from({ length: size }, (_, place) => [random(), place] as const);
    return drawn.sort(([a], [b]) => a - b).map(([, place]) => place);
  };

/** Tells of judgements that are no verdicts, and names the judge where its looks name its endpoint. */
function noting(judge: Judge, slug: string, note: (failure: CallFailure) => void): Judge {
  return async (battle, context) => {
    const judgement = await judge(battle, context);
    if (judgement.status === "pending" || judgement.status === "undecidable") return judgement;
    if (judgement.status !== "decided") {
      const { code, reason } = tryOf(judgement);
      note({ judge: slug, code, reason });
    }
    const { looks } = judgement;
    return looks === undefined
      ? judgement
      : { ...judgement, looks: looks.map((look) => ({ ...look, judge: slug })) };
  };
}

function verdictOf(
  message: JudgeMessage,
  { definition, members }: Assignment,
  judgement: Decided,
  failures: readonly CallFailure[],
): MachineVerdict {
  const shown = shownOrder(message, judgement);
  const { spend } = judgement;
  const looks = judgement.looks?.map((look) => loggedLook(look, shown)) ?? [];
  const absent = definition.kind === "panel" ? absencesOf(members, failures) : [];
  const flags = (judgement.flags ?? []).map((flag) => flagShown(flag, shown));
  const strength = strengthShown(judgement.strength, shown);
  const verdict: MachineVerdict["verdict"] = {
    criterion: message.criterion,
    judge: { kind: definition.kind === "panel" ? "panel" : "llm", id: definition.slug },
    models: shown.map((place) => message.models[place] ?? -1),
    prompt: message.prompt,
    ranks: shown.map((place) => judgement.ranks[place] ?? 1),
    battle: message.battle,
    ...(flags.length > 0 ? { flags } : {}),
    ...(strength === null ? {} : { strength }),
    ...(spend ? { cost: costOf(spend) } : {}),
    ...(looks.length > 0 ? { looks } : {}),
    ...(absent.length > 0 ? { absent } : {}),
  };
  return { issue: message.issue, verdict, further: [] };
}

/** A flag about a place of the battle told about the verdict's slot. */
function flagShown(flag: string, shown: readonly number[]): string {
  const place = /^injection_(\d+)$/.exec(flag)?.[1];
  return place === undefined ? flag : `injection_${shown.indexOf(Number(place))}`;
}

const costOf = ({ calls, inputTokens, outputTokens, usd }: Spend): VerdictCost => ({
  calls,
  inputTokens,
  outputTokens,
  usd,
});

/** The order of the verdict's slots: that of its one look, or the battle's own where there were several. */
function shownOrder({ models }: JudgeMessage, { looks = [] }: Decided): readonly number[] {
  const [look] = looks;
  return looks.length === 1 && look ? look.order : models.map((_, place) => place);
}

const isPlain = (order: readonly number[]): boolean => order.every((place, slot) => place === slot);

const strengthShown = (strength: number | undefined, shown: readonly number[]): number | null =>
  strength === undefined || shown.length !== 2
    ? null
    : isPlain(shown) || strength === 0
      ? strength
      : -strength;

/** A look told about the verdict's slots instead of the battle's places. */
const loggedLook = ({ judge, order, ranks, choice }: Look, shown: readonly number[]): LoggedLook => ({
  judge,
  order: order.map((place) => shown.indexOf(place)),
  ranks,
  choice,
});

const absencesOf = (members: readonly LlmDefinition[], failures: readonly CallFailure[]): Absence[] =>
  members.flatMap(({ slug }) => {
    const failure = failures.find(({ judge }) => judge === slug);
    return failure ? [{ judge: slug, code: failure.code }] : [];
  });
