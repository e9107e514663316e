"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";

const reduced = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Lets rows that changed places glide there from where they stood (measure, invert, play). */
export function useRowSlide(table: RefObject<HTMLElement | null>): void {
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const before = tops.current;
    const now = new Map<string, number>();
    const still = reduced();
    for (const row of table.current?.querySelectorAll<HTMLElement>("[data-model]") ?? []) {
      const slug = row.dataset.model ?? "";
      now.set(slug, row.offsetTop);
      const shift = (before.get(slug) ?? row.offsetTop) - row.offsetTop;
      if (shift !== 0 && !still)
        row.animate([{ transform: `translateY(${shift}px)` }, { transform: "none" }], {
          duration: 500,
          easing: "cubic-bezier(0.3, 0, 0.2, 1)",
        });
    }
    tops.current = now;
  });
}
