import type { BoardRow } from "@agon/contract";
import { boardAxis, percent } from "../board/axis.ts";
import { Interval } from "../board/interval.tsx";
import { fill, formatRating } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";

interface Props {
  row: BoardRow;
  /** The whole board: its axis is this drawing's, and the others stand behind as ticks. */
  board: readonly BoardRow[];
  lang: Language;
}

/** One model's rating among all others on the arena's axis. */
export function RatingDrawing({ row, board, lang }: Props) {
  const { model: t, board: texts } = messagesOf(lang);
  if (row.rating === null) return <p className="text-muted">{t.notRated}</p>;
  const axis = boardAxis(board);
  const number = (value: number | null) => formatRating(lang, value ?? 0);
  return (
    <figure
      aria-label={fill(texts.ratingLabel, {
        rating: number(row.rating),
        lower: number(row.lower),
        upper: number(row.upper),
      })}
    >
      <div className="relative h-14" aria-hidden="true">
        {board.map((other) =>
          other.rating === null ? null : (
            <i
              key={other.model.slug}
              className="absolute top-1/2 h-5 w-px -translate-y-1/2 bg-line"
              style={{ insetInlineStart: percent(axis.at(other.rating)) }}
            />
          ),
        )}
        <Interval
          axis={axis}
          rating={row.rating}
          lower={row.lower}
          upper={row.upper}
          provisional={row.provisional}
        />
      </div>
      <div className="relative h-6 border-t border-line text-xs text-muted tabular-nums" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <span
            key={tick}
            className="absolute top-1 -translate-x-1/2 whitespace-nowrap"
            style={{ insetInlineStart: percent(axis.at(tick)) }}
          >
            {number(tick)}
          </span>
        ))}
      </div>
    </figure>
  );
}
