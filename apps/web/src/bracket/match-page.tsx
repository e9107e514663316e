import type { Arena, MatchDetail, Tournament, Verdict } from "@agon/contract";
import { fill, formatMoment, formatNumber } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { StoredOutput } from "../model/stored-output.tsx";
import { classNames } from "../ui/class-names.ts";
import { Notice } from "../ui/notice.tsx";
import { matchSentence } from "./match-sentence.ts";
import { orderText } from "./order-text.ts";
import { ruleText } from "./rule-text.ts";
import { RulingList } from "./ruling-list.tsx";
import { TournamentCrumb } from "./tournament-crumb.tsx";

interface Props {
  arena: Arena;
  tournament: Tournament;
  match: MatchDetail;
  /** The name of the match's round. */
  round: string;
  lang: Language;
}

type Output = MatchDetail["outputs"][number];

function OutputPanel({
  output,
  match,
  arena,
  lang,
}: {
  output: Output;
  match: MatchDetail;
  arena: Arena;
  lang: Language;
}) {
  const { bracket: t, model } = messagesOf(lang);
  const won = match.winners.includes(output.model.slug);
  return (
    <article className={classNames("output", won && "output-chosen")}>
      <header className="output-head">
        <h3 className="min-w-0 text-lg">
          <a
            href={href(lang, `/a/${arena.slug}/m/${encodeURIComponent(output.model.slug)}`)}
            className="quiet-link"
          >
            {output.model.name}
          </a>
        </h3>
        <p className="ms-auto grid shrink-0 text-end text-sm">
          {won && <strong className="font-semibold text-terracotta">{t.match.winner}</strong>}
          {output.score !== null && (
            <span className="text-muted tabular-nums">
              {fill(t.match.score, { score: formatNumber(lang, output.score, 3) })}
            </span>
          )}
        </p>
      </header>
      <div className="output-body">
        {output.content === null && output.media_url === null && !output.taken_down ? (
          <p className="text-muted italic">{t.match.missing}</p>
        ) : (
          <StoredOutput
            output={output}
            alt={fill(model.pictureOf, { model: output.model.name, prompt: output.prompt })}
            modality={arena.modality}
            lang={lang}
          />
        )}
      </div>
    </article>
  );
}

/** The models of a verdict, best first. */
const orderOf = ({ slots, ranks }: Verdict, names: ReadonlyMap<string, string>): string =>
  orderText(
    slots.map(({ model }) => names.get(model) ?? model),
    ranks,
  );

function VerdictLine({
  verdict,
  names,
  rule,
  lang,
}: {
  verdict: Verdict;
  names: ReadonlyMap<string, string>;
  rule: string | null;
  lang: Language;
}) {
  const { bracket } = messagesOf(lang);
  const t = bracket.match;
  const judge =
    verdict.judge.kind === "rule" && rule !== null
      ? fill(t.rule, { rule: ruleText(rule, bracket) })
      : t.judge[verdict.judge.kind];
  const marks = [
    ...verdict.flags,
    ...(verdict.counted ? [] : [t.notCounted]),
    ...(verdict.withdrawn_by === null ? [] : [t.withdrawn]),
  ];
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5">
      <span className="font-serif text-base">{orderOf(verdict, names)}</span>
      <span className="ms-auto text-sm text-muted">
        {fill(t.by, { judge, time: "" })}
        <time dateTime={verdict.at} className="tabular-nums">
          {formatMoment(lang, verdict.at)}
        </time>
      </span>
      {marks.map((mark) => (
        <span key={mark} className="tag">
          {mark}
        </span>
      ))}
    </li>
  );
}

export function MatchPage({ arena, tournament, match, round, lang }: Props) {
  const t = messagesOf(lang).bracket;
  const names = new Map(match.places.flatMap(({ model }) => (model ? [[model.slug, model.name]] : [])));
  const title = fill(t.match.title, { round, n: match.position });
  const groups = Map.groupBy(match.outputs, (output) => output.prompt);
  return (
    <>
      <TournamentCrumb arena={arena} tournament={tournament} lang={lang} />
      <h1 className="text-3xl">{title}</h1>
      <p className="pt-2 pb-6 text-muted">{matchSentence(match, round, false, t)}</p>
      {match.prompt_text !== null && (
        <section aria-label={t.match.prompt} className="mb-6 border-s-2 border-ink ps-4">
          <p className="text-sm text-muted">{t.match.prompt}</p>
          <p dir="auto" className="prompt-text">
            {match.prompt_text}
          </p>
        </section>
      )}
      <section aria-labelledby="outputs">
        <h2 id="outputs" className="sr-only">
          {t.match.outputs}
        </h2>
        {match.outputs.length === 0 && <Notice sentence={t.match.waiting} />}
        {[...groups].map(([prompt, outputs]) => (
          <div key={prompt} className="pb-6">
            {groups.size > 1 && (
              <p className="pb-2 text-sm text-muted">{fill(t.match.verdictOnPrompt, { prompt })}</p>
            )}
            <div
              className="output-grid"
              data-count={outputs.length}
              data-pictures={arena.modality === "image"}
            >
              {outputs.map((output) => (
                <OutputPanel
                  key={output.model.slug}
                  output={output}
                  match={match}
                  arena={arena}
                  lang={lang}
                />
              ))}
            </div>
          </div>
        ))}
      </section>
      <RulingList rulings={match.rulings} places={match.places} lang={lang} />
      <section aria-labelledby="verdicts" className="pt-4">
        <h2 id="verdicts" className="pb-2 text-2xl">
          {t.match.verdicts}
        </h2>
        {match.verdicts.length === 0 ? (
          <p className="text-muted">{t.match.none}</p>
        ) : (
          <ol>
            {match.verdicts.map((verdict) => (
              <VerdictLine
                key={verdict.seq}
                verdict={verdict}
                names={names}
                rule={tournament.judge.rule}
                lang={lang}
              />
            ))}
          </ol>
        )}
      </section>
    </>
  );
}
