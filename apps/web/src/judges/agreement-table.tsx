import type { JudgeAgreement, JudgeStats } from "@agon/contract";
import { formatNumber, formatPercent } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";

const width = 160;

/** Kappa as a dot between -1 and 1 with its interval, over all battles and per category. */
export function AgreementTable({ agreement, lang }: { agreement: JudgeStats["people"]; lang: Language }) {
  const t = messagesOf(lang).judges;
  if (agreement.battles === 0) return null;
  const rows = [{ category: t.all, ...agreement }, ...agreement.categories];
  return (
    <div className="overflow-x-auto">
      <table className="list tabular-nums">
        <thead>
          <tr>
            <th scope="col">{t.category}</th>
            <th scope="col" className="list-number">
              {t.battles}
            </th>
            <th scope="col" className="list-number">
              {t.share}
            </th>
            <th scope="col" className="list-number">
              {t.kappa}
            </th>
            <td className="list-chart" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.category}>
              <th scope="row">{row.category}</th>
              <td className="list-number">{formatNumber(lang, row.battles)}</td>
              <td className="list-number">{row.share === null ? "–" : formatPercent(lang, row.share)}</td>
              <td className="list-number">{kappaText(row, lang)}</td>
              <td className="list-chart" aria-hidden="true">
                <KappaDrawing {...row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const two = (lang: Language, value: number): string => formatNumber(lang, value, 2);

function kappaText({ kappa, lower, upper }: JudgeAgreement, lang: Language): string {
  if (kappa === null) return "–";
  return lower === null || upper === null
    ? two(lang, kappa)
    : `${two(lang, kappa)} (${two(lang, lower)} – ${two(lang, upper)})`;
}

function KappaDrawing({ kappa, lower, upper }: JudgeAgreement) {
  if (kappa === null) return null;
  const x = (value: number) => ((value + 1) / 2) * width;
  return (
    <svg viewBox={`0 0 ${width} 12`} className="h-3 w-full">
      <title>κ</title>
      <line x1="0" x2={width} y1="6" y2="6" stroke="var(--line)" />
      <line x1={x(0)} x2={x(0)} y1="0" y2="12" stroke="var(--muted)" />
      <line x1={x(lower ?? kappa)} x2={x(upper ?? kappa)} y1="6" y2="6" stroke="var(--ink)" strokeWidth="2" />
      <circle cx={x(kappa)} cy="6" r="4" fill="var(--ink)" />
    </svg>
  );
}
