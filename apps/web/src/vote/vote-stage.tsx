"use client";
import type { Ballot } from "@agon/contract";
import { Keyboard, SkipForward } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { Playback } from "../playback/playback.ts";
import { pictureOf } from "../ui/picture.ts";
import { AfterVote, sentenceOf } from "./after-vote.tsx";
import { type Choice, letterOf } from "./choice.ts";
import { DuelButtons, firstKey } from "./duel-buttons.tsx";
import { KeyHint } from "./key-hint.tsx";
import type { VoteAction } from "./key-map.ts";
import { useKeySettings } from "./key-settings.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import type { OutputKind } from "./output-body.tsx";
import { OutputGrid } from "./output-grid.tsx";
import { PromptBlock } from "./prompt-block.tsx";
import { RankBar } from "./rank-bar.tsx";
import { RankList } from "./rank-list.tsx";
import { StoppedNotice } from "./stopped-notice.tsx";
import { useRankOrder } from "./use-rank-order.ts";
import { useVoting, type VoteNews } from "./use-vote.ts";
import { useVoteKeys } from "./use-vote-keys.ts";
import type { VoteState } from "./vote-state.ts";

const ZoomDialog = lazy(() => import("./zoom-dialog.tsx"));

export interface StageProps {
  arena: string;
  tournament: string | undefined;
  /** Outputs of a battle, until the first ballot says it. */
  k: number;
  kind: OutputKind;
  instruction: string;
  boardPath: string;
  modelPath: string;
  lang: string;
  t: Messages["vote"];
}

const ballotOf = (state: VoteState): Ballot | null => ("ballot" in state ? state.ballot : null);

const picturesOf = (ballot: Ballot | null) =>
  (ballot?.outputs ?? []).flatMap((output) => {
    const address = pictureOf(output);
    return address === null ? [] : [{ letter: letterOf(output.slot), address }];
  });

/** What a screen reader hears once the names are known. */
function revealText(state: VoteState & { phase: "revealed" }, t: Messages["vote"]): string {
  const models = state.answer.reveal.map(({ slot, model }) =>
    fill(t.reveal.announceOne, { letter: letterOf(slot), model: model.name }),
  );
  return fill(t.reveal.announce, { models: models.join(", ") });
}

