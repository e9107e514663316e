"use client";
import type { JudgeEstimate, JudgeWork, NewTournament } from "@agon/contract";
import { useState } from "react";
import { fill, formatDollars, formatNumber } from "../messages/format.ts";
import { Field } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

const formats = ["swiss", "single-elimination", "series", "double-elimination", "round-robin"] as const;

/** Starts a tournament that this judge decides; the bill can be read first. */
export function JudgeStart({
  api,
  arena,
  bracket,
  lang,
  t,
  work,
  onDone,
}: PanelProps & { work: JudgeWork; onDone: () => void }) {
  const { kind, slug } = work.judge;
  const [format, setFormat] = useState<(typeof formats)[number]>("swiss");
  const action = useAction();
  const wish: NewTournament = { format, judge: { kind: kind === "panel" ? "panel" : "llm", judge: slug } };
  const estimate = () =>
    action.run(async () => billText(await api.estimateTournament(arena.slug, wish), lang, t.judge));
  const start = () =>
    action.run(async () => {
      const { id } = await api.createTournament(arena.slug, wish);
      onDone();
      return fill(t.judge.started, { id });
    });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t.judge.format}>
          <select
            className="field"
            value={format}
            onChange={({ target }) => setFormat(formats.find((one) => one === target.value) ?? "swiss")}
          >
            {formats.map((one) => (
              <option key={one} value={one}>
                {bracket.format[one]}
              </option>
            ))}
          </select>
        </Field>
        <button type="button" className="button button-plain" disabled={action.busy} onClick={estimate}>
          {t.judge.estimate}
        </button>
        <button type="button" className="button" disabled={action.busy} onClick={start}>
          {t.judge.start}
        </button>
      </div>
      <Outcome text={action.text} bad={action.bad} />
    </div>
  );
}

const billText = (bill: JudgeEstimate, lang: string, t: PanelProps["t"]["judge"]): string =>
  fill(t.bill, {
    battles: formatNumber(lang, bill.battles),
    calls: formatNumber(lang, bill.calls),
    tokens: formatNumber(lang, bill.input_tokens + bill.output_tokens),
    cost: bill.cost_usd === null ? t.noPrice : formatDollars(lang, bill.cost_usd),
  });
