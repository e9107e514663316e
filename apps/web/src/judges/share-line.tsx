import type { JudgeShare } from "@agon/contract";
import { count, fill, formatNumber, formatPercent } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";

/** Fewer cases are said to be too few. */
const fewest = 5;
const width = 200;

interface Props {
  title: string;
  text: string;
  share: JudgeShare;
  /** Drawn as a mark on the axis. */
  fair?: number;
  lang: Language;
}

/** A share as a dot on an axis from 0 to 1, its interval as a line, and what it means. */
export function ShareLine({ title, text, share: { of, share, lower, upper }, fair, lang }: Props) {
  const t = messagesOf(lang).judges;
  const known = share !== null && of >= fewest;
  return (
    <div className="grid content-start gap-1 border-b border-line py-4">
      <dt className="font-serif text-lg">{title}</dt>
      <dd className="grid gap-2">
        {known ? (
          <>
            <p className="tabular-nums">
              <strong className="text-xl">{formatPercent(lang, share)}</strong>{" "}
              <span className="text-sm text-muted">
                {fill(t.between, {
                  lower: formatPercent(lang, lower ?? 0),
                  upper: formatPercent(lang, upper ?? 1),
                })}
                {", "}
                {count(lang, t.cases, of)}
              </span>
            </p>
            <svg viewBox={`0 0 ${width} 12`} className="h-3 w-full max-w-80" aria-hidden="true">
              <line x1="0" x2={width} y1="6" y2="6" stroke="var(--line)" />
              {fair !== undefined && (
                <line x1={fair * width} x2={fair * width} y1="0" y2="12" stroke="var(--muted)" />
              )}
              <line
                x1={(lower ?? share) * width}
                x2={(upper ?? share) * width}
                y1="6"
                y2="6"
                stroke="var(--ink)"
                strokeWidth="2"
              />
              <circle cx={share * width} cy="6" r="4" fill="var(--ink)" />
            </svg>
          </>
        ) : (
          <p className="text-muted">{fill(t.few, { of: formatNumber(lang, of) })}</p>
        )}
        <p className="max-w-text text-sm text-muted">{text}</p>
      </dd>
    </div>
  );
}
