import type { Match } from "@agon/contract";
import { Check, CircleDot, Clock, Flag, type LucideIcon, Minus, Slash } from "lucide-react";
import { memo, useState } from "react";
import type { Messages } from "../messages/en.ts";
import { classNames } from "../ui/class-names.ts";
import { matchSentence } from "./match-sentence.ts";
import { Tally } from "./tally.tsx";

export interface CellProps {
  match: Match;
  round: string;
  /** The tournament's address; a decided match has a page below it. */
  path: string;
  live: boolean;
  /** Slug of the model whose path is shown; the cell is dimmed when it does not stand in it. */
  active: string | null;
  /** The match just changed: names that arrived travel in along the connector. */
  fresh: boolean;
  onPoint: (model: string | null) => void;
  onPin: (model: string) => void;
  t: Messages["bracket"];
}

const icons: Record<Match["status"] | "live", LucideIcon> = {
  awaiting: Minus,
  ready: Clock,
  live: CircleDot,
  decided: Check,
  bye: Slash,
  forfeit: Flag,
  void: Slash,
};

const hasPage = (match: Match): boolean => match.status === "decided" || match.status === "forfeit";

function Seat({
  match,
  index,
  active,
  fresh,
  onPoint,
  onPin,
  t,
}: Omit<CellProps, "round" | "path" | "live"> & { index: number }) {
  const place = match.places[index];
  const model = place?.model;
  // Mounted by a change of the match: this name has just come from an earlier one.
  const [arrived] = useState(fresh);
  if (!model)
    return (
      <span className="seat seat-open">
        <span className="seat-name">{match.status === "bye" ? t.matchStatus.bye : t.open}</span>
      </span>
    );
  const won = match.winners.includes(model.slug);
  const lost = match.status === "decided" && !won;
  const score = match.score?.[index];
  // In a heat the order is the result.
  const rank = match.places.length > 2 ? match.ranks?.[index] : undefined;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classNames(
        "seat",
        won && "seat-won",
        lost && "seat-lost",
        active === model.slug && "seat-active",
        arrived && "seat-arrived",
      )}
      onPointerEnter={() => onPoint(model.slug)}
      onPointerLeave={() => onPoint(null)}
      onClick={() => onPin(model.slug)}
    >
      <span className="seat-seed">{place.seed}</span>
      <span className="seat-name">{model.name}</span>
      {rank !== undefined && <span className="seat-rank">{rank}.</span>}
      {score !== undefined && <Tally score={score} needed={match.games_needed} />}
    </button>
  );
}

/** One match: its state, its seats, and — once decided — the way to its page. */
export const MatchCell = memo(function MatchCell(props: CellProps) {
  const { match, round, path, live, active, onPoint, t } = props;
  const state = live ? "live" : match.status;
  const Icon = icons[state];
  const sentence = matchSentence(match, round, live, t);
  const winner = match.winners[0];
  const inPath = active !== null && match.places.some((place) => place.model?.slug === active);
  return (
    <div
      className={classNames("cell", `cell-${state}`, active !== null && !inPath && "cell-dim")}
      data-match={match.id}
      data-status={match.status}
    >
      {hasPage(match) ? (
        <a
          href={`${path}/m/${encodeURIComponent(match.id)}`}
          className="cell-head cell-link"
          onFocus={() => winner && onPoint(winner)}
          onBlur={() => onPoint(null)}
        >
          <span className="sr-only">{sentence}</span>
          <Icon size={12} aria-hidden="true" />
          <span aria-hidden="true">{t.matchStatus[state]}</span>
        </a>
      ) : (
        <p className="cell-head">
          <span className="sr-only">{sentence}</span>
          <Icon size={12} aria-hidden="true" />
          <span aria-hidden="true">{t.matchStatus[state]}</span>
        </p>
      )}
      <div aria-hidden="true">
        {match.places.map((place, index) => (
          <Seat key={place.model?.slug ?? `open-${index}`} index={index} {...props} />
        ))}
      </div>
    </div>
  );
});
