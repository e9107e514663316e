import { hash } from "node:crypto";

const longest = 64;

/**
 * The readable part of an address for a name: letters without their accents, in lower case; `.` and `_` stay, every
 * other run of characters becomes one `-`; at most 64 characters, cut between words where possible. Empty when the
 * name has no Latin letter or digit.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, "-");
  return trimmed(plain.length <= longest ? plain : cutBetweenWords(plain));
}

const trimmed = (slug: string): string => slug.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");

function cutBetweenWords(slug: string): string {
  const cut = slug.slice(0, longest + 1).lastIndexOf("-");
  return slug.slice(0, cut > longest / 2 ? cut : longest);
}

/**
 * The address of a name when its readable part is empty or taken by something else: the part (or `fallback`) and six
 * hexadecimal digits of the SHA-1 of `identity`, so that the same thing gets the same address on every machine.
 */
export function distinctSlugOf(name: string, fallback: string, identity: string = name): string {
  return `${slugOf(name) || fallback}-${hash("sha1", identity, "hex").slice(0, 6)}`;
}
