import { expect, test } from "vitest";
import { allowed, claims, contest, perform } from "../fixtures/contest.ts";
import { decideCast } from "./cast.ts";
import { decideWithdrawal } from "./withdraw-vote.ts";

const castAt = 1_000;

function voted() {
  const said = { ranks: [1, 2], firstOnly: false, flags: [] };
  const { state, entries } = perform(
    contest(),
    allowed(decideCast(contest(), claims(), said, castAt)),
    castAt,
  );
  const [entry] = entries;
  if (entry?.event.type !== "verdict") throw new Error("a cast leads to a verdict");
  return { state, vote: { seq: entry.seq, at: entry.at, verdict: entry.event } };
}

test("a vote can be taken back for five seconds, to the millisecond", () => {
  const { state, vote } = voted();
  expect(decideWithdrawal(state, vote, castAt + 5_000).ok).toBe(true);
  expect(decideWithdrawal(state, vote, castAt + 5_001)).toMatchObject({
    ok: false,
    error: { code: "withdrawal_late" },
  });
});

test("taking it back again, however late, points to the first withdrawal", () => {
  const { state, vote } = voted();
  const first = perform(state, allowed(decideWithdrawal(state, vote, castAt)), castAt);
  const again = allowed(decideWithdrawal(first.state, vote, castAt + 1_000_000));
  expect(again.drafts).toEqual([]);
  expect(again.answer(first.state, [])).toEqual(first.answer);
  expect(first.answer).toEqual({ withdrawn: true, seq: vote.seq + 1 });
});

test("the event carries the vote, so that a fold can subtract it without looking it up", () => {
  const { state, vote } = voted();
  const [draft] = allowed(decideWithdrawal(state, vote, castAt)).drafts;
  expect(draft?.event).toEqual({ type: "verdict.withdrawn", of: vote.seq, verdict: vote.verdict });
  const { state: after } = perform(state, allowed(decideWithdrawal(state, vote, castAt)), castAt);
  expect(after.votes).toBe(0);
  expect(after.models.map(({ votes }) => votes)).toEqual([0, 0, 0]);
  expect(after.ratings.get("overall")?.posterior.mean).toEqual([0, 0, 0]);
});
