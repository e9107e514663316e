/** An order in the making: slots from best to worst, and which of them share the rank of the one above. */
export interface RankOrder {
  readonly slots: readonly number[];
  /** `tied[i]`: the slot at place i has the same rank as the one at place i - 1. Never true at place 0. */
  readonly tied: readonly boolean[];
  /** The slot that was placed by itself because only it was left; null once the voter has touched it. */
  readonly filled: number | null;
}

export const emptyOrder: RankOrder = { slots: [], tied: [], filled: null };

const normal = (slots: readonly number[], tied: readonly boolean[], filled: number | null): RankOrder => ({
  slots,
  tied: slots.map((_, i) => i > 0 && (tied[i] ?? false)),
  filled,
});

/** The slot that still stands by itself after the voter has touched another one. */
const untouched = (order: RankOrder, slot: number | undefined): number | null =>
  order.filled === slot ? null : order.filled;

/**
 * Ranks a slot next; the last one left follows by itself. A slot the voter ranked loses its rank;
 * one that followed by itself keeps it, because naming all in order must give that order.
 */
export function toggleSlot(order: RankOrder, slot: number, k: number): RankOrder {
  if (slot === order.filled) return { ...order, filled: null };
  if (order.slots.includes(slot)) return removeSlot(order, slot);
  const slots = [...order.slots, slot];
  const left = Array.from({ length: k }, (_, i) => i).filter((other) => !slots.includes(other));
  const [last] = left;
  return left.length === 1 && last !== undefined
    ? normal([...slots, last], order.tied, last)
    : normal(slots, order.tied, order.filled);
}

/** Takes a slot's rank away, however it came by it; the others close up. */
export function removeSlot(order: RankOrder, slot: number): RankOrder {
  const at = order.slots.indexOf(slot);
  if (at < 0) return order;
  const without = <T>(items: readonly T[]) => items.filter((_, i) => i !== at);
  return normal(without(order.slots), without(order.tied), untouched(order, slot));
}

/** Puts a ranked slot at another place; the others keep their order, and ties stay with the places. */
export function moveSlot(order: RankOrder, slot: number, place: number): RankOrder {
  const from = order.slots.indexOf(slot);
  const to = Math.max(0, Math.min(order.slots.length - 1, place));
  if (from < 0 || from === to) return order;
  const slots = order.slots.filter((other) => other !== slot);
  slots.splice(to, 0, slot);
  return normal(slots, order.tied, untouched(order, slot));
}

/** Gives the slot at a place the rank of the one above it, or its own again. */
export const toggleTie = (order: RankOrder, place: number): RankOrder =>
  normal(
    order.slots,
    order.slots.map((_, i) => (i === place ? !order.tied[i] : (order.tied[i] ?? false))),
    untouched(order, order.slots[place]),
  );

/** Competition ranks by place: 1, 2, 2, 4. */
export function placeRanks(order: RankOrder): number[] {
  const ranks: number[] = [];
  for (let i = 0; i < order.slots.length; i++) ranks.push(order.tied[i] ? (ranks[i - 1] ?? 1) : i + 1);
  return ranks;
}

/** The rank of a slot, or null while it has none. */
export function rankOf(order: RankOrder, slot: number): number | null {
  const at = order.slots.indexOf(slot);
  return at < 0 ? null : (placeRanks(order)[at] ?? null);
}

/** One rank per slot in the order shown, or null while some slot has none. */
export function castRanks(order: RankOrder, k: number): number[] | null {
  const ranks = Array.from({ length: k }, (_, slot) => rankOf(order, slot));
  return ranks.every((rank) => rank !== null) ? ranks : null;
}
