"use client";
import { useMemo, useState } from "react";
import type { Messages } from "../messages/en.ts";
import { CopySnippet } from "../ui/copy-snippet.tsx";
import { ElementPreview } from "./element-preview.tsx";
import { EmbedOptionFields } from "./embed-options.tsx";
import type { EmbedTarget } from "./embed-target.ts";
import * as snippets from "./snippets.ts";

interface Props {
  origin: string;
  target: EmbedTarget;
  lang: string;
  t: Messages["embed"];
}

type View = Omit<Props, "lang"> & { form: snippets.EmbedForm; options: snippets.EmbedOptions };

/** The model of a badge: the one chosen, else the first. */
const badgeModel = ({ target, options }: Pick<View, "target" | "options">): string =>
  options.highlight || (target.models[0]?.slug ?? "");

function Preview({ target, options, form }: View) {
  if (form === "element") return <ElementPreview target={target} options={options} />;
  if (form === "badge")
    return (
      // biome-ignore lint/performance/noImgElement: exactly what the snippet shows
      <img
        src={snippets.badgePath(target.id, badgeModel({ target, options }), options.theme, "svg")}
        alt={target.title}
        height={20}
      />
    );
  return (
    <iframe
      src={snippets.framePath(target, options)}
      title={target.title}
      height={snippets.frameHeight(target, options)}
      className="w-full rounded-md border border-line"
    />
  );
}

function Texts({ origin, target, options, form, t }: View) {
  const model = badgeModel({ target, options });
  const page = snippets.pagePath(target);
  const texts: Record<snippets.EmbedForm, readonly (readonly [label: string, text: string])[]> = {
    frame: [[t.snippet, snippets.frameSnippet(origin, target, options)]],
    element: [[t.snippet, snippets.elementSnippet(origin, target, options)]],
    badge: [
      [t.snippet, snippets.badgeSnippet(origin, target, model, options.theme)],
      [t.shields, snippets.shieldsAddress(origin, target, model)],
    ],
    link: [
      [t.snippet, snippets.oembedAddress(origin, page, "json")],
      [t.xml, snippets.oembedAddress(origin, page, "xml")],
    ],
  };
  return texts[form].map(([label, text]) => <CopySnippet key={label} label={label} text={text} t={t} />);
}

function Policy({ origin, form, t }: Pick<View, "origin" | "form" | "t">) {
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{t.policy}</h2>
      <p className="max-w-text">{t.policyAbout}</p>
      <p>
        <code className="rounded-md bg-raised px-2 py-1 text-sm">{snippets.policyOf(origin, form)}</code>
      </p>
      {form === "frame" && <CopySnippet label={t.height} text={snippets.scriptSnippet(origin)} t={t} />}
    </section>
  );
}

/** Choose a form and its options, see it live, take the text along. */
export function EmbedStudio({ origin, target, lang, t }: Props) {
  const [form, setForm] = useState<snippets.EmbedForm>("frame");
  const [options, setOptions] = useState<snippets.EmbedOptions>({
    theme: "auto",
    limit: snippets.defaultLimit[target.kind],
    columns: snippets.defaultColumns,
    highlight: "",
    lang,
    live: true,
    compact: false,
    accent: "",
  });
  const forms = useMemo(
    () =>
      (["frame", "element", "badge", "link"] as const).filter(
        (one) => one !== "badge" || target.kind === "leaderboard",
      ),
    [target.kind],
  );
  const view = { origin, target, form, options, t };
  return (
    <div className="grid gap-8">
      <fieldset>
        <legend className="sr-only">{t.form.label}</legend>
        <div className="flex flex-wrap gap-x-6">
          {forms.map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="form"
                className="size-4 accent-ink"
                checked={form === one}
                onChange={() => setForm(one)}
              />
              {t.form[one]}
            </label>
          ))}
        </div>
        <p className="pt-1 text-sm text-muted">{t.about[form]}</p>
      </fieldset>
      <div className="grid gap-8 lg:grid-cols-[20rem_1fr]">
        <section aria-labelledby="options" className="grid content-start gap-3">
          <h2 id="options" className="text-2xl">
            {t.options.label}
          </h2>
          {form !== "link" && (
            <EmbedOptionFields form={form} target={target} options={options} onChange={setOptions} t={t} />
          )}
        </section>
        <section aria-labelledby="preview" className="grid min-w-0 content-start gap-3">
          <h2 id="preview" className="text-2xl">
            {t.preview}
          </h2>
          <Preview {...view} />
          <Texts {...view} />
        </section>
      </div>
      <Policy origin={origin} form={form} t={t} />
    </div>
  );
}
