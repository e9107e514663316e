// Judges of an arena: language models, panels of them, and rules, by their slugs. Keys are named here, never held.
import {
  type ErrorDetail,
  fail,
  type JudgeDefinition,
  type JudgePatch,
  ok,
  type PanelDefinition,
} from "@agon/contract";
import { type ArenaState, findJudge, type JudgeState } from "../state.ts";
import type { Decided } from "./decision.ts";

export type JudgeStatus = JudgeState["status"];

const refusal = (code: "judge_unavailable" | "schema_invalid", error: ErrorDetail) =>
  fail(code, `The judge cannot be kept like this: ${error.detail}.`, { errors: [error] });

const unknown = (slug: string) => fail("judge_unknown", `There is no judge "${slug}" in this arena.`);

/** A new judge; the same again changes nothing. Answers with its slug. */
export function decideJudge(state: ArenaState, definition: JudgeDefinition): Decided<string> {
  const { slug } = definition;
  const known = findJudge(state, slug);
  if (known !== undefined) {
    if (JSON.stringify(known.definition) === JSON.stringify(definition)) return unchanged(slug);
    return fail("judge_exists", `There is another judge "${slug}" already; take another slug or change it.`, {
      errors: [{ pointer: "/slug", detail: "is taken" }],
    });
  }
  return configured(state, definition, "active");
}

/** Fields that are not named stay as they are. Answers with the slug. */
export function decideJudgePatch(
  state: ArenaState,
  slug: string,
  { status, options, ...fields }: JudgePatch,
): Decided<string> {
  const known = findJudge(state, slug);
  if (known === undefined) return unknown(slug);
  const { definition } = known;
  const named = Object.entries({ ...fields, options }).filter(([, value]) => value !== undefined);
  const stranger = named.find(([field]) => field !== "name" && !(field in definition));
  if (stranger) {
    const detail = `a judge of kind "${definition.kind}" has no ${stranger[0]}`;
    return refusal("schema_invalid", { pointer: `/${stranger[0]}`, detail });
  }
  const changed = Object.fromEntries(named.filter(([field]) => field !== "options"));
  const next = { ...definition, ...changed } as JudgeDefinition;
  const whole =
    next.kind === "llm" && options !== undefined
      ? { ...next, options: { ...next.options, ...definedOnly(options) } }
      : next;
  const wanted = status ?? known.status;
  const same = JSON.stringify(whole) === JSON.stringify(definition) && wanted === known.status;
  return same ? unchanged(slug) : configured(state, whole, wanted);
}

const definedOnly = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Stops a judge, lets it go on, or takes it out of service. */
export function decideJudgeStatus(state: ArenaState, slug: string, status: JudgeStatus): Decided<string> {
  const known = findJudge(state, slug);
  if (known === undefined) return unknown(slug);
  if (known.status === status) return unchanged(slug);
  if (known.status === "disabled" && status === "stopped")
    return fail("judge_unavailable", `The judge "${slug}" is out of service already.`);
  const event = { type: "judge.configured", definition: known.definition, status } as const;
  return ok({ drafts: [{ event }], answer: () => slug });
}

const unchanged = (slug: string): Decided<string> => ok({ drafts: [], answer: () => slug });

function configured(state: ArenaState, definition: JudgeDefinition, status: JudgeStatus): Decided<string> {
  const problem = problemOf(state, definition);
  if (problem !== null) return refusal("schema_invalid", problem);
  const event = { type: "judge.configured", definition, status } as const;
  return ok({ drafts: [{ event }], answer: () => definition.slug });
}

/** What is wrong with a definition beyond its shape. */
function problemOf(state: ArenaState, definition: JudgeDefinition): ErrorDetail | null {
  if (definition.kind === "rule") return null;
  if (definition.kind === "panel") return panelProblem(state, definition);
  if (definition.max_cost !== null && definition.price === null)
    return { pointer: "/price", detail: "a cap on the cost needs the price of the tokens" };
  if (definition.options.portia && !definition.options.both_orders)
    return {
      pointer: "/options/portia",
      detail: "texts are split where both orders contradict each other; set both_orders too",
    };
  return null;
}

function panelProblem(state: ArenaState, panel: PanelDefinition): ErrorDetail | null {
  for (const [at, slug] of panel.members.entries()) {
    const pointer = `/members/${at}`;
    const member = findJudge(state, slug);
    if (member?.definition.kind !== "llm")
      return { pointer, detail: `there is no language-model judge "${slug}" in this arena` };
    if (panel.members.indexOf(slug) < at) return { pointer, detail: `"${slug}" stands twice` };
    if (panel.max_cost !== null && member.definition.price === null)
      return { pointer: "/max_cost", detail: `a cap on the cost needs the price of "${slug}"` };
  }
  if ((panel.quorum ?? 1) > panel.members.length)
    return { pointer: "/quorum", detail: `a quorum is at most the ${panel.members.length} members` };
  return null;
}

/** Members that must have judged for a verdict of a panel. */
export const quorumOf = ({ quorum, members }: PanelDefinition): number =>
  quorum ?? Math.ceil(members.length / 2);
