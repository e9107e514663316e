import { describe, expect, it } from "vitest";
import { callOut, type OutgoingCall } from "./call.ts";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const call = (fetch: Fetch, change: Partial<OutgoingCall> = {}) =>
  callOut(
    { url: "https://example.com/", method: "GET", timeoutMs: 50, limitBytes: 10, ...change },
    { rules: { loopback: false }, fetch },
  );

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): Fetch =>
  async () =>
    new Response(body, init);

/** Bytes without end; `cancelled` tells whether anybody let go of them. */
function endless(pauseMs: number) {
  const seen = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      controller.enqueue(new Uint8Array(4));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { seen, body };
}

const never = new Promise<never>(() => undefined);

describe("a call out", () => {
  it("gives status, type and body of whatever was answered", async () => {
    const fetch = answering("gone", {
      status: 410,
      headers: { "content-type": "Text/Plain; charset=utf-8" },
    });
    const called = await call(fetch);
    expect(called).toMatchObject({ ok: true, value: { status: 410, type: "text/plain" } });
    expect(called.ok && new TextDecoder().decode(called.value.body)).toBe("gone");
  });

  it("sends what it was told and never follows by itself", async () => {
    const sent: [string, RequestInit][] = [];
    const fetch: Fetch = async (url, init) => {
      sent.push([url, init]);
      return new Response();
    };
    await call(fetch, { method: "POST", body: "x", headers: { "content-type": "text/plain" } });
    expect(sent[0]?.[0]).toBe("https://example.com/");
    expect(sent[0]?.[1]).toMatchObject({ method: "POST", body: "x", redirect: "manual" });
  });

  it.each([300, 301, 302, 303, 307, 308])("takes a %i for a failure, wherever it points", async (status) => {
    const fetch = answering(null, { status, headers: { location: "https://example.com/elsewhere" } });
    expect(await call(fetch)).toMatchObject({ ok: false, error: { code: "redirected", status } });
  });

  it("does not read more than its limit, declared or not", async () => {
    const { body, seen } = endless(0);
    expect(await call(answering(body))).toMatchObject({ ok: false, error: { code: "too_large" } });
    expect(seen.cancelled).toBe(true);
    const declared = answering("short", { headers: { "content-length": "11" } });
    expect(await call(declared)).toMatchObject({ ok: false, error: { code: "too_large" } });
    expect(await call(answering("1234567890"))).toMatchObject({ ok: true });
  });

  it("is content with the beginning where that was asked for", async () => {
    const { body } = endless(0);
    const called = await call(answering(body), { excess: "cut" });
    expect(called.ok && called.value.body.length).toBe(10);
    const slow = await call(answering(endless(20).body), { excess: "cut", limitBytes: 1_000 });
    expect(slow).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it("gives up when nothing comes, and when the body does not end", async () => {
    expect(await call(() => never)).toMatchObject({ ok: false, error: { code: "timed_out" } });
    const trickle = await call(answering(endless(20).body), { limitBytes: 1_000 });
    expect(trickle).toMatchObject({ ok: false, error: { code: "timed_out", status: 200 } });
  });

  it("tells the other side by its signal that it has given up", async () => {
    let heard: AbortSignal | null | undefined;
    const fetch: Fetch = (_, init) => {
      heard = init.signal;
      return never;
    };
    await call(fetch);
    expect(heard?.aborted).toBe(true);
  });

  it("does not repeat what the platform says of a broken connection", async () => {
    const fetch: Fetch = async () => {
      throw new Error("connect ECONNREFUSED 10.0.0.7:443");
    };
    const called = await call(fetch);
    expect(called).toMatchObject({ ok: false, error: { code: "unreachable" } });
    expect(JSON.stringify(called)).not.toContain("10.0.0.7");
  });

  it("takes only the content types that are wanted, and any error's", async () => {
    const picture = { headers: { "content-type": "image/png" } };
    const page = { headers: { "content-type": "text/html" } };
    const types = ["image/*", "audio/mpeg"];
    expect(await call(answering("x", picture), { types })).toMatchObject({ ok: true });
    expect(await call(answering("x", page), { types })).toMatchObject({ error: { code: "type_unwanted" } });
    expect(await call(answering("x"), { types })).toMatchObject({ error: { code: "type_unwanted" } });
    expect(await call(answering("x", { ...page, status: 404 }), { types })).toMatchObject({ ok: true });
  });
});
