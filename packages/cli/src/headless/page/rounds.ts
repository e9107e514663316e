// The brackets, round by round; where every prompt has its own, one may be opened for each.
import type { MatchView } from "@agon/tournament";
import { matches } from "@agon/tournament/schedule";
import type { Plan } from "../plan.ts";
import type { RunResult } from "../play.ts";
import { type Html, html } from "./html.ts";

/** Longer lists are of no use on a page; the figures above count them all. */
const mostGroups = 200;
const mostMatches = 64;

function matchOf({ places, winners, score, note }: MatchView, names: readonly string[]): Html {
  const lines = places.map(({ entrant }, place) => {
    const name = entrant === null ? "–" : (names[entrant] ?? "");
    const points = score === null ? "" : ` ${score[place] ?? ""}`;
    const hasWon = entrant !== null && winners.includes(entrant);
    return html`<div class="${hasWon ? "won" : ""}" title="${name}">${name}${points}</div>`;
  });
  return html`<div class="match"${note === null ? html`` : html` title="${note.replaceAll("-", " ")}"`}>${lines}</div>`;
}

function roundsOf(views: readonly MatchView[], names: readonly string[]): Html {
  const rounds = Map.groupBy(
    views,
    ({ bracket, round }) => `${bracket === "main" || bracket === "pool" ? "" : `${bracket}, `}round ${round}`,
  );
  const columns = [...rounds].map(
    ([title, list]) =>
      html`<div class="round"><h3>${title}</h3>${list.slice(0, mostMatches).map((view) => matchOf(view, names))}${list.length > mostMatches ? html`<p class="muted">and ${list.length - mostMatches} more</p>` : html``}</div>`,
  );
  return html`<div class="scroll"><div class="rounds">${columns}</div></div>`;
}

/** The winner of the last round that one match decides. */
function championOf(views: readonly MatchView[], names: readonly string[]): string {
  const final = views
    .filter(({ feeds, bracket }) => feeds === null && bracket !== "third" && bracket !== "pool")
    .at(-1);
  const [winner] = final?.winners ?? [];
  return winner === undefined ? "" : (names[winner] ?? "");
}

export function roundsSection({ table, prompts }: Plan, { state }: RunResult): Html {
  const played = matches(state).filter(({ status }) => status === "decided" || status === "forfeit");
  const groups = [
    ...Map.groupBy(played, ({ group, prompt }) => group ?? (state.format === "round-robin" ? prompt : null)),
  ];
  const sections = groups.slice(0, mostGroups).map(([group, views]) => {
    const body = roundsOf(views, table.models);
    if (group === null) return body;
    const text = table.prompts[prompts[group] ?? -1]?.text.slice(0, 110) || `Prompt ${group + 1}`;
    const champion = championOf(views, table.models);
    return html`<details><summary>${text} <span class="muted">${champion === "" ? "" : `won by ${champion}`}</span></summary>${body}</details>`;
  });
  const more = groups.length - mostGroups;
  return html`${sections}${more > 0 ? html`<p class="muted">${more} further prompts are not shown.</p>` : html``}`;
}
