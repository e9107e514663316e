/** Works on all items, at most `atOnce` at a time, in their order. The first error ends it when all have come back. */
export async function inTurn<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let [hasFailed, failure]: [boolean, unknown] = [false, null];
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      try {
        await work(item);
      } catch (error) {
        if (!hasFailed) [hasFailed, failure] = [true, error];
      }
      if (hasFailed) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (hasFailed) throw failure;
}
