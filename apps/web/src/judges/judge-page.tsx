import type { Judge, JudgeDetail } from "@agon/contract";
import Link from "next/link";
import { count, fill, formatDollars, formatNumber, formatPercent } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { whatItDoes } from "./judge-list.tsx";
import { ShareLine } from "./share-line.tsx";

interface Props {
  arena: string;
  judge: JudgeDetail;
  others: readonly Judge[];
  lang: Language;
}

export function JudgePage({ arena, judge, others, lang }: Props) {
  const t = messagesOf(lang).judges;
  return (
    <div className="grid gap-10">
      <div>
        <p className="text-sm">
          <Link href={href(lang, `/a/${arena}/judges`)} prefetch={false}>
            {t.back}
          </Link>
        </p>
        <h1 className="text-3xl">{judge.name}</h1>
        <p className="pt-1 text-muted">
          {[
            t.kind[judge.kind],
            t.status[judge.status],
            whatItDoes(judge, lang),
            count(lang, t.verdicts, judge.verdicts),
          ].join(" · ")}
        </p>
      </div>
      <Measures judge={judge} lang={lang} />
      <section aria-labelledby="people" className="grid gap-3">
        <h2 id="people" className="text-2xl">
          {t.people}
        </h2>
        <p className="max-w-text text-muted">
          {judge.stats.people.battles === 0 ? t.peopleNone : t.peopleText}
        </p>
        <AgreementTable agreement={judge.stats.people} lang={lang} />
      </section>
      {others.length > 0 && <Comparison judge={judge} others={others} lang={lang} />}
    </div>
  );
}

function Measures({ judge: { stats }, lang }: { judge: JudgeDetail; lang: Language }) {
  const t = messagesOf(lang).judges;
  const { cost_usd: cost, cost_per_verdict_usd: each } = stats;
  return (
    <section aria-labelledby="measures">
      <h2 id="measures" className="text-2xl">
        {t.measures}
      </h2>
      <dl className="grid gap-x-12 lg:grid-cols-2">
        <ShareLine
          title={t.firstSlot}
          text={fill(t.firstSlotText, { fair: formatPercent(lang, 0.5) })}
          share={stats.first_slot}
          fair={0.5}
          lang={lang}
        />
        <ShareLine title={t.swap} text={t.swapText} share={stats.swap_consistency} lang={lang} />
        <ShareLine title={t.invalid} text={t.invalidText} share={stats.invalid} lang={lang} />
        <ShareLine
          title={t.injection}
          text={t.injectionText}
          share={stats.injection}
          fair={0.5}
          lang={lang}
        />
        <div className="grid content-start gap-1 border-b border-line py-4">
          <dt className="font-serif text-lg">{t.cost}</dt>
          <dd>
            {each !== null && <p className="text-xl tabular-nums">{formatDollars(lang, each)}</p>}
            <p className="text-sm text-muted">
              {cost === null
                ? t.costUnknown
                : fill(t.costText, {
                    total: formatDollars(lang, cost),
                    calls: formatNumber(lang, stats.calls),
                    failures: formatNumber(lang, stats.failures),
                  })}
            </p>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Another judge on the same battles; a plain form, so that it works without scripts. */
function Comparison({ judge, others, lang }: Omit<Props, "arena">) {
  const t = messagesOf(lang).judges;
  const { comparison } = judge;
  return (
    <section aria-labelledby="comparison" className="grid gap-3">
      <h2 id="comparison" className="text-2xl">
        {t.compare}
      </h2>
      <form className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm text-muted">
          {t.compareWith}
          <select name="with" className="field" defaultValue={comparison?.with}>
            {others.map((other) => (
              <option key={other.slug} value={other.slug}>
                {other.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {t.compareShow}
        </button>
      </form>
      {comparison?.battles === 0 && <p className="text-muted">{t.compareNone}</p>}
      {comparison && <AgreementTable agreement={comparison} lang={lang} />}
    </section>
  );
}
