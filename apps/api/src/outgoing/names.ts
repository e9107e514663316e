// Names that lead into somebody's own network, or to an address that is written inside the name.

/** Last labels that no public name ends in: RFC 6761, 6762, 7686, 8375, 9476 and what networks use at home. */
const privateSuffixes = new Set(
  "localhost local internal intranet private corp home lan localdomain domain workgroup host router svc arpa onion alt test invalid".split(
    " ",
  ),
);

/** Public names that answer with loopback or private addresses, or with those of machines' metadata. */
const insideNames = [
  "nip.io",
  "sslip.io",
  "xip.io",
  "traefik.me",
  "localtest.me",
  "lvh.me",
  "vcap.me",
  "lacolhost.com",
  "localho.st",
  "yoogle.com",
  "rbndr.us",
  "1u.ms",
  "rebind.it",
  "rebind.network",
  "metadata.goog",
  "metadata.tencentyun.com",
  "metadata.platformequinix.com",
  "metadata.packet.net",
];

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const topLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
const longestName = 253;

/** Why a host, as a URL parser wrote it, is not a public name; null when it is one. */
export function faultOfName(host: string): string | null {
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return "a numeric address is not taken; give a name";
  if (host.endsWith(".")) return "the name ends in a dot";
  const labels = host.split(".");
  const top = labels.at(-1) ?? "";
  if (labels.length < 2) return "the name has no dot";
  if (host.length > longestName || !labels.every((one) => label.test(one)) || !topLabel.test(top))
    return "the name is not a public host name";
  if (privateSuffixes.has(top)) return `names under .${top} are not public`;
  if (insideNames.some((name) => host === name || host.endsWith(`.${name}`)))
    return "the name leads to addresses that are not public";
  return null;
}
