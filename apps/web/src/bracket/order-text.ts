/** Names in the order of their ranks, best first; equal ranks are joined by "=": "Ada > Bee = Cid". */
export function orderText(names: readonly string[], ranks: readonly number[]): string {
  const ranked = names.map((name, i) => ({ name, rank: ranks[i] ?? 0 }));
  const tiers = [...Map.groupBy(ranked, ({ rank }) => rank)].toSorted(([a], [b]) => a - b);
  return tiers.map(([, tier]) => tier.map(({ name }) => name).join(" = ")).join(" > ");
}
