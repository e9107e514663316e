import { describe, expect, it } from "vitest";
import { callOut } from "../../apps/api/src/outgoing/call.ts";
import { refusedAddresses } from "./refused-addresses.ts";

describe.each(refusedAddresses)("%s", (_, addresses) => {
  it.each(addresses)("%j never leaves the fetcher", async (url) => {
    let calls = 0;
    const fetch = async (): Promise<Response> => {
      calls += 1;
      return new Response("inside");
    };
    const call = { url, method: "GET", timeoutMs: 1_000, limitBytes: 1_000 } as const;
    const called = await callOut(call, { rules: { loopback: false }, fetch });
    expect(called).toMatchObject({ ok: false, error: { code: "address_refused" } });
    expect(calls).toBe(0);
  });
});

it("counts at least 300 addresses", () => {
  expect(new Set(refusedAddresses.flatMap(([, addresses]) => addresses)).size).toBeGreaterThanOrEqual(300);
});
