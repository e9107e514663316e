/** A copy of a list with one slot set; slots skipped on the way are null, so that the list stays JSON. */
export function withSlot<T>(list: readonly (T | null)[], slot: number, value: T): (T | null)[] {
  const copy = [...list];
  while (copy.length < slot) copy.push(null);
  copy[slot] = value;
  return copy;
}
