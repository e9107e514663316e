// The report of a run as one page that opens from a disk: no script, no font, no picture from elsewhere.
import { formats } from "@agon/tournament";
import { dollars } from "../bill-text.ts";
import type { JudgeFigures } from "../judge-figures.ts";
import type { Plan } from "../plan.ts";
import type { RunResult } from "../play.ts";
import type { RunReport } from "../report.ts";
import { boardTable } from "./board.ts";
import { Html, html } from "./html.ts";
import { matrixTable, winShares } from "./matrix.ts";
import { roundsSection } from "./rounds.ts";
import { style } from "./style.ts";

const whole = (value: number): string => value.toLocaleString("en");
const percent = (share: number | null): string => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);

const fact = (value: string, name: string): Html =>
  html`<li><b>${value}</b><span class="muted">${name}</span></li>`;

function facts(report: RunReport): Html {
  const { models, prompts, votes, cost } = report;
  return html`<ul class="facts">${fact(whole(models.length), "models")}${fact(whole(prompts), "prompts")}${fact(whole(votes), "verdicts")}${cost === null ? html`` : html`${fact(whole(cost.calls), "calls")}${fact(dollars(cost.usd), "cost")}`}</ul>`;
}

/** What the first-slot rate says, in words. */
function leaning({ first_slot_lower: lower, first_slot_upper: upper }: JudgeFigures): string {
  if (lower === null || upper === null) return "too few decided duels to tell";
  if (lower > 0.5) return "leans to the output shown first";
  return upper < 0.5 ? "leans to the output shown second" : "no leaning to a place can be seen";
}

function judgeRow(figures: JudgeFigures): Html {
  const { first_slot_rate: first, first_slot_lower: lower, first_slot_upper: upper, swapped } = figures;
  const interval = lower === null ? "" : ` (${percent(lower)} to ${percent(upper)})`;
  const swaps =
    swapped === 0 ? "not asked twice" : `${percent(figures.swap_consistency)} of ${whole(swapped)}`;
  return html`<tr><td>${figures.judge}</td><td class="n">${whole(figures.answers)}</td><td>${percent(first)}<span class="muted">${interval}</span></td><td>${leaning(figures)}</td><td>${swaps}</td><td class="n">${percent(figures.invalid_rate)}</td></tr>`;
}

function biasSection({ judges, flags, invalid }: RunReport): Html {
  if (judges.length === 0)
    return html`<p>A rule judged: the place an output is shown in has no part in it.</p>`;
  const flagged = Object.entries(flags).map(
    ([flag, count]) => `${flag.replaceAll("_", " ")}: ${whole(count)}`,
  );
  return html`<p>A fair judge lets the output shown first win half of its decided duels. Battles without a readable verdict have no winner and are not rated: ${whole(invalid)}.</p>
<div class="scroll"><table><thead><tr><th>Judge</th><th class="n">Answers</th><th>First slot won</th><th></th><th>Same after a swap</th><th class="n">Invalid</th></tr></thead><tbody>${judges.map(judgeRow)}</tbody></table></div>
<p class="muted" style="margin-top:12px">${flagged.length === 0 ? "No verdict is flagged." : `Flags. ${flagged.join(", ")}.`}</p>`;
}

function costSection({ cost, estimate, votes }: RunReport): Html {
  if (cost === null) return html``;
  const each = cost.usd === null || votes === 0 ? "" : `, ${dollars(cost.usd / votes)} a verdict`;
  const before =
    estimate === null
      ? ""
      : ` Before the run ${whole(estimate.calls)} calls and ${dollars(estimate.usd)} were estimated.`;
  return html`<h2>Cost</h2><p>${whole(cost.calls)} calls with ${whole(cost.input_tokens)} tokens in and ${whole(cost.output_tokens)} out: ${dollars(cost.usd)}${each}.${before}</p>`;
}

const format = (report: RunReport): { title: string; summary: string } =>
  Object.entries(formats).find(([name]) => name === report.format)?.[1] ?? {
    title: report.format,
    summary: "",
  };

/** A leader is named when the intervals tell it from everybody else. */
function headline({ models }: RunReport): string {
  const leaders = models.filter(({ rank, rating }) => rank === 1 && rating !== null);
  const [only] = leaders;
  return only !== undefined && leaders.length === 1
    ? `${only.model} leads`
    : `${whole(leaders.length)} models share the lead`;
}

export function reportPage(plan: Plan, result: RunResult, report: RunReport): string {
  const { title, summary } = format(report);
  const order = report.models.map(({ model }) => plan.table.models.indexOf(model));
  const cells = winShares(result.battles, plan.table.models.length);
  const warnings = report.warnings.map(({ message }) => html`<p class="muted">${message}</p>`);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}, ${report.models.length} models</title><style>${new Html(style)}</style></head>
<body><main>
<p class="muted">Agon, ${report.judge}, seed ${report.seed}</p>
<h1>${headline(report)}</h1>
<p>${title}. ${summary}</p>${report.complete ? html`` : html`<p><b>The run ended before its end; this is what was decided until then.</b></p>`}
${facts(report)}
<h2>Board</h2>${boardTable(report.models)}${warnings}
<h2>Win matrix</h2><p class="muted">Share of duels that the model of the row won against that of the column, in per cent; ties count half.</p>${matrixTable(cells, plan.table.models, order)}
<h2>The judge</h2>${biasSection(report)}
${costSection(report)}
<h2>${title}: the matches</h2>${roundsSection(plan, result)}
</main></body></html>
`;
  return page.text;
}
