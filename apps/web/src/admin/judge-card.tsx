"use client";
import type { JudgeWork } from "@agon/contract";
import { fill, formatDollars, formatNumber } from "../messages/format.ts";
import { JudgeStart } from "./judge-start.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

interface Props extends PanelProps {
  work: JudgeWork;
  /** Reads the work again. */
  onDone: () => void;
}

/** What a judge does now, what it has cost, what failed and why. */
export function JudgeCard(props: Props) {
  const { api, arena, lang, t, work, onDone } = props;
  const { judge } = work;
  const action = useAction();
  const act = (change: () => Promise<unknown>) => () =>
    action.run(async () => {
      await change();
      onDone();
      return "";
    });
  const number = (n: number) => formatNumber(lang, n);
  const cost = formatDollars(lang, work.cost_usd);
  const facts = [
    [t.judge.running, number(work.running.length)],
    [t.judge.calls, number(work.calls)],
    [t.judge.failures, number(work.failures)],
    [t.judge.invalid, number(work.invalid)],
    [t.judge.tokens, `${number(work.input_tokens)} / ${number(work.output_tokens)}`],
    [
      t.judge.cost,
      work.max_cost === null ? cost : fill(t.judge.ofCap, { cost, cap: formatDollars(lang, work.max_cost) }),
    ],
  ];
  return (
    <li className="grid gap-3 border-b border-line py-4" data-judge={judge.slug}>
      <div className="flex flex-wrap items-center gap-3">
        <a
          href={`${props.base}/a/${arena.slug}/judges/${encodeURIComponent(judge.slug)}`}
          className="quiet-link me-auto font-serif text-lg"
        >
          {judge.name}
        </a>
        {(work.failed.length > 0 || judge.status === "active") && judge.kind !== "rule" && (
          <button
            type="button"
            className="button button-plain"
            onClick={act(() => api.retryJudge(arena.slug, judge.slug))}
          >
            {t.judge.retry}
          </button>
        )}
        {judge.status === "active" ? (
          <button type="button" className="button" onClick={act(() => api.stopJudge(arena.slug, judge.slug))}>
            {t.judge.stop}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            onClick={act(() => api.changeJudge(arena.slug, judge.slug, { status: "active" }))}
          >
            {t.judge.resume}
          </button>
        )}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {work.waiting_for && (
        <p className="border-s-2 border-ink ps-3 font-medium">{t.judge.waiting[work.waiting_for]}</p>
      )}
      {!work.key_present && (
        <p className="border-s-2 border-ink ps-3">
          {fill(t.judge.keyMissing, { name: work.key_secret ?? "" })}
        </p>
      )}
      <Failures {...props} />
      {judge.kind !== "rule" && judge.status !== "disabled" && <JudgeStart {...props} />}
      <Outcome text={action.text} bad={action.bad} />
    </li>
  );
}

const shown = 5;

function Failures({ t, work }: Props) {
  return (
    <>
      {work.failed.length > 0 && (
        <div>
          <h3 className="text-sm text-muted">{t.judge.failed}</h3>
          <ul className="text-sm">
            {work.failed.slice(0, shown).map(({ tournament, match, reason, tries }) => (
              <li key={`${tournament}/${match}`}>
                {fill(t.judge.failedLine, { match: `${tournament} ${match}`, reason, tries })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {work.recent_failures.length > 0 && (
        <details className="text-sm">
          <summary className="text-muted">{t.judge.recent}</summary>
          <ul>
            {work.recent_failures.slice(0, shown).map(({ judge, reason, at }) => (
              <li key={`${judge} ${at} ${reason}`}>
                {judge}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
