import type { JudgeKind } from "@agon/contract";
import { type BulkResult, ok, type RowError } from "@agon/contract";
import { competitionRanks } from "@agon/tournament";
import type { VerdictEvent } from "../event.ts";
import type { ArenaState } from "../state.ts";
import { type BulkOptions, byLine, findPrompt, type NameIndex, nameIndex, refuseRows } from "./catalogue.ts";
import type { Decided, Draft } from "./decision.ts";

/** A vote that was cast elsewhere, in names. */
export interface VerdictRow {
  readonly line: number;
  readonly id: string;
  readonly models: readonly string[];
  readonly prompt: string;
  readonly promptHash: string;
  readonly ranks: readonly number[];
  readonly firstOnly: boolean;
  readonly criterion: string;
  readonly judge: { readonly id: string; readonly kind: JudgeKind };
  readonly flags: readonly string[];
  /** Milliseconds since 1970; null = unknown. */
  readonly castAt: number | null;
}

/** `known` are the ids of rows that stand in the log already: taking them again changes nothing. */
export function decideImport(
  state: ArenaState,
  rows: readonly VerdictRow[],
  known: ReadonlySet<string>,
  { errors: earlier, keepGoing }: BulkOptions,
): Decided<BulkResult> {
  const names = nameIndex(state);
  const errors: RowError[] = [...earlier];
  const drafts: Draft[] = [];
  const taken = new Set(known);
  let unchanged = 0;
  for (const row of rows) {
    const event = verdictOfRow(state, names, row);
    if ("detail" in event) errors.push(event);
    else if (taken.has(row.id)) unchanged += 1;
    else drafts.push({ event, ballot: row.id });
    taken.add(row.id);
  }
  if (errors.length > 0 && !keepGoing) return refuseRows(errors, false);
  return ok({
    drafts,
    answer: () => ({ accepted: drafts.length + unchanged, unchanged, errors: byLine(errors) }),
  });
}

function verdictOfRow(state: ArenaState, names: NameIndex, row: VerdictRow): VerdictEvent | RowError {
  const bad = (pointer: string, code: string, detail: string) => ({ line: row.line, pointer, code, detail });
  const stranger = row.models.findIndex((slug) => !names.models.has(slug));
  if (stranger >= 0) {
    return bad(`/models/${stranger}`, "model_unknown", `there is no model "${row.models[stranger]}"`);
  }
  const prompt = findPrompt(names, row.prompt, row.promptHash);
  if (prompt === undefined)
    return bad("/prompt", "prompt_unknown", `there is no prompt "${row.prompt.slice(0, 60)}"`);
  if (!state.settings?.criteria.some(({ slug }) => slug === row.criterion)) {
    return bad("/criterion", "criterion_unknown", `the arena has no criterion "${row.criterion}"`);
  }
  return {
    type: "verdict",
    criterion: row.criterion,
    judge: row.judge,
    models: row.models.map((slug) => names.models.get(slug) ?? -1),
    prompt,
    ranks: competitionRanks(row.ranks),
    ...(row.firstOnly && row.models.length > 2 ? { firstOnly: true } : {}),
    ...(row.flags.length > 0 ? { flags: row.flags } : {}),
    ...(row.castAt === null ? {} : { castAt: row.castAt }),
  };
}
