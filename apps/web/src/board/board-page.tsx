import type { Arena, Leaderboard } from "@agon/contract";
import { ApiError } from "@agon/contract/client";
import { api } from "../api/server-client.ts";
import { count, fill } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { Notice } from "../ui/notice.tsx";
import { ViewSwitch } from "../ui/view-switch.tsx";
import { BoardFilters } from "./board-filters.tsx";
import { boardNotes, warningText } from "./board-notes.tsx";
import { type BoardQuery, boardQuery, downloadPath, oneOf, type SearchParams } from "./board-query.ts";
import { LiveBoard } from "./live-board.tsx";
import { matrixRows } from "./matrix-cells.ts";
import { votesNeeded } from "./votes-needed.ts";
import { WinMatrix } from "./win-matrix.tsx";

interface Props {
  arena: Arena;
  params: SearchParams;
  lang: Language;
}

/** The board, or the sentence that says why this combination of filters has none. */
async function readBoard(arena: Arena, query: BoardQuery): Promise<Leaderboard | string> {
  try {
    return await api().leaderboard(arena.slug, query);
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return error.message;
    throw error;
  }
}

function EmptyBoard({ arena, votes, lang }: { arena: Arena; votes: number; lang: Language }) {
  const t = messagesOf(lang).board;
  if (arena.models === 0)
    return (
      <Notice sentence={t.emptyModels}>
        <a href={href(lang, "/admin")} className="button">
          {t.emptyModelsAction}
        </a>
      </Notice>
    );
  return (
    <Notice sentence={count(lang, t.empty, Math.max(1, votesNeeded(arena.models, votes, arena.k)))}>
      <a href={href(lang, `/a/${arena.slug}/vote`)} className="button button-primary">
        {t.emptyAction}
      </a>
    </Notice>
  );
}

function Downloads({ arena, query, lang }: { arena: string; query: BoardQuery; lang: Language }) {
  const t = messagesOf(lang).board;
  return (
    <p className="flex items-center gap-4 text-sm text-muted">
      {t.download}:
      <a href={downloadPath(arena, query, "csv")} className="quiet-link text-ink py-2" download>
        {t.csv}
      </a>
      <a href={downloadPath(arena, query, "json")} className="quiet-link text-ink py-2">
        {t.json}
      </a>
      <a href={href(lang, `/a/${arena}/embed`)} className="quiet-link text-ink py-2">
        {messagesOf(lang).embed.link}
      </a>
    </p>
  );
}

function BoardBody({ board, arena, query, view, lang }: BodyProps) {
  const t = messagesOf(lang).board;
  if (!board.models.some((row) => row.rating !== null))
    return <EmptyBoard arena={arena} votes={board.votes} lang={lang} />;
  if (view === "matrix") return <WinMatrix rows={matrixRows(board)} lang={lang} t={t.matrix} />;
  const { as_of, seq, votes, models } = board;
  return (
    <>
      <LiveBoard
        initial={{ arena: arena.slug, as_of, seq, votes, models }}
        query={query}
        modelPath={href(lang, `/a/${arena.slug}/m`)}
        lang={lang}
        t={t}
      />
      {boardNotes(board, new Map(arena.criteria.map(({ slug, title }) => [slug, title])), lang, t).map(
        (note) => (
          <p key={note} className="max-w-text pt-4 text-sm">
            {note}
          </p>
        ),
      )}
      <p className="max-w-text pt-4 text-sm text-muted">
        {t.overlap} {t.ranks} {models.some((row) => row.p_rank_1 !== null) && t.first}
      </p>
    </>
  );
}

interface BodyProps {
  board: Leaderboard;
  arena: Arena;
  query: BoardQuery;
  view: string | undefined;
  lang: Language;
}

export async function BoardPage({ arena, params, lang }: Props) {
  const t = messagesOf(lang).board;
  const query = boardQuery(params);
  const view = oneOf(params, "view") === "matrix" ? "matrix" : undefined;
  const board = await readBoard(arena, query);
  const path = href(lang, `/a/${arena.slug}`);
  return (
    <>
      <h1 className="sr-only">{fill(t.title, { arena: arena.title })}</h1>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 pb-4">
        <BoardFilters arena={arena} query={query} view={view} path={path} t={t} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Downloads arena={arena.slug} query={query} lang={lang} />
          <ViewSwitch
            label={t.view.label}
            path={path}
            params={{ ...query }}
            name="view"
            current={view ?? "board"}
            standard="board"
            choices={[
              { value: "board", text: t.view.board },
              { value: "matrix", text: t.view.matrix },
            ]}
          />
        </div>
      </div>
      {typeof board === "string" ? (
        <Notice sentence={fill(t.unavailable, { reason: board })}>
          <a href={path} className="button">
            {t.filters.reset}
          </a>
        </Notice>
      ) : (
        <>
          {board.warnings.map((warning) => (
            <p key={warning.code} className="mb-3 border-s-2 border-ink ps-3 text-sm">
              {warningText(warning, t)}
            </p>
          ))}
          <BoardBody board={board} arena={arena} query={query} view={view} lang={lang} />
        </>
      )}
    </>
  );
}
