import type { Analyses, Arena, Finding } from "@agon/contract";
import { ApiError } from "@agon/contract/client";
import type { ReactNode } from "react";
import { api } from "../api/server-client.ts";
import { BoardFilters } from "../board/board-filters.tsx";
import { type BoardQuery, boardQuery, type SearchParams } from "../board/board-query.ts";
import { count, fill, formatMoment } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { Notice } from "../ui/notice.tsx";
import { findingText } from "./finding-text.ts";
import {
  AgreementDrawing,
  CriteriaDrawing,
  CyclesDrawing,
  FragilityDrawing,
  GroupsDrawing,
  MixtureDrawing,
  PositionDrawing,
  RewardDrawing,
  ScoresDrawing,
  SwapDrawing,
} from "./sections.tsx";

interface Props {
  arena: Arena;
  params: SearchParams;
  lang: Language;
}

const filters = ["criterion", "category", "judges", "length_margin"] as const;

type PartName = keyof Analyses["parts"];

/** The drawing of each part, in the order of the page. */
function drawings({ parts }: Analyses, lang: Language): [PartName, Finding, ReactNode][] {
  const { fragility, cycles, mixture, criteria, position, swap, agreement, groups, scores, reward } = parts;
  const shown: [PartName, { finding: Finding } | undefined, ReactNode][] = [
    ["fragility", fragility, fragility && <FragilityDrawing part={fragility} lang={lang} />],
    ["criteria", criteria, criteria && <CriteriaDrawing part={criteria} lang={lang} />],
    ["cycles", cycles, cycles && <CyclesDrawing part={cycles} lang={lang} />],
    ["mixture", mixture, mixture && <MixtureDrawing part={mixture} lang={lang} />],
    ["groups", groups, groups && <GroupsDrawing part={groups} lang={lang} />],
    ["position", position, position && <PositionDrawing part={position} lang={lang} />],
    ["swap", swap, swap && <SwapDrawing part={swap} lang={lang} />],
    ["agreement", agreement, agreement && <AgreementDrawing part={agreement} lang={lang} />],
    ["scores", scores, scores && <ScoresDrawing part={scores} lang={lang} />],
    ["reward", reward, reward && <RewardDrawing part={reward} lang={lang} />],
  ];
  return shown.flatMap(([name, part, drawing]) => (part ? [[name, part.finding, drawing]] : []));
}

/** The analyses, or the sentence that says why these filters have none. */
async function read(arena: Arena, query: BoardQuery): Promise<Analyses | string> {
  try {
    return await api().analyses(arena.slug, query);
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return error.message;
    throw error;
  }
}

function Sections({ found, lang }: { found: Analyses; lang: Language }) {
  const { analyses: t, board } = messagesOf(lang);
  return drawings(found, lang).map(([name, finding, drawing]) => (
    <section
      key={name}
      aria-labelledby={name}
      className="grid gap-4 border-t border-line py-8 lg:grid-cols-[2fr_3fr] lg:gap-12"
    >
      <div>
        <h2 id={name} className="pb-2 text-2xl">
          {t.titles[name]}
        </h2>
        <p className="max-w-text font-serif text-lg text-pretty">
          {findingText(lang, finding, t.findings, board.judges)}
        </p>
        <p className="max-w-text pt-2 text-sm text-muted">{t.about[name]}</p>
      </div>
      <div className="grid content-center gap-6">{drawing}</div>
    </section>
  ));
}

/** What the votes of an arena say beside a ranking, each with one sentence and a drawing. */
export async function AnalysesPage({ arena, params, lang }: Props) {
  const { analyses: t, board } = messagesOf(lang);
  const all = boardQuery(params);
  const query = Object.fromEntries(filters.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  const found = await read(arena, query);
  const path = href(lang, `/a/${arena.slug}/analyses`);
  return (
    <>
      <h1 className="pb-2 text-3xl">{fill(t.title, { arena: arena.title })}</h1>
      <p className="max-w-text pb-4 text-muted">{t.lead}</p>
      <BoardFilters arena={arena} query={query} view={undefined} path={path} names={filters} t={board} />
      {typeof found === "string" ? (
        <Notice sentence={fill(board.unavailable, { reason: found })}>
          <a href={path} className="button">
            {board.filters.reset}
          </a>
        </Notice>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4 py-4 text-sm text-muted">
            <span>{count(lang, board.votesCounted, found.votes)}</span>
            <time dateTime={found.as_of} className="tabular-nums">
              {fill(board.asOf, { time: formatMoment(lang, found.as_of) })}
            </time>
          </p>
          <Sections found={found} lang={lang} />
        </>
      )}
    </>
  );
}
