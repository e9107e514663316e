"use client";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";

interface Props {
  label: string;
  slugs: readonly string[];
  /** Null = all of them, also those that come later. */
  chosen: ReadonlySet<string> | null;
  onChange: (chosen: ReadonlySet<string> | null) => void;
  t: Messages["admin"]["tournament"];
}

export function SlugPicker({ label, slugs, chosen, onChange, t }: Props) {
  const toggle = (slug: string) => {
    const next = new Set(chosen ?? slugs);
    if (!next.delete(slug)) next.add(slug);
    onChange(next);
  };
  const summary = chosen === null ? t.all : fill(t.chosen, { n: chosen.size, total: slugs.length });
  return (
    <details className="rounded-md border border-muted">
      <summary className="px-3 py-2.5">
        {label}: {summary}
      </summary>
      <fieldset className="grid max-h-64 gap-1 overflow-auto border-t border-line p-3">
        <legend className="sr-only">{label}</legend>
        <label className="flex items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-ink"
            checked={chosen === null}
            onChange={() => onChange(chosen === null ? new Set(slugs) : null)}
          />
          {t.all}
        </label>
        {slugs.map((slug) => (
          <label key={slug} className="flex items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-ink"
              checked={chosen?.has(slug) ?? true}
              onChange={() => toggle(slug)}
            />
            {slug}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
