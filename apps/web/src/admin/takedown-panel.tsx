"use client";
import type { Model, ModelProfile } from "@agon/contract";
import { useCallback, useEffect, useState } from "react";
import { allPages } from "../api/all-pages.ts";
import { fill } from "../messages/format.ts";
import { Field } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { TakedownDialog } from "./takedown-dialog.tsx";
import { useAction } from "./use-action.ts";

type Output = ModelProfile["outputs"][number];

/** The models of the arena, and the outputs of the one chosen; `read` asks for the outputs again. */
function useOutputs({ api, arena }: Pick<PanelProps, "api" | "arena">, chosen: string) {
  const [models, setModels] = useState<readonly Model[]>([]);
  const [outputs, setOutputs] = useState<readonly Output[]>([]);
  useEffect(
    () => void allPages((query) => api.models(arena.slug, query)).then(setModels, () => setModels([])),
    [api, arena],
  );
  const model = models.find(({ slug }) => slug === chosen) ?? models[0];
  const slug = model?.slug;
  const read = useCallback(() => {
    if (slug === undefined) return;
    api.model(arena.slug, slug).then(
      (profile) => setOutputs(profile.outputs),
      () => setOutputs([]),
    );
  }, [api, arena.slug, slug]);
  useEffect(read, [read]);
  return { models, model, outputs: outputs.filter((one) => one.model.slug === slug), read };
}

/** The outputs of a model, each to be taken down after a second look. */
export function TakedownPanel(props: PanelProps) {
  const { api, arena } = props;
  const t = props.t.takedown;
  const [chosen, setChosen] = useState("");
  const { models, model, outputs, read } = useOutputs(props, chosen);
  const action = useAction();
  const takeDown = (output: Output, reason: string) =>
    action.run(async () => {
      await api.takeOutputDown(arena.slug, { model: output.model.slug, prompt: output.prompt, reason });
      read();
      return fill(t.done, { model: output.model.name });
    });
  if (model === undefined) return null;
  return (
    <section aria-labelledby="takedown" className="mt-10 grid gap-4 border-t border-line pt-6">
      <h2 id="takedown" className="text-2xl">
        {t.title}
      </h2>
      <p className="max-w-text text-sm text-muted">{t.hint}</p>
      <Field label={t.model}>
        <select
          className="field max-w-80"
          value={model.slug}
          onChange={(event) => setChosen(event.target.value)}
        >
          {models.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {outputs.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul className="max-h-96 overflow-auto">
        {outputs.map((output) => (
          <li
            key={output.prompt}
            className="flex items-center gap-4 border-b border-line py-2"
            data-output={output.prompt}
          >
            <span className="me-auto line-clamp-2 min-w-0">{output.prompt_text}</span>
            {output.taken_down ? (
              <span className="tag">{t.down}</span>
            ) : (
              <TakedownDialog
                output={output}
                busy={action.busy}
                onConfirm={(reason) => takeDown(output, reason)}
                t={t}
              />
            )}
          </li>
        ))}
      </ul>
      <Outcome text={action.bad ? fill(t.failed, { reason: action.text }) : action.text} bad={action.bad} />
    </section>
  );
}
