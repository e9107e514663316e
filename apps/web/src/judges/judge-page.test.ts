import type { JudgeDetail } from "@agon/contract";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { JudgePage } from "./judge-page.tsx";

const nothing = { of: 0, share: null, lower: null, upper: null };
const alone = { battles: 0, agreed: 0, share: null, kappa: null, lower: null, upper: null, categories: [] };

const judge: JudgeDetail = {
  slug: "mini",
  name: "Mini",
  kind: "llm",
  status: "active",
  revision: 1,
  protocol: "five-outcome",
  model: "mini-1",
  provider: "api.example.com",
  family: null,
  rule: null,
  members: [],
  quorum: null,
  options: null,
  price: null,
  max_concurrency: 6,
  max_cost: null,
  verdicts: 0,
  stats: {
    verdicts: 0,
    ties: 0,
    first_slot: nothing,
    swap_consistency: nothing,
    invalid: nothing,
    injection: nothing,
    calls: 0,
    failures: 0,
    input_tokens: 0,
    output_tokens: 0,
    cost_usd: null,
    cost_per_verdict_usd: null,
    people: alone,
  },
  comparison: null,
};

const pageOf = (detail: JudgeDetail): string =>
  renderToStaticMarkup(createElement(JudgePage, { arena: "haiku", judge: detail, others: [], lang: "en" }));

it("says of a judge without verdicts that there is too little to say", () => {
  const page = pageOf(judge);
  expect(page.match(/Too few cases/g)).toHaveLength(4);
  expect(page).toContain("People have not decided any");
  expect(page).not.toContain("<svg");
});

it("draws a share with its interval and says what it means", () => {
  const share = { of: 200, share: 0.61, lower: 0.54, upper: 0.675 };
  const kappa = { battles: 40, agreed: 30, share: 0.75, kappa: 0.5, lower: 0.3, upper: 0.7 };
  const page = pageOf({
    ...judge,
    stats: {
      ...judge.stats,
      first_slot: share,
      people: { ...kappa, categories: [{ category: "nature", ...kappa }] },
    },
  });
  expect(page).toContain("61%");
  expect(page).toContain("50% would be fair");
  expect(page).toContain("0.50 (0.30 – 0.70)");
  expect(page).toContain("nature");
  expect(page.match(/<svg/g)).toHaveLength(3);
});
