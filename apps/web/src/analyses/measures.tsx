import type { ReactNode } from "react";
import { type Axis, percent } from "../board/axis.ts";
import { Interval } from "../board/interval.tsx";

interface Measure {
  readonly name: ReactNode;
  /** Where the dot stands; null: nothing is known. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The same in words and figures. */
  readonly text: string;
}

interface Props {
  caption: string;
  columns: { name: string; value: string };
  axis: Axis;
  tick: (value: number) => string;
  /** A place on the axis that means "no effect". */
  zero?: number;
  measures: readonly (Measure & { readonly key: string })[];
}

/** Numbers on a common axis, each a dot with its interval; a line marks where there would be no effect. */
export function Measures({ caption, columns, axis, tick, zero, measures }: Props) {
  return (
    <table className="measures">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col" className="measure-chart">
            <span className="sr-only">{columns.value}</span>
            <span className="measure-track measure-ticks" aria-hidden="true">
              {axis.ticks.map((at) => (
                <i key={at} style={{ insetInlineStart: percent(axis.at(at)) }}>
                  {tick(at)}
                </i>
              ))}
            </span>
          </th>
          <th scope="col" className="measure-text">
            {columns.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ key, name, value, lower, upper, text }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="measure-chart" aria-hidden="true">
              <div className="measure-track">
                {zero !== undefined && (
                  <i className="measure-zero" style={{ insetInlineStart: percent(axis.at(zero)) }} />
                )}
                {value !== null && (
                  <Interval axis={axis} rating={value} lower={lower} upper={upper} provisional={false} />
                )}
              </div>
            </td>
            <td className="measure-text">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An axis whose ends and ticks are given. */
export const fixedAxis = (ticks: readonly number[]): Axis => {
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  return { ticks, at: (value) => (Math.max(low, Math.min(high, value)) - low) / (high - low) };
};
