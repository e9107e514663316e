// What subscribers are told of a model that was submitted by webhook: from one signature to the other.
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { call, operate } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import {
  addressOf,
  deliveries,
  messageIn,
  newBox,
  received,
  subscribe,
  typesIn,
  until,
} from "./support/subscriber.ts";
import {
  answersTo,
  createEndpoint,
  deliver,
  submissionOf,
  until as submissionUntil,
  submitted,
} from "./support/webhook.ts";

const fates = ["submission.accepted", "submission.rejected", "model.activated"];

async function begin(behaviour: string, types: string[] = fates) {
  const arena = await createContest({ models: 3, prompts: 2, score: (model) => model });
  const [box, endpoint] = [newBox(), await createEndpoint(arena)];
  const subscription = await subscribe(arena, addressOf(box, behaviour), types);
  return { arena, box, endpoint, subscription };
}

test("a good submission is told as accepted and as activated, with addresses that answer", async () => {
  const { arena, box, endpoint, subscription } = await begin("ok");
  const { id } = submissionOf(await deliver(endpoint, submitted({ slug: "newcomer" }, answersTo(2, 1.5))));
  const all = await until(box, (list) => list.length === 2);
  expect(typesIn(all)).toEqual(["submission.accepted", "model.activated"]);
  for (const { body, headers } of all) {
    const told = new Webhook(subscription.secret).verify(body, headers);
    expect(told).toMatchObject({ data: { arena, submission: id } });
    expect((await call("GET", new URL(JSON.parse(body).data.url).pathname)).status).toBe(200);
  }
  expect(all.map(messageIn)[1]?.data).toMatchObject({ model: "newcomer" });
});

test("a bad submission is told as rejected, with what is wrong, and nothing else is told", async () => {
  const { arena, box, endpoint } = await begin("ok");
  const outputs = [{ prompt: "nowhere", content: "lost" }, ...answersTo(1)];
  const { id } = submissionOf(await deliver(endpoint, submitted({ slug: "m-1" }, outputs)));
  const [message] = (await until(box, (list) => list.length > 0)).map(messageIn);
  expect(message).toMatchObject({
    type: "submission.rejected",
    data: {
      arena,
      submission: id,
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: "/data/outputs/0/prompt", code: "prompt_unknown" }),
        expect.objectContaining({ pointer: "/data/model/slug", code: "model_exists" }),
      ]),
    },
  });
  expect(await received(box)).toHaveLength(1);
});

test("a submission that an operator turns away is told as rejected, with the reason", async () => {
  const { arena, box, endpoint } = await begin("ok");
  const outputs = answersTo(2).map((row) => ({ ...row, content: `${row.content}, says Quiet Fellow` }));
  const { id } = submissionOf(await deliver(endpoint, submitted({ name: "Quiet Fellow" }, outputs)));
  await submissionUntil(id, ({ status }) => status === "validating");
  const ruling = { status: "rejected", reason: "it names itself" };
  expect((await operate("PATCH", `/v1/submissions/${id}`, { json: ruling })).status).toBe(200);
  const [message] = (await until(box, (list) => list.length > 0)).map(messageIn);
  expect(message).toMatchObject({
    type: "submission.rejected",
    data: { arena, submission: id, reason: "it names itself" },
  });
});

test("model.activated reaches a receiver that failed twice before, signed anew, under one id", async () => {
  const { arena, box, endpoint, subscription } = await begin("twice", ["model.activated"]);
  await deliver(endpoint, submitted({ slug: "newcomer" }, answersTo(2, 1.5)));
  const all = await until(box, (list) => list.length === 3);
  expect(new Set(all.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  for (const { body, headers } of all) {
    const told = new Webhook(subscription.secret).verify(body, headers);
    expect(told).toMatchObject({ type: "model.activated", data: { model: "newcomer" } });
  }
  await expect.poll(async () => (await deliveries(arena, subscription))[0]?.status).toBe("delivered");
  const [delivery] = await deliveries(arena, subscription);
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 503, 204]);
});
