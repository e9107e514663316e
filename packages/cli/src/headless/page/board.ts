// The board: every rating a dot with its interval, all on one axis.
import type { BoardModel } from "../../rating/board.ts";
import { type Html, html } from "./html.ts";

const points = (value: number | null): string => (value === null ? "–" : value.toFixed(0));

const width = 400;

interface Axis {
  readonly low: number;
  readonly high: number;
}

function axisOf(models: readonly BoardModel[]): Axis {
  const ends = models.flatMap(({ rating, lower, upper }) =>
    [rating, lower, upper].filter((end) => end !== null),
  );
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function drawn({ model, rating, lower, upper }: BoardModel, { low, high }: Axis): Html {
  if (rating === null) return html``;
  const x = (value: number): string =>
    (8 + ((width - 16) * (value - low)) / Math.max(1e-9, high - low)).toFixed(1);
  const label = `${model}: ${points(rating)}, from ${points(lower)} to ${points(upper)}`;
  const interval =
    lower === null || upper === null
      ? html``
      : html`<line x1="${x(lower)}" x2="${x(upper)}" y1="10" y2="10" stroke="var(--muted)" stroke-width="2"/>`;
  return html`<svg class="interval" viewBox="0 0 ${width} 20" preserveAspectRatio="none" role="img" aria-label="${label}"><line x1="0" x2="${width}" y1="19.5" y2="19.5" stroke="var(--line)"/>${interval}<ellipse cx="${x(rating)}" cy="10" rx="5" ry="5" fill="var(--ink)"/></svg>`;
}

function row(model: BoardModel, axis: Axis): Html {
  const { rank_lower: best, rank_upper: worst, lower, upper } = model;
  const interval = lower === null ? "" : `${points(lower)} to ${points(upper)}`;
  return html`<tr><td class="n">${best === worst ? best : `${best}–${worst}`}</td><td>${model.model}</td><td class="n">${points(model.rating)}</td><td class="muted">${interval}</td><td style="width:40%">${drawn(model, axis)}</td><td class="n">${model.wins}</td><td class="n">${model.losses}</td><td class="n">${model.ties}</td></tr>`;
}

export function boardTable(models: readonly BoardModel[]): Html {
  const axis = axisOf(models);
  return html`<div class="scroll"><table><thead><tr><th class="n">Rank</th><th>Model</th><th class="n">Rating</th><th>95 % interval</th><th></th><th class="n">Won</th><th class="n">Lost</th><th class="n">Tied</th></tr></thead><tbody>${models.map((model) => row(model, axis))}</tbody></table></div>`;
}
