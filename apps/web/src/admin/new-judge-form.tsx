"use client";
import type { NewJudge } from "@agon/contract";
import type { FormEvent } from "react";
import { fill } from "../messages/format.ts";
import { Field, fieldText } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

function judgeOf(form: FormData): NewJudge {
  const [key, input, output, cap] = ["key", "priceIn", "priceOut", "cap"].map((name) =>
    fieldText(form, name),
  );
  const priced = input !== "" && output !== "";
  return {
    kind: "llm",
    slug: fieldText(form, "slug"),
    model: fieldText(form, "model"),
    base_url: fieldText(form, "baseUrl"),
    options: { both_orders: form.get("bothOrders") !== null },
    ...(key === "" ? {} : { key_secret: key }),
    ...(priced ? { price: { input: Number(input), output: Number(output) } } : {}),
    ...(cap === "" ? {} : { max_cost: Number(cap) }),
  };
}

export function NewJudgeForm({ api, arena, t, onCreated }: PanelProps & { onCreated: () => void }) {
  const action = useAction();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    action.run(async () => {
      const { slug } = await api.addJudge(arena.slug, judgeOf(new FormData(form)));
      form.reset();
      onCreated();
      return fill(t.judge.created, { slug });
    });
  };
  const money = { type: "number", min: 0, step: "any", inputMode: "decimal", className: "field" } as const;
  return (
    <form onSubmit={submit} className="grid gap-4" aria-labelledby="new-judge">
      <h2 id="new-judge" className="text-2xl">
        {t.judge.add}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.judge.slug}>
          <input name="slug" className="field" required />
        </Field>
        <Field label={t.judge.model}>
          <input name="model" className="field" required />
        </Field>
        <Field label={t.judge.baseUrl} hint={t.judge.baseUrlHint}>
          <input name="baseUrl" className="field" required />
        </Field>
        <Field label={t.judge.key} hint={t.judge.keyHint}>
          <input name="key" className="field" autoComplete="off" />
        </Field>
        <Field label={t.judge.priceIn}>
          <input name="priceIn" {...money} />
        </Field>
        <Field label={t.judge.priceOut}>
          <input name="priceOut" {...money} />
        </Field>
        <Field label={t.judge.cap}>
          <input name="cap" {...money} />
        </Field>
      </div>
      <label className="flex items-center gap-2">
        <input type="checkbox" name="bothOrders" />
        {t.judge.bothOrders}
      </label>
      <div>
        <button type="submit" className="button" disabled={action.busy}>
          {t.judge.create}
        </button>
      </div>
      <Outcome text={action.text} bad={action.bad} />
    </form>
  );
}
