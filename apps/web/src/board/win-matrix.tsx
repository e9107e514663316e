"use client";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { heat, type MatrixCell, type MatrixRow } from "./matrix-cells.ts";

interface Props {
  rows: readonly MatrixRow[];
  lang: string;
  t: Messages["board"]["matrix"];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));

function sentence({ rows, lang, t }: Props, place: Place | null): string {
  const [row, column] = [place && rows[place.row], place && rows[place.column]];
  const cell = place && row?.cells[place.column];
  if (!row || !column || !cell) return t.hint;
  const names = { row: row.name, column: column.name };
  if (cell.share === null) return fill(t.never, names);
  const ties = cell.ties > 0 ? count(lang, t.cellTies, cell.ties) : "";
  return fill(t.cell, { ...names, wins: cell.wins, games: cell.games }) + ties;
}

function Cell({ cell, chosen }: { cell: MatrixCell | null; chosen: boolean }) {
  const ring = chosen ? true : undefined;
  if (!cell) return <td className="h-self" data-chosen={ring} />;
  if (cell.share === null) return <td data-chosen={ring} />;
  return (
    <td className={`h${heat(cell.share)}`} data-chosen={ring}>
      {Math.round(cell.share * 100)}
    </td>
  );
}

const placeOf = (target: EventTarget): Place | null => {
  const cell = target instanceof Element ? target.closest("td") : null;
  const row = cell?.parentElement;
  if (!cell || !(row instanceof HTMLTableRowElement)) return null;
  return { row: row.rowIndex - 1, column: cell.cellIndex - 1 };
};

/** The win matrix as a heat map: scrolls inside its frame, both headers stay in sight. */
export function WinMatrix(props: Props) {
  const { rows, t } = props;
  const [place, setPlace] = useState<Place | null>(null);
  const point = (event: MouseEvent) => setPlace(placeOf(event.target));
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const from = place ?? { row: 0, column: 0 };
    const next = {
      row: clamp(from.row + step.row, rows.length),
      column: clamp(from.column + step.column, rows.length),
    };
    setPlace(next);
    const table = event.currentTarget.querySelector("table");
    table?.rows[next.row + 1]?.cells[next.column + 1]?.scrollIntoView({
      block: "nearest",
      inline: "nearest",
    });
  };
  return (
    <figure className="my-4">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pb-3 text-sm text-muted">
        <span>
          {t.title}. {t.numbers}
        </span>
        <span className="matrix-scale">
          {t.scale.low}{" "}
          {[0, 2, 4, 6, 8].map((step) => (
            <i key={step} className={`h${step}`} />
          ))}{" "}
          {t.scale.high}
        </span>
      </figcaption>
      <section
        className="matrix-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={t.region}
        onKeyDown={walk}
        onMouseOver={point}
        onFocus={() => undefined}
        onClick={point}
      >
        <table className="matrix">
          <thead>
            <tr>
              <td className="matrix-corner" />
              {rows.map((row) => (
                <th key={row.slug} scope="col">
                  <span>{row.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.slug}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, j) => (
                  <Cell
                    key={rows[j]?.slug ?? j}
                    cell={cell}
                    chosen={place?.row === i && place.column === j}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="min-h-[3lh] pt-3 sm:min-h-[2lh]" aria-live="polite">
        {sentence(props, place)}
      </p>
    </figure>
  );
}
