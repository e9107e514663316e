import { createHmac } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { listenForWebhooks, type Received } from "./listen.ts";
import { signedHeaders, verifierOf } from "./signature.ts";

// The check vector of the Standard Webhooks specification.
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const body = '{"test": 2432232314}';

async function receiver(fail = 0) {
  const received: Received[] = [];
  const onDelivery = async (delivery: Received) => void received.push(delivery);
  const { server, url } = await listenForWebhooks({ port: 0, secret, fail, onDelivery });
  onTestFinished(() => void server.close());
  const post = (text: string, headers: Record<string, string>) =>
    fetch(url, { method: "POST", headers, body: text }).then(({ status }) => status);
  return { received, url, post };
}

/** The headers as anybody else would make them. */
function headersBy(key: string, atS = Math.floor(Date.now() / 1_000), text = body) {
  const bytes = Buffer.from(key.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", bytes).update(`${id}.${atS}.${text}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(atS), "webhook-signature": `v1,${signature}` };
}

test("the specification's own example gets its own signature", () => {
  const headers = signedHeaders(secret, id, body, new Date(1_614_265_330_000));
  expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  expect(headers["webhook-timestamp"]).toBe("1614265330");
});

test("a good delivery is taken and shown", async () => {
  const { received, post } = await receiver();
  expect(await post(body, headersBy(secret))).toBe(204);
  expect(received).toMatchObject([{ id, problem: null, status: 204, body: { test: 2_432_232_314 } }]);
});

test("a changed body, another secret, an old time and no signature are turned away and shown", async () => {
  const { received, post } = await receiver();
  const good = headersBy(secret);
  expect(await post(`${body} `, good)).toBe(401);
  expect(await post(body, headersBy("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))).toBe(401);
  expect(await post(body, headersBy(secret, 1_614_265_330))).toBe(401);
  expect(await post(body, {})).toBe(401);
  expect(received.every(({ problem }) => problem !== null)).toBe(true);
});

test("the first deliveries can be made to fail, to see them come again", async () => {
  const { received, post } = await receiver(2);
  const statuses = [];
  for (let at = 0; at < 3; at += 1) statuses.push(await post(body, headersBy(secret)));
  expect(statuses).toEqual([503, 503, 204]);
  expect(received.map(({ status }) => status)).toEqual(statuses);
});

test("anything but a POST is refused, and a taken port is a failure", async () => {
  const { url } = await receiver();
  expect((await fetch(url)).status).toBe(405);
  const port = Number(new URL(url).port);
  const again = listenForWebhooks({ port, secret, fail: 0, onDelivery: async () => {} });
  await expect(again).rejects.toThrow(`Port ${port} is taken`);
});

test.each(["", "whsec_", "whsec_!!!", "secret"])("%j is no secret", (text) => {
  expect(() => verifierOf(text)).toThrow("no webhook secret");
});
