// Which addresses may be called at all. Pure: the text decides, nothing is looked up. What a name resolves to cannot be
// seen in a Worker; docs/decisions/outgoing-calls.md says what stands in for that.
import { failed, type OutgoingResult } from "./failure.ts";
import { faultOfName } from "./names.ts";

export interface AddressRules {
  /** Plain http and any port to this machine itself, for development. */
  readonly loopback: boolean;
}

const longestAddress = 2_048;
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Scheme and authority as they were written: a parser forgives much, and two parsers forgive differently. */
const written = /^(https?):\/\/([^/?#]*)/i;
const plainAuthority = /^[^@%\\\p{C}\p{Z}]+$/u;
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s\\]/u;

/** The address when it may be called: https on port 443 at a public name, without credentials. */
export function checkAddress(text: string, rules: AddressRules): OutgoingResult<URL> {
  const refused = (why: string) => failed("address_refused", `The address may not be called: ${why}.`);
  if (text.length > longestAddress) return refused(`it is longer than ${longestAddress} characters`);
  if (unprintable.test(text)) return refused("it holds spaces, backslashes or invisible characters");
  const authority = written.exec(text)?.[2];
  if (authority === undefined || !URL.canParse(text)) return refused("it is not a whole https address");
  const url = new URL(text);
  if (authority.includes("@") || url.username !== "" || url.password !== "")
    return refused("it holds a user name or password");
  if (!plainAuthority.test(authority)) return refused("its host is encoded");
  if (rules.loopback && isLoopback(authority, url)) return { ok: true, value: url };
  if (url.protocol !== "https:") return refused("only https is called");
  if (url.port !== "") return refused("only port 443 is called");
  const fault = faultOfName(url.hostname);
  return fault === null ? { ok: true, value: url } : refused(fault);
}

/** This machine, named in so many words. */
const isLoopback = (authority: string, url: URL): boolean =>
  loopbackHosts.has(url.hostname) && authority.toLowerCase().startsWith(url.hostname);
