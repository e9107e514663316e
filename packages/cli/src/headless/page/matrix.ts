// Who beat whom: shares of won duels, a tie counting half.
import type { PlayedBattle } from "../play.ts";
import { type Html, html } from "./html.ts";

interface Cell {
  readonly points: number;
  readonly games: number;
}

/** Won shares by pair of models, in both directions. A battle of K counts as its pairs. */
export function winShares(battles: readonly PlayedBattle[], size: number): Cell[][] {
  const cells = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => ({ points: 0, games: 0 })),
  );
  for (const { models, judgement } of battles) {
    if (judgement.status !== "decided") continue;
    for (const [a, model] of models.entries()) {
      for (const [b, other] of models.entries()) {
        const cell = a === b ? undefined : cells[model]?.[other];
        if (cell === undefined) continue;
        cell.games++;
        cell.points += 0.5 + Math.sign((judgement.ranks[b] ?? 0) - (judgement.ranks[a] ?? 0)) / 2;
      }
    }
  }
  return cells;
}

function cellOf(cell: Cell | undefined, row: string, column: string): Html {
  if (cell === undefined || cell.games === 0) return html`<td class="muted">·</td>`;
  const share = cell.points / cell.games;
  const strength = Math.round(Math.abs(share - 0.5) * 110);
  const colour = `color-mix(in srgb, var(${share >= 0.5 ? "--olive" : "--accent"}) ${strength}%, transparent)`;
  const title = `${row} against ${column}: ${cell.points} of ${cell.games}`;
  return html`<td style="background:${colour}" title="${title}">${Math.round(100 * share)}</td>`;
}

/** @param order numbers of the models, the best first */
export function matrixTable(
  cells: readonly (readonly Cell[])[],
  names: readonly string[],
  order: readonly number[],
): Html {
  const name = (model: number): string => names[model] ?? "";
  const head = order.map((model) => html`<th class="up">${name(model)}</th>`);
  const rows = order.map((model) => {
    const row = order.map((other) =>
      model === other ? html`<td></td>` : cellOf(cells[model]?.[other], name(model), name(other)),
    );
    return html`<tr><th>${name(model)}</th>${row}</tr>`;
  });
  return html`<div class="scroll"><table class="matrix"><thead><tr><th></th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
