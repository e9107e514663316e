import { itemAt } from "../../item-at.ts";
import { mix } from "../drawing/colour.ts";
import { clamp } from "../drawing/geometry.ts";

/** The colours of a picture, in hex. */
export interface Palette {
  ground: string;
  /** Five colours, from the quietest on the ground to the loudest. */
  inks: readonly [string, string, string, string, string];
  /** For the few marks that the eye should find first. */
  accent: string;
}

/** The colour at `t` in [0, 1] along the inks; with `steps` only that many different ones occur. */
export function shade({ inks }: Palette, t: number, steps = 24): string {
  const stepped = Math.round(clamp(t, 0, 1) * steps) / steps;
  const place = stepped * (inks.length - 1);
  const index = Math.min(Math.floor(place), inks.length - 2);
  return mix(itemAt(inks, index), itemAt(inks, index + 1), place - index);
}

/** The ink at `t` in [0, 1), unmixed. */
export function inkAt({ inks }: Palette, t: number): string {
  return itemAt(inks, clamp(Math.floor(t * inks.length), 0, inks.length - 1));
}
