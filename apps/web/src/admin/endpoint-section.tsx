"use client";
import type { WebhookEndpoint, WebhookEndpointSecret } from "@agon/contract";
import { type FormEvent, useState } from "react";
import { fill, formatMoment } from "../messages/format.ts";
import { CopySnippet } from "../ui/copy-snippet.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Field, fieldText } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

interface Props extends PanelProps {
  endpoints: readonly WebhookEndpoint[];
  /** Reads the endpoints again. */
  onChanged: () => void;
}

/** The doors of submitters; a new secret is shown until the next one is made or the tab is left. */
export function EndpointSection(props: Props) {
  const { api, arena, copying, endpoints, lang, onChanged } = props;
  const t = props.t.endpoint;
  const [fresh, setFresh] = useState<WebhookEndpointSecret | null>(null);
  const action = useAction();
  const act = (change: () => Promise<WebhookEndpointSecret | null>) =>
    action.run(async () => {
      setFresh(await change());
      onChanged();
      return "";
    });
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    act(async () => {
      const made = await api.createWebhookEndpoint(arena.slug, {
        name: fieldText(new FormData(form), "name"),
      });
      form.reset();
      return made;
    });
  };
  const remove = (id: string) => async () => {
    await api.deleteWebhookEndpoint(arena.slug, id);
    return fresh?.id === id ? null : fresh;
  };
  return (
    <section aria-labelledby="endpoint-list" className="grid gap-4">
      <div>
        <h2 id="endpoint-list" className="pb-1 text-2xl">
          {t.list}
        </h2>
        <p className="max-w-text text-muted">{t.about}</p>
      </div>
      {endpoints.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul>
        {endpoints.map((endpoint) => (
          <EndpointLine
            key={endpoint.id}
            endpoint={endpoint}
            busy={action.busy}
            lang={lang}
            t={t}
            onRotate={() => act(() => api.rotateWebhookEndpoint(arena.slug, endpoint.id))}
            onRemove={() => act(remove(endpoint.id))}
          />
        ))}
      </ul>
      {fresh !== null && (
        <div className="grid gap-4 border-s-2 border-ink ps-4">
          <CopySnippet label={fill(t.secret, { name: fresh.name })} text={fresh.secret} t={copying} />
          <CopySnippet label={fill(t.address, { name: fresh.name })} text={fresh.url} t={copying} />
        </div>
      )}
      <form onSubmit={create} className="flex flex-wrap items-end gap-3">
        <Field label={t.name}>
          <input name="name" className="field" required maxLength={200} autoComplete="off" />
        </Field>
        <button type="submit" className="button" disabled={action.busy}>
          {t.create}
        </button>
      </form>
      <Outcome text={action.text} bad={action.bad} />
    </section>
  );
}

interface LineProps {
  endpoint: WebhookEndpoint;
  busy: boolean;
  lang: string;
  t: PanelProps["t"]["endpoint"];
  onRotate: () => void;
  onRemove: () => void;
}

function EndpointLine({ endpoint, busy, lang, t, onRotate, onRemove }: LineProps) {
  const { id, name, url, created_at: made, previous_secret_until: until } = endpoint;
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-3" data-endpoint={id}>
      <div className="me-auto">
        <h3 className="text-lg">{name}</h3>
        <p className="text-sm">
          <code>{url}</code>
        </p>
        <p className="text-sm text-muted tabular-nums">
          {fill(t.made, { moment: formatMoment(lang, made) })}
          {until !== null && ` · ${fill(t.overlap, { moment: formatMoment(lang, until) })}`}
        </p>
      </div>
      <button type="button" className="button" disabled={busy} onClick={onRotate}>
        {t.rotate}
      </button>
      <ConfirmDialog
        words={{
          open: t.remove,
          title: fill(t.removeTitle, { name }),
          text: t.removeText,
          yes: t.removeYes,
          no: t.keep,
        }}
        onConfirm={onRemove}
      />
    </li>
  );
}