export function VoteStage(props: StageProps) {
  const { arena, tournament, boardPath, lang, t } = props;
  const [said, announce] = useState("");
  const [dialog, setDialog] = useState<"keys" | "zoom" | null>(null);
  const [settings, setSettings] = useKeySettings();
  const bar = useRef<HTMLElement>(null);
  const nextButton = useRef<HTMLButtonElement>(null);

  const tellNews = useCallback(
    (news: VoteNews) => announce(news === "sent" ? t.states.sent : fill(t.states.lost, { reason: "" })),
    [t],
  );
  const { state, choose, undo, advance } = useVoting(arena, tournament, tellNews);
  const ballot = ballotOf(state);
  const k = ballot?.outputs.length ?? props.k;
  const kWise = ballot ? ballot.mode !== "duel" : k > 2;
  const ranking = useRankOrder(k, announce, t.rank);
  const playback = useMemo(() => new Playback(props.kind === "video" ? "video" : "audio"), [props.kind]);
  const keys = settings.enabled ? settings.own : null;
  const open = state.phase === "open";
  const after = state.phase === "revealed" || state.phase === "spent" || state.phase === "kept";

  const next = () => {
    ranking.clear();
    announce("");
    bar.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
    advance();
  };
  const skip = () => {
    ranking.clear();
    choose({ skip: true });
  };
  const act = (action: VoteAction): boolean => {
    const outcomes: Partial<Record<VoteAction, Choice>> = {
      a: { outcome: "a" },
      b: { outcome: "b" },
      tie: { outcome: "tie" },
      bothBad: { outcome: "both_bad" },
    };
    const outcome = outcomes[action];
    if (action === "help") setDialog("keys");
    else if (action === "zoom") setDialog(picturesOf(ballot).length > 0 ? "zoom" : null);
    else if (action === "play" && (props.kind === "audio" || props.kind === "video")) playback.toggle();
    else if (action === "skip" && open) skip();
    else if (action === "next" && after) next();
    else if (action === "next" && open && kWise && ranking.choice) choose(ranking.choice);
    else if (outcome && open && !kWise) choose(outcome);
    else return false;
    return true;
  };
  const rankByDigit = (key: string): boolean => {
    const slot = /^[1-8]$/.test(key) ? Number(key) - 1 : -1;
    if (!kWise || !open || slot < 0 || slot >= k) return false;
    ranking.press(slot);
    return true;
  };
  useVoteKeys(keys, act, rankByDigit);

  useEffect(() => {
    if (state.phase === "loading") announce(t.loading);
    else if (state.phase === "revealed") announce(state.undone ? t.reveal.undone : revealText(state, t));
    else if (state.phase === "spent" || state.phase === "kept")
      announce(sentenceOf(state, navigator.onLine, t));
    if (state.phase === "revealed" || state.phase === "spent")
      nextButton.current?.focus({ preventScroll: true });
  }, [state, t]);

  return (
    <>
      <div className="grid gap-5 pb-6" aria-busy={state.phase === "loading"}>
        <h1 className="text-2xl text-balance sm:text-3xl">{ballot?.instruction ?? props.instruction}</h1>
        {state.phase === "stopped" ? (
          <StoppedNotice state={state} boardPath={boardPath} onRetry={advance} lang={lang} t={t.states} />
        ) : (
          <>
            <PromptBlock key={ballot?.id} text={ballot?.prompt.text ?? null} t={t} />
            <OutputGrid
              {...props}
              k={k}
              playback={playback}
              state={state}
              ranking={kWise ? ranking : null}
              keys={keys !== null}
              onZoom={() => setDialog("zoom")}
            />
            {kWise && ranking.mode === "rank" && !after && (
              <RankList
                order={ranking.order}
                k={k}
                t={t.rank}
                onMove={ranking.move}
                onTie={ranking.tie}
                onRemove={ranking.remove}
              />
            )}
          </>
        )}
      </div>
      <section ref={bar} className="vote-bar" aria-label={t.heading} tabIndex={-1}>
        <div className="vote-bar-inner" data-after={after}>
          {after ? (
            <AfterVote
              state={state}
              onUndo={undo}
              onNext={next}
              nextKey={firstKey("next", keys)}
              nextButton={nextButton}
              t={t}
            />
          ) : kWise ? (
            <RankBar
              ranking={ranking}
              k={k}
              disabled={!open}
              onChoose={choose}
              castKey={firstKey("next", keys)}
              lang={lang}
              t={t}
            />
          ) : (
            <DuelButtons onChoose={choose} disabled={!open} keys={keys} t={t} />
          )}
          <div className="vote-tools">
            <button type="button" className="button button-plain" disabled={!open} onClick={skip}>
              <SkipForward size={18} aria-hidden="true" />
              {t.skip}
              <KeyHint label={firstKey("skip", keys)} />
            </button>
            <button
              type="button"
              className="button button-plain max-sm:hidden"
              onClick={() => setDialog("keys")}
            >
              <Keyboard size={18} aria-hidden="true" />
              {t.keys.button}
              <KeyHint label={firstKey("help", keys)} />
            </button>
          </div>
        </div>
      </section>
      <p role="status" className="sr-only" data-testid="vote-status">
        {said}
      </p>
      {dialog === "keys" && (
        <KeysDialog
          settings={settings}
          onChange={setSettings}
          onClose={() => setDialog(null)}
          k={k}
          t={t.keys}
        />
      )}
      {dialog === "zoom" && (
        <Suspense fallback={null}>
          <ZoomDialog pictures={picturesOf(ballot)} onClose={() => setDialog(null)} t={t} />
        </Suspense>
      )}
    </>
  );
}
