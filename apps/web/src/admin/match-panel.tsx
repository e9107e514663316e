"use client";
import type { Match, MatchPatch, RulingPreview, Tournament } from "@agon/contract";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { currentBracket, roundTitleOf } from "../bracket/current-bracket.ts";
import { matchSentence } from "../bracket/match-sentence.ts";
import { roundTitle } from "../bracket/round-title.ts";
import { tournamentTitle } from "../bracket/tournament-title.ts";
import { fill } from "../messages/format.ts";
import { Field, fieldText } from "./field.tsx";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { RulingDialog } from "./ruling-dialog.tsx";
import { useTournaments } from "./tournament-panel.tsx";
import { useAction } from "./use-action.ts";

interface Chosen {
  readonly match: Match;
  readonly round: string;
}

/** The decided matches of the bracket that was read. */
const decidedIn = (tournament: Tournament | null, t: PanelProps["bracket"]): Chosen[] =>
  (tournament?.brackets ?? [])
    .flatMap(({ rounds }) =>
      rounds.flatMap((round) => {
        const title = roundTitle(round, rounds, t.rounds, tournament?.format);
        return round.matches.map((match) => ({ match, round: title }));
      }),
    )
    .filter(({ match }) => match.status === "decided" || match.status === "forfeit");

function patchOf(form: FormData, match: Match, isVoid: boolean): MatchPatch {
  const reason = fieldText(form, "reason");
  const why = reason === "" ? {} : { reason };
  if (isVoid) return { void: true, ...why };
  return { ranks: match.places.map((_, i) => Number(fieldText(form, `rank-${i}`))), ...why };
}

/** A ruling that waits for the operator's second word. */
interface Planned {
  readonly match: Match;
  readonly patch: MatchPatch;
  readonly preview: RulingPreview;
}

/** What sets a match back to what it was; matches that were reset meanwhile are not brought back. */
const undoOf = ({ match, preview }: Planned): MatchPatch | null =>
  match.ranks === null || preview.resets.length > 0 ? null : { ranks: match.ranks };

/** Corrects or voids a decided match; what depends on it starts again. */
export function MatchPanel(props: PanelProps) {
  const { api, lang, t, bracket: texts } = props;
  const [list] = useTournaments(props);
  const [id, setId] = useState("");
  const [group, setGroup] = useState("");
  const [tournament, setTournament] = useState<Tournament | null>(null);
  const [matchId, setMatchId] = useState("");
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [undo, setUndo] = useState<Pick<Planned, "match" | "patch"> | null>(null);
  const action = useAction();
  const chosenId = list.some((one) => one.id === id) ? id : (list[0]?.id ?? "");

  const read = useCallback(() => {
    if (chosenId === "") return;
    api.tournament(chosenId, group === "" ? {} : { group }).then(setTournament, () => setTournament(null));
  }, [api, chosenId, group]);
  useEffect(read, [read]);

  const decided = decidedIn(tournament, texts);
  const chosen = decided.find(({ match }) => match.id === matchId) ?? decided[0];
  const groups = (tournament?.brackets ?? []).flatMap((one) => (one.group === null ? [] : [one.group]));
  // Until the operator chooses one, the tournament comes with the bracket that is being decided.
  const shownGroup = group || (tournament && currentBracket(tournament)?.group) || "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!chosen) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const isVoid = submitter instanceof HTMLButtonElement && submitter.value === "void";
    const patch = patchOf(new FormData(event.currentTarget), chosen.match, isVoid);
    action.run(async () => {
      const preview = await api.previewRuling(chosenId, chosen.match.id, patch);
      setPlanned({ match: chosen.match, patch, preview });
      return "";
    });
  };
  const rule = (
    { match, patch }: Pick<Planned, "match" | "patch">,
    before: MatchPatch | null,
    done: string,
  ) =>
    action.run(async () => {
      await api.correctMatch(chosenId, match.id, patch);
      setUndo(before && { match, patch: before });
      read();
      return done;
    });
  if (list.length === 0) return <p className="text-muted">{t.tournament.none}</p>;
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.match.tournament}>
          <select
            className="field"
            value={chosenId}
            onChange={(event) => {
              setId(event.target.value);
              setGroup("");
            }}
          >
            {list.map((one) => (
              <option key={one.id} value={one.id}>
                {tournamentTitle(one, lang, texts)}
              </option>
            ))}
          </select>
        </Field>
        {groups.length > 1 && (
          <Field label={t.match.group}>
            <select className="field" value={shownGroup} onChange={(event) => setGroup(event.target.value)}>
              {groups.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
      {!chosen && <p className="text-muted">{t.match.none}</p>}
      {chosen && (
        <form key={chosen.match.id} onSubmit={submit} className="grid gap-4">
          <Field label={t.match.match}>
            <select
              className="field"
              value={chosen.match.id}
              onChange={(event) => setMatchId(event.target.value)}
            >
              {decided.map(({ match, round }) => (
                <option key={match.id} value={match.id}>
                  {matchSentence(match, round, false, texts)}
                </option>
              ))}
            </select>
          </Field>
          <p className="text-sm text-muted">{t.match.hint}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {chosen.match.places.map((place, i) => (
              <Field
                key={place.model?.slug ?? i}
                label={fill(t.match.rank, { model: place.model?.name ?? "" })}
              >
                <input
                  name={`rank-${i}`}
                  type="number"
                  min={1}
                  max={chosen.match.places.length}
                  defaultValue={chosen.match.ranks?.[i] ?? i + 1}
                  className="field"
                  required
                />
              </Field>
            ))}
          </div>
          <Field label={t.match.reason}>
            <input name="reason" className="field" maxLength={500} />
          </Field>
          <div className="flex flex-wrap gap-3">
            <button type="submit" value="ranks" className="button button-primary" disabled={action.busy}>
              {t.match.correct}
            </button>
            <button type="submit" value="void" className="button" disabled={action.busy}>
              {t.match.void}
            </button>
          </div>
        </form>
      )}
      {planned && (
        <RulingDialog
          preview={planned.preview}
          isVoid={"void" in planned.patch}
          roundOf={(match) => (tournament ? roundTitleOf(tournament, match.id, texts.rounds) : "")}
          onConfirm={() => rule(planned, undoOf(planned), t.match.done)}
          onClose={() => setPlanned(null)}
          lang={lang}
          bracket={texts}
          t={t.match}
        />
      )}
      <Outcome text={action.text} bad={action.bad} />
      {undo && !action.busy && (
        <button
          type="button"
          className="button justify-self-start"
          onClick={() => rule(undo, null, t.match.undone)}
        >
          {t.match.undo}
        </button>
      )}
    </div>
  );
}
