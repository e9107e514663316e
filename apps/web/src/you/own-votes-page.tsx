"use client";
import { useCallback, useEffect, useState } from "react";
import { browserApi } from "../api/browser-client.ts";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { Notice } from "../ui/notice.tsx";
import { forgetVote } from "../vote/kept-vote.ts";
import { forgetArenas, votedArenas } from "../vote/voted-arenas.ts";
import { ForgetDialog } from "./forget-dialog.tsx";
import { OwnArena, type OwnArenaData } from "./own-arena.tsx";

interface Props {
  base: string;
  lang: string;
  t: Messages["you"];
}

type State =
  | { readonly phase: "loading" }
  | { readonly phase: "failed"; readonly reason: string }
  | { readonly phase: "shown"; readonly arenas: readonly OwnArenaData[] }
  | { readonly phase: "forgotten" };

const readArena = async (slug: string): Promise<OwnArenaData> => {
  const [arena, own] = await Promise.all([browserApi.arena(slug), browserApi.ownVotes(slug)]);
  return { arena, own };
};

/** A visitor's own votes: read in the browser, because a page from the server is the same for everybody. */
export function OwnVotesPage({ base, lang, t }: Props) {
  const [state, setState] = useState<State>({ phase: "loading" });
  const fail = useCallback(
    (error: unknown) => setState({ phase: "failed", reason: error instanceof Error ? error.message : "" }),
    [],
  );
  const load = useCallback(() => {
    setState({ phase: "loading" });
    Promise.all(votedArenas().map(readArena)).then(
      (arenas) => setState({ phase: "shown", arenas: arenas.filter(({ own }) => own.votes.length > 0) }),
      fail,
    );
  }, [fail]);
  useEffect(load, [load]);
  const forget = () =>
    browserApi.forgetVoter().then(() => {
      forgetVote();
      forgetArenas();
      setState({ phase: "forgotten" });
    }, fail);

  if (state.phase === "loading")
    return (
      <p role="status" className="text-muted">
        {t.loading}
      </p>
    );
  if (state.phase === "failed")
    return (
      <Notice sentence={fill(t.failed, { reason: state.reason })}>
        <button type="button" className="button" onClick={load}>
          {t.retry}
        </button>
      </Notice>
    );
  if (state.phase === "forgotten" || state.arenas.length === 0)
    return (
      <div role="status">
        <Notice sentence={state.phase === "forgotten" ? t.forgotten : t.none}>
          <a href={base === "" ? "/" : base} className="button">
            {t.noneAction}
          </a>
        </Notice>
      </div>
    );
  return (
    <>
      {state.arenas.map((data) => (
        <OwnArena key={data.arena.slug} {...data} base={base} lang={lang} t={t} />
      ))}
      <div className="border-t border-line py-6">
        <ForgetDialog onForget={forget} t={t} />
      </div>
    </>
  );
}
