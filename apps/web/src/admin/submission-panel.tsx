"use client";
import type { SubmissionStatus, WebhookEndpoint } from "@agon/contract";
import { useState } from "react";
import { fill } from "../messages/format.ts";
import { EndpointSection } from "./endpoint-section.tsx";
import { Field } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { SubmissionCard } from "./submission-card.tsx";
import { useEndpoints } from "./use-endpoints.ts";
import { useSubmissions } from "./use-submissions.ts";

const statuses = [
  "validating",
  "queued",
  "accepted",
  "active",
  "rejected",
  "withdrawn",
] as const satisfies readonly SubmissionStatus[];

/** What was submitted to the arena, and the doors through which it comes. */
export function SubmissionPanel(props: PanelProps) {
  const { t } = props;
  const [status, setStatus] = useState<SubmissionStatus | null>(null);
  /** Cursors of the pages that led to this one; empty on the first. */
  const [path, setPath] = useState<readonly string[]>([]);
  const [shown, readAgain] = useSubmissions(props, status, path.at(-1) ?? null);
  const [endpoints, readEndpoints] = useEndpoints(props);
  const choose = (wanted: string) => {
    setStatus(statuses.find((one) => one === wanted) ?? null);
    setPath([]);
  };
  const { next } = shown;
  return (
    <div className="grid gap-10">
      <section aria-labelledby="submission-list">
        <div className="flex flex-wrap items-end justify-between gap-4 pb-2">
          <h2 id="submission-list" className="text-2xl">
            {t.submission.list}
          </h2>
          <Field label={t.submission.filter}>
            <select className="field" value={status ?? ""} onChange={({ target }) => choose(target.value)}>
              <option value="">{t.submission.all}</option>
              {statuses.map((one) => (
                <option key={one} value={one}>
                  {t.submission.status[one]}
                </option>
              ))}
            </select>
          </Field>
        </div>
        {shown.failure !== "" && <Outcome text={shown.failure} bad />}
        {shown.data.length === 0 && shown.failure === "" && <p className="text-muted">{t.submission.none}</p>}
        <ul>
          {shown.data.map((one) => (
            <SubmissionCard
              key={one.id}
              {...props}
              submission={one}
              submitter={submitterText(one.submitter, endpoints, t.submission)}
              onDone={readAgain}
            />
          ))}
        </ul>
        <div className="flex gap-3 pt-3">
          {path.length > 0 && (
            <button type="button" className="button" onClick={() => setPath(path.slice(0, -1))}>
              {t.submission.newer}
            </button>
          )}
          {next !== null && (
            <button type="button" className="button" onClick={() => setPath([...path, next])}>
              {t.submission.older}
            </button>
          )}
        </div>
      </section>
      <EndpointSection {...props} endpoints={endpoints} onChanged={readEndpoints} />
    </div>
  );
}

/** `endpoint:ID` or `key:ID` as an operator knows it. */
function submitterText(
  submitter: string,
  endpoints: readonly WebhookEndpoint[],
  t: PanelProps["t"]["submission"],
): string {
  const [kind, id = ""] = submitter.split(":");
  if (kind === "key") return fill(t.key, { id });
  return endpoints.find((one) => one.id === id)?.name ?? t.closed;
}
