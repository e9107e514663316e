import type { Arena, BoardRow, ModelProfile } from "@agon/contract";
import { fill, formatNumber, formatPercent, formatRating } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { HeadToHead } from "./head-to-head.tsx";
import { RatingDrawing } from "./rating-drawing.tsx";
import { StoredOutput } from "./stored-output.tsx";

interface Props {
  arena: Arena;
  profile: ModelProfile;
  board: readonly BoardRow[];
  lang: Language;
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="font-serif text-xl tabular-nums">{children}</dd>
    </div>
  );
}

function Facts({ row, lang }: { row: BoardRow; lang: Language }) {
  const { model: t, board } = messagesOf(lang);
  const number = (n: number) => formatNumber(lang, n);
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 py-6">
      {row.rating !== null && (
        <>
          <Fact term={board.columns.rank}>
            {row.rank_lower === row.rank_upper
              ? number(row.rank)
              : `${number(row.rank)} (${fill(t.rankRange, { lower: row.rank_lower, upper: row.rank_upper })})`}
          </Fact>
          <Fact term={t.rating}>
            {formatRating(lang, row.rating) + (row.provisional ? ` (${board.provisional})` : "")}
          </Fact>
        </>
      )}
      <Fact term={t.votes}>{number(row.votes)}</Fact>
      {row.win_rate !== null && <Fact term={t.winRate}>{formatPercent(lang, row.win_rate)}</Fact>}
      <Fact term={t.record}>
        {fill(t.recordText, { wins: number(row.wins), losses: number(row.losses), ties: number(row.ties) })}
      </Fact>
    </dl>
  );
}

interface OutputsProps {
  profile: ModelProfile;
  modality: Arena["modality"];
  lang: Language;
}

function PictureOutputs({ profile, modality, lang }: OutputsProps) {
  const t = messagesOf(lang).model;
  return (
    <ul className="grid grid-cols-2 gap-4 md:grid-cols-3 lg:grid-cols-4">
      {profile.outputs.map((output) => (
        <li key={output.prompt}>
          <StoredOutput
            output={output}
            alt={fill(t.pictureOf, { model: profile.model.name, prompt: output.prompt_text })}
            modality={modality}
            lang={lang}
          />
          <p className="pt-2 text-sm text-muted">{output.prompt_text}</p>
        </li>
      ))}
    </ul>
  );
}

function TextOutputs({ profile, modality, lang }: OutputsProps) {
  const t = messagesOf(lang).model;
  return profile.outputs.map((output, i) => (
    <details key={output.prompt} open={i === 0} className="border-t border-line py-3">
      <summary className="flex items-baseline gap-4 py-1">
        <span className="line-clamp-2 min-w-0 sm:line-clamp-1 flex-1 font-serif text-base">
          {output.prompt_text}
        </span>
        {output.score !== null && (
          <span className="text-sm text-muted tabular-nums">
            {fill(t.score, { score: formatNumber(lang, output.score, 3) })}
          </span>
        )}
      </summary>
      <p dir="auto" className="my-3 max-w-text border-s-2 border-line ps-4 whitespace-pre-line text-muted">
        {output.prompt_text}
      </p>
      <StoredOutput output={output} alt={output.prompt_text} modality={modality} lang={lang} />
    </details>
  ));
}

export function ModelPage({ arena, profile, board, lang }: Props) {
  const { model: t, board: texts } = messagesOf(lang);
  const { model } = profile;
  const facts = [model.organization, model.license, model.family].filter((fact) => fact !== null);
  return (
    <>
      <h1 className="text-4xl">{model.name}</h1>
      <p className="flex flex-wrap gap-x-4 pt-2 text-muted">
        {model.status === "withdrawn" && <span className="tag">{texts.withdrawn}</span>}
        {facts.join(" · ")}
        {model.url && (
          <a href={model.url} rel="nofollow noopener noreferrer" className="quiet-link text-ink">
            {t.site}
          </a>
        )}
      </p>
      {model.description && <p className="max-w-text pt-3">{model.description}</p>}
      <Facts row={profile.board} lang={lang} />
      <RatingDrawing row={profile.board} board={board} lang={lang} />
      <section aria-labelledby="head-to-head" className="pt-10">
        <h2 id="head-to-head" className="pb-3 text-2xl">
          {t.headToHead}
        </h2>
        <HeadToHead arena={arena.slug} opponents={profile.head_to_head} lang={lang} />
      </section>
      <section aria-labelledby="outputs" className="pt-10">
        <h2 id="outputs" className="pb-4 text-2xl">
          {t.outputs}
        </h2>
        {profile.outputs.length === 0 && <p className="text-muted">{t.outputsNone}</p>}
        {arena.modality === "image" ? (
          <PictureOutputs profile={profile} modality={arena.modality} lang={lang} />
        ) : (
          <TextOutputs profile={profile} modality={arena.modality} lang={lang} />
        )}
      </section>
      <p className="pt-8">
        <a href={href(lang, `/a/${arena.slug}`)} className="quiet-link">
          {texts.heading}
        </a>
      </p>
    </>
  );
}
