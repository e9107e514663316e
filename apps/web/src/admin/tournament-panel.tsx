"use client";
import type { TournamentSummary } from "@agon/contract";
import { useCallback, useEffect, useState } from "react";
import { allPages } from "../api/all-pages.ts";
import { tournamentTitle } from "../bracket/tournament-title.ts";
import { fill } from "../messages/format.ts";
import { ConfirmDialog, type ConfirmWords } from "./confirm-dialog.tsx";
import { NewTournamentForm } from "./new-tournament-form.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

/** The tournaments of an arena, newest first; read again after every change. */
export function useTournaments({
  api,
  arena,
}: Pick<PanelProps, "api" | "arena">): [readonly TournamentSummary[], () => void] {
  const [list, setList] = useState<readonly TournamentSummary[]>([]);
  const read = useCallback(
    () => void allPages((query) => api.tournaments(arena.slug, query)).then(setList, () => setList([])),
    [api, arena.slug],
  );
  useEffect(read, [read]);
  return [list, read];
}

const cancelWords = (title: string, t: PanelProps["t"]["tournament"]): ConfirmWords => ({
  open: t.cancel,
  title: fill(t.cancelTitle, { title }),
  text: t.cancelText,
  yes: t.cancelYes,
  no: t.cancelNo,
});

export function TournamentPanel(props: PanelProps) {
  const { api, base, lang, t, bracket } = props;
  const [list, read] = useTournaments(props);
  const action = useAction();
  const act = (work: () => Promise<unknown>) =>
    action.run(async () => {
      await work();
      read();
      return "";
    });
  const patch = (one: TournamentSummary, status: "running" | "paused") => () =>
    act(() => api.changeTournament(one.id, { status }));
  return (
    <div className="grid gap-8">
      <section aria-labelledby="tournament-list">
        <h2 id="tournament-list" className="pb-2 text-2xl">
          {t.tournament.list}
        </h2>
        {list.length === 0 && <p className="text-muted">{t.tournament.none}</p>}
        <ul>
          {list.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-3 border-b border-line py-3"
              data-tournament={one.id}
            >
              <div className="me-auto">
                <a href={`${base}/t/${one.id}`} className="quiet-link font-serif text-lg">
                  {tournamentTitle(one, lang, bracket)}
                </a>
                <p className="text-sm text-muted tabular-nums">
                  {bracket.status[one.status]} · {one.matches_decided}
                  {one.matches_total === null ? "" : ` / ${one.matches_total}`}
                </p>
              </div>
              {one.status === "scheduled" && (
                <button type="button" className="button" onClick={patch(one, "running")}>
                  {t.tournament.start}
                </button>
              )}
              {one.status === "running" && (
                <button type="button" className="button" onClick={patch(one, "paused")}>
                  {t.tournament.pause}
                </button>
              )}
              {one.status === "paused" && (
                <button type="button" className="button" onClick={patch(one, "running")}>
                  {t.tournament.resume}
                </button>
              )}
              {one.status !== "completed" && one.status !== "cancelled" && (
                <ConfirmDialog
                  words={cancelWords(tournamentTitle(one, lang, bracket), t.tournament)}
                  onConfirm={() => act(() => api.cancelTournament(one.id))}
                />
              )}
            </li>
          ))}
        </ul>
        <Outcome
          text={action.bad ? fill(t.tournament.failed, { reason: action.text }) : action.text}
          bad={action.bad}
        />
      </section>
      <NewTournamentForm {...props} onCreated={read} />
    </div>
  );
}
