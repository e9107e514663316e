import type { OwnVotes } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";

type Vote = OwnVotes["votes"][number];

/** A vote in words: "A before B ties with C"; of a vote for the best alone, only that. */
export function voteSentence(
  { slots, ranks, first_only }: Vote,
  nameOf: (slug: string) => string,
  t: Messages["you"],
): string {
  const order = slots
    .map(({ model }, slot) => ({ name: nameOf(model), rank: ranks[slot] ?? slots.length }))
    .sort((a, b) => a.rank - b.rank);
  const names = order.map(({ name }) => name);
  if (first_only) return fill(t.best, { model: names[0] ?? "", others: names.slice(1).join(", ") });
  return order
    .map(({ name, rank }, at) => {
      if (at === 0) return name;
      return `${order[at - 1]?.rank === rank ? t.ties : t.beats} ${name}`;
    })
    .join(" ");
}
