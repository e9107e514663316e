import { classNames } from "../ui/class-names.ts";
import { type Axis, percent } from "./axis.ts";

interface Props {
  axis: Axis;
  rating: number;
  lower: number | null;
  upper: number | null;
  /** A rating whose interval is still wide is drawn hollow. */
  provisional: boolean;
}

/** A rating as it is drawn everywhere: a dot on the axis with its interval as a line. */
export function Interval({ axis, rating, lower, upper, provisional }: Props) {
  const [start, end] = [axis.at(lower ?? rating), axis.at(upper ?? rating)];
  return (
    <>
      <i
        className="interval-line"
        style={{ insetInlineStart: percent(start), inlineSize: percent(end - start) }}
      />
      <i
        className={classNames("interval-dot", provisional && "interval-dot-hollow")}
        style={{ insetInlineStart: percent(axis.at(rating)) }}
      />
    </>
  );
}
