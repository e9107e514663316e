import { expect, it } from "vitest";
import { allowed, contest, modelEntry, perform } from "../fixtures/contest.ts";
import { intakeDue } from "../intake-due.ts";
import { parseSnapshot, snapshotText } from "../snapshot.ts";
import type { ArenaState } from "../state.ts";
import type { SubmissionWish, SubmittedRow } from "./check-submission.ts";
import { decidePlacement } from "./placement.ts";
import { decideArrival, decideRelease, decideSubmission, decideSubmissionRuling } from "./submission.ts";

const row = (prompt: string, change: Partial<SubmittedRow> = {}): SubmittedRow => ({
  prompt,
  promptHash: "",
  score: null,
  hash: `newcomer on ${prompt}`,
  chars: 100,
  names: null,
  ...change,
});

const wish = (change: object = {}): SubmissionWish => ({
  id: "s1",
  submitter: "endpoint:one",
  trusted: false,
  about: "model",
  model: { ...modelEntry("newcomer"), submitter: "endpoint:one" },
  description: null,
  rows: [row("p-1"), row("p-2")],
  embargoUntil: null,
  ...change,
});

const free = { now: 1_000, quota: null };
const submit = (state: ArenaState, change: object = {}) =>
  perform(state, allowed(decideSubmission(state, wish(change), free)), free.now);

it("a good submission is in the arena with the entries that took it", () => {
  const { state, entries, answer } = submit(contest(2, 2));
  const types = entries.map(({ event }) => event.type);
  expect(types.join(" ")).toBe(
    "submission.received submission.accepted models.added outputs.added model.activated",
  );
  expect(answer.submission).toMatchObject({ status: "active", model: 2, outputs: [], outputsDone: 2 });
  expect(state.models[2]).toMatchObject({ slug: "newcomer", status: "active", outputs: 2 });
  expect(snapshotText(parseSnapshot(snapshotText(state)) ?? contest())).toBe(snapshotText(state));
});

it("a submitter sends so many a day, and others as many again", () => {
  let state = contest(2, 2);
  const limited = { now: 1_000, quota: 2 };
  for (const id of ["a", "b"]) {
    const bad = wish({ id, rows: [] });
    state = perform(state, allowed(decideSubmission(state, bad, limited)), limited.now).state;
  }
  const refused = decideSubmission(state, wish({ id: "c" }), limited);
  expect(refused).toMatchObject({ ok: false, error: { code: "submission_quota", retryAfterS: 86_400 } });
  expect(decideSubmission(state, wish({ id: "c", submitter: "endpoint:two" }), limited).ok).toBe(true);
  expect(decideSubmission(state, wish({ id: "c" }), { ...limited, now: 86_401_000 }).ok).toBe(true);
});

it("outputs that come later decide when the last of them is there, in whatever order and however often", () => {
  const rows = [row("p-1", { hash: null }), row("p-2", { hash: null })];
  let { state } = submit(contest(2, 2), { rows });
  expect(intakeDue(state, 0).fetch).toEqual([
    { id: "s1", prompt: 0 },
    { id: "s1", prompt: 1 },
  ]);
  const arrived = { kind: "filled", hash: "new", chars: 9, names: null } as const;
  for (const prompt of [1, 1, 0]) {
    const decision = allowed(decideArrival(state, { id: "s1", prompt, arrived }, 2_000));
    state = perform(state, decision).state;
  }
  expect(state.submissions[0]).toMatchObject({ status: "active", outputsDone: 2 });
  expect(state.prompts.map(({ outputs }) => outputs.get(2)?.hash)).toEqual(["new", "new"]);
});

it("files that fail are all named before the submission is rejected", () => {
  const rows = [row("p-1", { hash: null }), row("p-2", { hash: null })];
  let { state } = submit(contest(2, 2), { rows });
  for (const prompt of [0, 1]) {
    const arrived = { kind: "failed", code: "media_refused", detail: "gone" } as const;
    state = perform(state, allowed(decideArrival(state, { id: "s1", prompt, arrived }, 2_000))).state;
    expect(state.submissions[0]?.status).toBe(prompt === 0 ? "queued" : "rejected");
  }
  expect(state.submissions[0]?.errors.map(({ pointer }) => pointer)).toEqual([
    "/data/outputs/0/media_url",
    "/data/outputs/1/media_url",
  ]);
});

it("an embargo ends once, and a name that was taken meanwhile rejects the submission", () => {
  const { state } = submit(contest(2, 2), { embargoUntil: 5_000 });
  expect(state.submissions[0]?.status).toBe("accepted");
  expect(intakeDue(state, 4_999)).toMatchObject({ release: [], nextReleaseAt: 5_000 });
  expect(intakeDue(state, 5_000).release).toEqual(["s1"]);
  expect(allowed(decideRelease(state, "s1", 4_999)).drafts).toEqual([]);
  const text = snapshotText(state);
  const released = perform(state, allowed(decideRelease(state, "s1", 5_000))).state;
  expect(allowed(decideRelease(released, "s1", 6_000)).drafts).toEqual([]);
  const waiting = parseSnapshot(text) ?? contest();
  const event = { type: "models.added", models: [modelEntry("newcomer")] } as const;
  const taken = perform(waiting, { drafts: [{ event }], answer: () => null }).state;
  const late = perform(taken, allowed(decideRelease(taken, "s1", 5_000))).state;
  expect(late.submissions[0]).toMatchObject({ status: "rejected", errors: [{ code: "model_exists" }] });
});

it("an operator's word on a flagged submission can be given once", () => {
  const { state } = submit(contest(2, 2), { rows: [row("p-1", { names: "NEWCOMER" }), row("p-2")] });
  expect(state.submissions[0]).toMatchObject({ status: "validating", flags: [{ code: "identity_leak" }] });
  const reject = { status: "rejected", reason: "says its name" } as const;
  const ruled = perform(state, allowed(decideSubmissionRuling(state, "s1", reject, 2_000))).state;
  expect(ruled.submissions[0]).toMatchObject({ status: "rejected", reason: "says its name" });
  const accept = { status: "accepted", reason: null } as const;
  expect(decideSubmissionRuling(ruled, "s1", accept, 3_000)).toMatchObject({ ok: false });
  expect(decideSubmissionRuling(ruled, "nobody", accept, 3_000)).toMatchObject({ ok: false });
});

it("a newcomer is placed once, among models that are no variants of it", () => {
  const family = (slug: string) => ({ ...modelEntry(slug), family: "F", submitter: "endpoint:one" });
  const others = [row("p-1", { hash: "other 1" }), row("p-2", { hash: "other 2" })];
  let { state } = submit(contest(2, 2), { model: family("newcomer") });
  state = perform(
    state,
    allowed(decideSubmission(state, wish({ id: "s2", model: family("second"), rows: others }), free)),
  ).state;
  expect(intakeDue(state, 0).place).toEqual(["s1", "s2"]);
  state = perform(state, allowed(decidePlacement(state, "s2", "seed"))).state;
  expect(state.tournaments[0]?.setup).toMatchObject({
    format: "placement",
    entrants: [0, 1, 3],
    judge: { kind: "human" },
  });
  expect(state.submissions[1]?.placement).toBe(1);
  expect(allowed(decidePlacement(state, "s2", "seed")).drafts).toEqual([]);
  expect(intakeDue(state, 0).place).toEqual(["s1"]);
});
