import Link from "next/link";
import type { CSSProperties } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import { progressOf } from "./current-bracket.ts";
import type { Bracket } from "./shown-tournament.ts";

interface Props {
  brackets: readonly Bracket[];
  current: string | null;
  /** The reader chose this bracket; otherwise the page goes on to the next one by itself. */
  chosen: boolean;
  running: boolean;
  path: string;
  view: string | undefined;
  /** What the steps are, where they are not all there is. */
  label?: string;
  /** Whether it says below which bracket is followed. */
  foot?: boolean;
  t: Messages["bracket"]["pick"];
}

function labelOf(bracket: Bracket, t: Props["t"]): string {
  const progress = fill(t.item, {
    prompt: bracket.group ?? "",
    done: bracket.decided,
    total: bracket.total ?? "?",
  });
  return bracket.champion ? `${progress}, ${fill(t.champion, { model: bracket.champion.name })}` : progress;
}

/** One step per prompt, filled as its bracket is decided: the whole tournament at a glance, and the way into each. */
export function PromptStrip({
  brackets,
  current,
  chosen,
  running,
  path,
  view,
  label,
  foot = true,
  t,
}: Props) {
  const address = (group: string | null) => {
    const query = new URLSearchParams({ ...(group === null ? {} : { group }), ...(view ? { view } : {}) });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <nav aria-label={label ?? t.label} className="grid gap-2">
      <ol className="prompt-strip">
        {brackets.map((bracket) => {
          const done = progressOf(bracket.decided, bracket.total) ?? 0;
          return (
            <li key={bracket.group}>
              <Link
                href={address(bracket.group)}
                prefetch={false}
                scroll={false}
                title={labelOf(bracket, t)}
                aria-label={labelOf(bracket, t)}
                aria-current={bracket.group === current ? "true" : undefined}
                className={classNames("prompt-step", done > 0 && done < 1 && "prompt-step-live")}
                style={{ "--done": `${done * 100}%` } as CSSProperties}
              />
            </li>
          );
        })}
      </ol>
      {foot && <FollowNote chosen={chosen} running={running} address={address(null)} t={t} />}
    </nav>
  );
}

/** Whether the page goes on to the next bracket by itself, and the way back to that. */
export function FollowNote({
  chosen,
  running,
  address,
  t,
}: Pick<Props, "chosen" | "running" | "t"> & { address: string }) {
  if (!chosen) return <p className="text-sm text-muted">{running && t.follow}</p>;
  return (
    <p className="text-sm text-muted">
      {t.stay}.{" "}
      <Link href={address} prefetch={false} scroll={false} className="quiet-link inline-block py-1 text-ink">
        {t.back}
      </Link>
    </p>
  );
}
