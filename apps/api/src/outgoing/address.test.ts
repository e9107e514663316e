import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAddress } from "./address.ts";

const strict = { loopback: false };
const development = { loopback: true };
const taken = (text: string, rules = strict): boolean => checkAddress(text, rules).ok;

describe("an address that is called", () => {
  it.each([
    "https://example.com",
    "https://example.com/hooks?id=1#part",
    "HTTPS://Example.COM:443/",
    "https://a.b-c.example.co.uk/",
    "https://b\u00fccher.example/bild.png",
    "https://xn--bcher-kva.example/",
    "https://10.example.com/",
    "https://my_bucket.s3.amazonaws.com/a%20b",
    "https://example.xn--p1ai/",
  ])("may be %s", (text) => {
    expect(checkAddress(text, strict)).toMatchObject({ ok: true });
  });

  it("is on this machine only where development is on, and only when it says so in as many words", () => {
    for (const text of ["http://localhost:9250/x", "http://127.0.0.1:1/", "https://[::1]:8443/"]) {
      expect(taken(text), text).toBe(false);
      expect(taken(text, development), text).toBe(true);
    }
    for (const text of ["http://2130706433/", "http://127.1/", "http://0x7f.1/", "http://localhost./"])
      expect(taken(text, development), text).toBe(false);
    for (const text of [
      "http://127.0.0.2/",
      "http://a.localhost/",
      "http://example.com/",
      "http://10.0.0.1/",
    ])
      expect(taken(text, development), text).toBe(false);
    expect(taken("http://user@localhost/", development)).toBe(false);
  });

  it("is refused with a reason that does not repeat it", () => {
    const checked = checkAddress("https://user:hunter2@example.com/", strict);
    expect(checked).toMatchObject({ ok: false, error: { code: "address_refused" } });
    expect(JSON.stringify(checked)).not.toContain("hunter2");
  });
});

describe("property: whatever is taken", () => {
  const number = fc.oneof(
    fc.nat(255).map(String),
    fc.nat(255).map((value) => `0x${value.toString(16)}`),
    fc.nat(255).map((value) => `0${value.toString(8)}`),
    fc.nat(0xffffffff).map(String),
    fc.nat(0xffffffff).map((value) => `0x${value.toString(16)}`),
  );
  const digitsOf = (zero: number) => (text: string) =>
    text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const dot = fc.constantFrom(".", "\u3002", "\uff0e", "\uff61");
  const script = fc.constantFrom(0x30, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6);
  const numeric = fc
    .tuple(fc.array(number, { minLength: 1, maxLength: 5 }), dot, script, fc.constantFrom("", "."))
    .map(([parts, mark, zero, end]) => digitsOf(zero)(parts.join(mark)) + end);

  it("is never a number, in whatever base, script, length and punctuation", () => {
    fc.assert(
      fc.property(numeric, (host) => !taken(`https://${host}/`)),
      { numRuns: 2_000 },
    );
  });

  it("is never an address in brackets", () => {
    const group = fc.nat(0xffff).map((value) => value.toString(16));
    const literal = fc.oneof(
      fc.ipV6(),
      fc.array(group, { maxLength: 8 }).map((groups) => groups.join(":")),
      fc.ipV4().map((address) => `::ffff:${address}`),
    );
    const zone = fc.constantFrom("", "%25eth0", "%1");
    fc.assert(
      fc.property(literal, zone, (address, suffix) => !taken(`https://[${address}${suffix}]/`)),
      { numRuns: 2_000 },
    );
  });

  it("is https on port 443 at a name of two labels or more that does not end in a number", () => {
    const piece = fc.constantFrom(
      ..."https:// http:// / \\ @ : :443 :80 . .. % %2e %00 # ? [ ] :: localhost 127.0.0.1 example com internal a 0x7f 1 \u3002 \uff11 \u00ad".split(
        " ",
      ),
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((pieces) => `https://${pieces.join("")}`);
    fc.assert(
      fc.property(text, (address) => {
        const checked = checkAddress(address, strict);
        if (!checked.ok) return;
        const { protocol, port, username, password, hostname } = checked.value;
        expect([protocol, port, username, password]).toEqual(["https:", "", "", ""]);
        expect(hostname).toMatch(/^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/);
        expect(hostname).not.toMatch(/(?:^|\.)(?:localhost|internal|local)$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
