import type { Messages } from "../messages/en.ts";
import type { Playback } from "../playback/playback.ts";
import { chosenSlots, letterOf, rankGiven } from "./choice.ts";
import { OutputBody, type OutputKind, TextSkeleton } from "./output-body.tsx";
import { OutputCard } from "./output-card.tsx";
import { RankButton } from "./rank-button.tsx";
import type { Ranking } from "./use-rank-order.ts";
import type { VoteState } from "./vote-state.ts";

interface Props {
  state: VoteState;
  k: number;
  kind: OutputKind;
  playback: Playback;
  /** Null in a duel. */
  ranking: Ranking | null;
  keys: boolean;
  modelPath: string;
  onZoom: () => void;
  lang: string;
  t: Messages["vote"];
}

function OutputTabs({ k, t }: { k: number; t: Messages["vote"] }) {
  return (
    <nav aria-label={t.jump} className="output-tabs">
      {Array.from({ length: k }, (_, slot) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slots are their index
        <a key={slot} href={`#output-${slot}`}>
          {letterOf(slot)}
        </a>
      ))}
    </nav>
  );
}

/** The outputs of a battle, or empty frames of their size while it is drawn. */
export function OutputGrid({ state, k, kind, playback, ranking, keys, modelPath, onZoom, lang, t }: Props) {
  const ballot = "ballot" in state ? state.ballot : null;
  const reveal = state.phase === "revealed" ? state.answer.reveal : [];
  const choice = "choice" in state ? state.choice : null;
  return (
    <>
      <OutputTabs k={k} t={t} />
      <div className="output-grid" data-count={k} data-pictures={kind === "picture"}>
        {Array.from({ length: k }, (_, slot) => {
          const output = ballot?.outputs.find((one) => one.slot === slot);
          const letter = letterOf(slot);
          return (
            <OutputCard
              // biome-ignore lint/suspicious/noArrayIndexKey: slots are their index
              key={slot}
              slot={slot}
              letter={letter}
              reveal={reveal.find((one) => one.slot === slot)}
              chosen={choice !== null && chosenSlots(choice).includes(slot)}
              rank={choice && rankGiven(choice, slot)}
              modelPath={modelPath}
              action={
                ranking && (
                  <RankButton
                    slot={slot}
                    ranking={ranking}
                    disabled={state.phase !== "open"}
                    keys={keys}
                    t={t}
                  />
                )
              }
              lang={lang}
              t={t}
            >
              {output ? (
                <OutputBody
                  kind={kind}
                  playback={playback}
                  output={output}
                  letter={letter}
                  revealed={reveal.length > 0}
                  onZoom={onZoom}
                  t={t}
                />
              ) : kind === "picture" ? (
                <span className="output-picture skeleton" aria-hidden="true" />
              ) : (
                <TextSkeleton />
              )}
            </OutputCard>
          );
        })}
      </div>
    </>
  );
}
