"use client";
import { type ChangeEvent, useEffect, useMemo, useState } from "react";
import { allPages } from "../api/all-pages.ts";
import { count, fill } from "../messages/format.ts";
import { checkRows, type Known, type UploadKind } from "./check-rows.ts";
import { Field } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { readRows } from "./read-rows.ts";
import { RowFaults } from "./row-faults.tsx";
import { RowPreview } from "./row-preview.tsx";
import { sendRows } from "./send-rows.ts";
import { useAction } from "./use-action.ts";

const nothingKnown: Known = { models: new Set(), prompts: new Set() };

/** Models and prompts of the arena, which outputs must name. */
function useKnown({ api, arena }: PanelProps, kind: UploadKind): Known {
  const [known, setKnown] = useState(nothingKnown);
  useEffect(() => {
    if (kind !== "outputs") return;
    const models = allPages((query) => api.models(arena.slug, query));
    const prompts = allPages((query) => api.prompts(arena.slug, query));
    Promise.all([models, prompts]).then(
      ([m, p]) =>
        setKnown({
          models: new Set(m.map((model) => model.slug)),
          prompts: new Set(p.flatMap((prompt) => [prompt.slug, prompt.text])),
        }),
      () => undefined,
    );
  }, [api, arena, kind]);
  return known;
}

const hints = { models: "fieldsModels", prompts: "fieldsPrompts", outputs: "fieldsOutputs" } as const;

/** A file or pasted rows: read and checked here, shown with every fault and its line, then sent. */
export function UploadPanel(props: PanelProps & { kind: UploadKind }) {
  const { api, arena, kind, onChanged, lang } = props;
  const t = props.t.upload;
  const [source, setSource] = useState("");
  const [skipBroken, setSkipBroken] = useState(false);
  const [done, setDone] = useState(0);
  const known = useKnown(props, kind);
  const action = useAction();
  const { rows, faults } = useMemo(() => checkRows(readRows(source), kind, known), [source, kind, known]);
  const pick = (event: ChangeEvent<HTMLInputElement>) => void event.target.files?.[0]?.text().then(setSource);
  const send = () =>
    action.run(async () => {
      setDone(0);
      const taken = await sendRows(api, arena.slug, kind, rows, setDone);
      setSource("");
      onChanged();
      return count(lang, t.sent, taken);
    });
  return (
    <div className="grid gap-5">
      <p className="text-sm text-muted">{t[hints[kind]]}</p>
      <div className="grid gap-4 lg:grid-cols-[20rem_1fr]">
        <Field label={t.file}>
          <input
            type="file"
            accept=".csv,.json,.jsonl,.ndjson,text/csv,application/json"
            className="field"
            onChange={pick}
          />
        </Field>
        <Field label={t.paste}>
          <textarea
            className="field font-mono text-sm"
            rows={6}
            spellCheck={false}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </Field>
      </div>
      {source.trim() !== "" && (
        <>
          <p className="flex flex-wrap gap-x-6">
            <span className="text-olive">{count(lang, t.rows, rows.length)}</span>
            {faults.length > 0 && <span className="font-medium">{count(lang, t.broken, faults.length)}</span>}
          </p>
          <RowFaults faults={faults} lang={lang} t={t} />
          <RowPreview rows={rows} title={t.preview} />
          {faults.length > 0 && (
            <label className="flex items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-ink"
                checked={skipBroken}
                onChange={(event) => setSkipBroken(event.target.checked)}
              />
              {t.skip}
            </label>
          )}
          <button
            type="button"
            className="button button-primary justify-self-start"
            disabled={action.busy || rows.length === 0 || (faults.length > 0 && !skipBroken)}
            onClick={send}
          >
            {action.busy ? fill(t.sending, { done, total: rows.length }) : count(lang, t.send, rows.length)}
          </button>
        </>
      )}
      <Outcome text={action.bad ? fill(t.refused, { reason: action.text }) : action.text} bad={action.bad} />
    </div>
  );
}
