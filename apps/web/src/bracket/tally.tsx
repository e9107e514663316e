/** Short series are counted in strokes, the fifth across the four; long ones in figures. */
const longestTally = 5;

export function Tally({ score, needed }: { score: number; needed: number | null }) {
  const strokes = Number.isInteger(score) && score <= longestTally && (needed ?? 1) <= 9;
  if (!strokes) return <span className="seat-score">{score}</span>;
  const upright = Math.min(score, 4);
  return (
    <svg className="seat-score" width={26} height={14} viewBox="0 0 26 14">
      <title>{score}</title>
      {Array.from({ length: upright }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes are their place
        <path key={i} d={`M${24 - 5 * (upright - 1 - i)} 1v12`} />
      ))}
      {score === 5 && <path d="M5 12 25 2" />}
    </svg>
  );
}
