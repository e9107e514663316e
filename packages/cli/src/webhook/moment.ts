const unitsMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const isUnit = (text: string | undefined): text is keyof typeof unitsMs =>
  text !== undefined && text in unitsMs;

const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const ago = /^(\d{1,6})([mhd])$/;

/**
 * A moment in milliseconds since 1970: `30m`, `2h` and `3d` are that long before `now`; else ISO 8601, in which a date
 * alone begins at midnight UTC. Null when it is neither.
 */
export function momentOf(text: string, now: number): number | null {
  const [, count, unit] = ago.exec(text) ?? [];
  if (isUnit(unit)) return now - Number(count) * unitsMs[unit];
  const at = isoDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
