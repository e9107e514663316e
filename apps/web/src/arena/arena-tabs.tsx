"use client";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Messages } from "../messages/en.ts";
import { classNames } from "../ui/class-names.ts";

interface Props {
  /** The arena's address. */
  path: string;
  t: Messages["site"]["tabs"];
}

const tabs = [
  { name: "board", segment: null },
  { name: "vote", segment: "vote" },
  { name: "tournaments", segment: "tournaments" },
  { name: "models", segment: "models" },
  { name: "judges", segment: "judges" },
  { name: "analyses", segment: "analyses" },
  { name: "about", segment: "about" },
] as const;

export function ArenaTabs({ path, t }: Props) {
  const here = useSelectedLayoutSegment();
  const segment = here === "m" ? "models" : here;
  const nav = useRef<HTMLElement>(null);
  // On a phone the tabs scroll: the one of this page comes into sight, and nothing else moves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another segment is another tab
  useEffect(() => {
    const frame = nav.current?.getBoundingClientRect();
    const tab = nav.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    if (!frame || !tab) return;
    const shift = Math.max(0, tab.right - frame.right) + Math.min(0, tab.left - frame.left);
    nav.current?.scrollBy({ left: shift });
  }, [segment]);
  return (
    <nav ref={nav} aria-label={t.label} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-1 border-b border-ink">
        {tabs.map((tab) => (
          <li key={tab.name}>
            <Link
              href={tab.segment ? `${path}/${tab.segment}` : path}
              prefetch={false}
              aria-current={segment === tab.segment ? "page" : undefined}
              className={classNames(
                "block rounded-t-md border border-b-0 px-3 py-2.5 sm:px-4",
                segment === tab.segment
                  ? "border-ink bg-ink text-paper"
                  : "border-transparent text-muted hover:text-ink",
              )}
            >
              {t[tab.name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
