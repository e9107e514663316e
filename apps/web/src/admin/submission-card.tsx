"use client";
import type { OperatedSubmission, SubmissionFinding, SubmissionRuling } from "@agon/contract";
import { count, fill, formatMoment, formatNumber } from "../messages/format.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

interface Props extends PanelProps {
  submission: OperatedSubmission;
  /** Who sent it, in words. */
  submitter: string;
  /** Reads the list again. */
  onDone: () => void;
}

/** A submission: where it stands, what is wrong or flagged, and the operator's word on it. */
export function SubmissionCard(props: Props) {
  const { api, base, lang, submission, onDone } = props;
  const t = props.t.submission;
  const { model, url, placement } = submission;
  const action = useAction();
  const rule = (ruling: SubmissionRuling) =>
    action.run(async () => {
      await api.ruleSubmission(submission.id, ruling);
      onDone();
      return "";
    });
  return (
    <li className="grid gap-3 border-b border-line py-4" data-submission={submission.id}>
      <div className="flex flex-wrap items-center gap-3">
        <div className="me-auto">
          <h3 className="text-lg">
            {url === null ? (
              model.name
            ) : (
              <a href={base + url} className="quiet-link">
                {model.name}
              </a>
            )}
          </h3>
          <p className="text-sm tabular-nums">{standing(props).join(" · ")}</p>
          <p className="text-sm text-muted tabular-nums">
            {[t.type[submission.type], fill(t.from, { submitter: props.submitter })].join(" · ")}
            {" · "}
            <time dateTime={submission.submitted_at}>{formatMoment(lang, submission.submitted_at)}</time>
          </p>
        </div>
        <Rulings submission={submission} onRule={rule} busy={action.busy} t={t} />
      </div>
      {submission.reason !== null && <p>{fill(t.reason, { reason: submission.reason })}</p>}
      <Findings title={t.errors} findings={submission.errors} lang={lang} t={t} />
      <Findings title={t.flags} findings={submission.flags} lang={lang} t={t} />
      {placement !== null && (
        <p>
          <a href={`${base}/t/${encodeURIComponent(placement)}`} className="quiet-link">
            {t.placement}
          </a>
        </p>
      )}
      <Outcome text={action.text} bad={action.bad} />
    </li>
  );
}

function standing({ lang, submission, t }: Props): string[] {
  const { status, progress, embargo_until: until } = submission;
  const done = formatNumber(lang, progress.done);
  const total = formatNumber(lang, progress.outputs);
  return [
    t.submission.status[status],
    ...(progress.outputs === 0 ? [] : [fill(t.submission.progress, { done, total })]),
    ...(until === null ? [] : [fill(t.submission.embargo, { moment: formatMoment(lang, until) })]),
  ];
}

interface RulingsProps {
  submission: OperatedSubmission;
  onRule: (ruling: SubmissionRuling) => void;
  busy: boolean;
  t: PanelProps["t"]["submission"];
}

/** What may be said of a submission as it stands. */
function Rulings({ submission, onRule, busy, t }: RulingsProps) {
  const { status, model } = submission;
  const because = (to: "rejected" | "withdrawn") => (reason: string) =>
    onRule({ status: to, ...(reason === "" ? {} : { reason }) });
  const { name } = model;
  const undecided = status === "queued" || status === "validating" || status === "accepted";
  return (
    <>
      {status === "validating" && (
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => onRule({ status: "accepted" })}
        >
          {t.accept}
        </button>
      )}
      {undecided && (
        <ConfirmDialog
          words={{
            open: t.reject,
            title: fill(t.rejectTitle, { name }),
            text: t.rejectText,
            yes: t.rejectYes,
            no: t.keep,
            reason: t.why,
          }}
          onConfirm={because("rejected")}
        />
      )}
      {(undecided || status === "active") && (
        <ConfirmDialog
          words={{
            open: t.withdraw,
            title: fill(t.withdrawTitle, { name }),
            text: t.withdrawText,
            yes: t.withdrawYes,
            no: t.keep,
            reason: t.why,
          }}
          onConfirm={because("withdrawn")}
        />
      )}
    </>
  );
}

const shown = 20;

interface FindingsProps {
  title: string;
  findings: readonly SubmissionFinding[];
  lang: string;
  t: PanelProps["t"]["submission"];
}

function Findings({ title, findings, lang, t }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <div className="border-s-2 border-ink ps-4 text-sm">
      <h4 className="text-muted">{title}</h4>
      <ul>
        {findings.slice(0, shown).map(({ pointer, code, detail }) => (
          <li key={`${pointer} ${code} ${detail}`}>
            <code>{pointer}</code> {detail}
          </li>
        ))}
        {findings.length > shown && <li>{count(lang, t.more, findings.length - shown)}</li>}
      </ul>
    </div>
  );
}
