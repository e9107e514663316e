"use client";
import type { NewTournament, TournamentFormat, TournamentJudge } from "@agon/contract";
import { type FormEvent, useEffect, useState } from "react";
import { allPages } from "../api/all-pages.ts";
import { fill } from "../messages/format.ts";
import { Field, fieldText } from "./field.tsx";
import { optionsOf } from "./format-fields.ts";
import { FormatOptions } from "./format-options.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { SlugPicker } from "./slug-picker.tsx";
import { useAction } from "./use-action.ts";

const formats = [
  "single-elimination",
  "series",
  "double-elimination",
  "k-wise-elimination",
  "k-wise-league",
  "swiss",
  "round-robin",
  "anchored",
  "sort",
  "placement",
] as const satisfies readonly TournamentFormat[];

const judges = {
  score: "score",
  reference: { kind: "rule", rule: "reference" },
  human: "human",
} as const satisfies Record<string, TournamentJudge>;

const judgeNames = ["score", "reference", "human"] as const;

const formatIn = (text: string): TournamentFormat =>
  formats.find((format) => format === text) ?? "single-elimination";

function tournamentOf(
  form: FormData,
  models: ReadonlySet<string> | null,
  prompts: ReadonlySet<string> | null,
): NewTournament {
  const [title, seed] = [fieldText(form, "title"), fieldText(form, "seed")];
  const judge = judgeNames.find((name) => name === fieldText(form, "judge")) ?? "human";
  const format = formatIn(fieldText(form, "format"));
  const given = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return {
    format,
    options: optionsOf(format, given),
    judge: judges[judge],
    pace_ms: Number(fieldText(form, "pace")),
    start: form.get("wait") === null,
    ...(title === "" ? {} : { title }),
    ...(seed === "" ? {} : { seed }),
    ...(models === null ? {} : { models: [...models] }),
    ...(prompts === null ? {} : { prompts: [...prompts] }),
  };
}

/** Slugs the arena offers to choose from. */
function useSlugs({ api, arena }: Pick<PanelProps, "api" | "arena">): {
  models: string[];
  prompts: string[];
} {
  const [slugs, setSlugs] = useState({ models: [] as string[], prompts: [] as string[] });
  useEffect(() => {
    const models = allPages((query) => api.models(arena.slug, query));
    const prompts = allPages((query) => api.prompts(arena.slug, query));
    Promise.all([models, prompts]).then(
      ([m, p]) => setSlugs({ models: m.map((one) => one.slug), prompts: p.map((one) => one.slug) }),
      () => undefined,
    );
  }, [api, arena]);
  return slugs;
}

export function NewTournamentForm(props: PanelProps & { onCreated: () => void }) {
  const { api, arena, onCreated, bracket } = props;
  const t = props.t.tournament;
  const action = useAction();
  const slugs = useSlugs(props);
  const [format, setFormat] = useState<TournamentFormat>("single-elimination");
  const [models, setModels] = useState<ReadonlySet<string> | null>(null);
  const [prompts, setPrompts] = useState<ReadonlySet<string> | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = tournamentOf(new FormData(event.currentTarget), models, prompts);
    action.run(async () => {
      const { id } = await api.createTournament(arena.slug, body);
      onCreated();
      return fill(t.created, { id });
    });
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-4 sm:grid-cols-2" aria-labelledby="new-tournament">
      <h2 id="new-tournament" className="text-2xl sm:col-span-2">
        {t.create}
      </h2>
      <Field label={t.format}>
        <select
          name="format"
          className="field"
          value={format}
          aria-describedby="format-about"
          onChange={(event) => setFormat(formatIn(event.target.value))}
        >
          {formats.map((format) => (
            <option key={format} value={format}>
              {bracket.format[format]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.judge}>
        <select name="judge" className="field">
          {judgeNames.map((name) => (
            <option key={name} value={name}>
              {t.judges[name]}
            </option>
          ))}
        </select>
      </Field>
      <p id="format-about" aria-live="polite" className="max-w-text text-sm text-muted sm:col-span-2">
        {bracket.about[format]}
      </p>
      <FormatOptions
        format={format}
        models={models === null ? slugs.models : slugs.models.filter((slug) => models.has(slug))}
        t={t}
      />
      <Field label={t.title}>
        <input name="title" className="field" maxLength={200} />
      </Field>
      <Field label={t.seed} hint={t.seedHint}>
        <input name="seed" className="field" maxLength={64} />
      </Field>
      <Field label={t.pace} hint={t.paceHint}>
        <input
          name="pace"
          type="number"
          min={0}
          max={60_000}
          defaultValue={1_500}
          className="field"
          required
        />
      </Field>
      <label className="flex items-center gap-3 self-center">
        <input type="checkbox" name="wait" className="size-5 accent-ink" />
        {t.wait}
      </label>
      <SlugPicker label={t.models} slugs={slugs.models} chosen={models} onChange={setModels} t={t} />
      <SlugPicker label={t.prompts} slugs={slugs.prompts} chosen={prompts} onChange={setPrompts} t={t} />
      <button type="submit" className="button button-primary justify-self-start" disabled={action.busy}>
        {t.submit}
      </button>
      <Outcome text={action.bad ? fill(t.failed, { reason: action.text }) : action.text} bad={action.bad} />
    </form>
  );
}
