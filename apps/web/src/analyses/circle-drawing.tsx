import type { ModelRef } from "@agon/contract";

const [size, radius, room] = [120, 40, 15];

const corner = (at: number): [x: number, y: number] => {
  const angle = ((-90 + 120 * at) * Math.PI) / 180;
  return [size / 2 + radius * Math.cos(angle), size / 2 + 6 + radius * Math.sin(angle)];
};

/** From corner to corner, leaving room for the numbers that stand there. */
function edge(from: number, to: number): string {
  const [[x1, y1], [x2, y2]] = [corner(from), corner(to)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [((x2 - x1) / length) * room, ((y2 - y1) / length) * room];
  const number = (value: number) => value.toFixed(1);
  return `M${number(x1 + dx)} ${number(y1 + dy)}L${number(x2 - dx)} ${number(y2 - dy)}`;
}

/** Three models that beat each other in a circle; the names stand in the sentence beside it. */
export function CircleDrawing({ circle, sentence }: { circle: readonly ModelRef[]; sentence: string }) {
  return (
    <figure className="circle">
      <svg viewBox={`0 0 ${size} ${size}`} width={size} height={size} aria-hidden="true">
        <defs>
          <marker
            id="circle-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill="currentColor" />
          </marker>
        </defs>
        {circle.map(({ slug }, at) => (
          <path
            key={slug}
            d={edge(at, (at + 1) % circle.length)}
            stroke="currentColor"
            strokeWidth="1.5"
            markerEnd="url(#circle-head)"
          />
        ))}
        {circle.map(({ slug }, at) => (
          <text
            key={slug}
            x={corner(at)[0]}
            y={corner(at)[1] + 5}
            textAnchor="middle"
            className="circle-number"
          >
            {at + 1}
          </text>
        ))}
      </svg>
      <figcaption className="text-sm">{sentence}</figcaption>
    </figure>
  );
}
