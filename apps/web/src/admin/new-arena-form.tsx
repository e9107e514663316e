"use client";
import type { NewArena } from "@agon/contract";
import type { Client } from "@agon/contract/client";
import type { FormEvent } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { Field, fieldText } from "./field.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

interface Props {
  api: Client;
  onCreated: (slug: string) => void;
  t: Messages["admin"]["arena"];
  modality: Messages["site"]["home"]["modality"];
}

const modalities = ["text", "image", "audio", "video", "code"] as const;

function arenaOf(form: FormData): NewArena {
  const instruction = fieldText(form, "instruction");
  return {
    slug: fieldText(form, "slug"),
    title: fieldText(form, "title"),
    description: fieldText(form, "description"),
    modality: modalities.find((one) => one === fieldText(form, "modality")) ?? "text",
    k: Number(fieldText(form, "k")),
    ...(instruction === "" ? {} : { criteria: [{ slug: "overall", title: "Overall", instruction }] }),
  };
}

export function NewArenaForm({ api, onCreated, t, modality }: Props) {
  const action = useAction();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = arenaOf(new FormData(form));
    action.run(async () => {
      const { slug } = await api.createArena(body);
      form.reset();
      onCreated(slug);
      return fill(t.created, { slug });
    });
  };
  return (
    <details className="border-t border-ink pt-4">
      <summary className="font-serif text-2xl">{t.create}</summary>
      <form onSubmit={submit} className="grid max-w-3xl gap-4 pt-4 sm:grid-cols-2">
        <Field label={t.slug}>
          <input
            name="slug"
            className="field"
            required
            pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
            maxLength={64}
          />
        </Field>
        <Field label={t.title}>
          <input name="title" className="field" required maxLength={200} />
        </Field>
        <Field label={t.modality}>
          <select name="modality" className="field">
            {modalities.map((one) => (
              <option key={one} value={one}>
                {modality[one]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t.k}>
          <input name="k" type="number" min={2} max={8} defaultValue={2} className="field" required />
        </Field>
        <div className="grid gap-4 sm:col-span-2">
          <Field label={t.instruction}>
            <input name="instruction" className="field" maxLength={500} />
          </Field>
          <Field label={t.description}>
            <textarea name="description" className="field" rows={3} maxLength={4_000} />
          </Field>
        </div>
        <button type="submit" className="button button-primary justify-self-start" disabled={action.busy}>
          {t.submit}
        </button>
        <Outcome text={action.text} bad={action.bad} />
      </form>
    </details>
  );
}
