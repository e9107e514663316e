import type { Match } from "@agon/contract";
import { classNames } from "../ui/class-names.ts";
import type { TreeLayout } from "./tree-layout.ts";

interface Props {
  layout: TreeLayout;
  matches: ReadonlyMap<string, Match>;
  /** Ids of the matches on the path that is shown; null without one. */
  path: ReadonlySet<string> | null;
}

/** The connectors: hairlines, terracotta where a winner has passed. */
export function BracketLines({ layout, matches, path }: Props) {
  const shown = (from: string, to: string) => path?.has(from) && path.has(to);
  return (
    <svg className="bracket-lines" width={layout.width} height={layout.height} aria-hidden="true">
      {layout.connectors.map(({ from, to, path: line }) => (
        <path
          key={`${from}>${to}>${line}`}
          d={line}
          className={classNames(
            (matches.get(from)?.winners.length ?? 0) > 0 && "line-won",
            path !== null && (shown(from, to) ? "line-active" : "line-dim"),
          )}
        />
      ))}
    </svg>
  );
}
