import { itemAt } from "../../item-at.ts";
import { distance, type Point, polar } from "../drawing/geometry.ts";

/*
 * Space colonisation (Runions, Lane & Prusinkiewicz, "Modeling Trees with a Space Colonization Algorithm",
 * 2007): every free place pulls at the shoot nearest to it, the shoots that are pulled grow one step, and a
 * place that is reached is free no more.
 */

/** One step of growth. `parent` is a position in the list of shoots, -1 for a root. */
export interface Shoot extends Point {
  parent: number;
  children: Shoot[];
  /** How many tips hang on it. */
  load: number;
}

/** Lengths of the growth, in sheet units. */
interface GrowthRules {
  step: number;
  /** A place pulls no shoot that is farther away than this, once growth is under way. */
  reach: number;
  /** A place nearer than this to a shoot is taken. */
  near: number;
  rounds: number;
}

interface Target {
  place: Point;
  nearest: number;
  away: number;
  /** How many of the shoots have been looked at. */
  seen: number;
}

/** While there are no more shoots than this, places pull from any distance, so that the trunk finds the crown. */
const trunkShoots = 60;

/** Grows a tree from the roots into the free places; parents come before their children. */
export function growTree(roots: readonly Point[], free: readonly Point[], rules: GrowthRules): Shoot[] {
  const shoots: Shoot[] = roots.map(({ x, y }) => ({ x, y, parent: -1, children: [], load: 0 }));
  let open: Target[] = free.map((place) => ({ place, nearest: 0, away: Number.POSITIVE_INFINITY, seen: 0 }));
  for (let round = 0; round < rules.rounds; round++) {
    for (const target of open) lookAtNewShoots(target, shoots);
    open = open.filter(({ away }) => away > rules.near);
    const grown = [...pulls(open, shoots, rules)].flatMap(([parent, pull]) =>
      shootFrom(shoots, parent, pull, rules),
    );
    if (grown.length === 0) break;
    shoots.push(...grown);
  }
  return withLoads(shoots);
}

function lookAtNewShoots(target: Target, shoots: readonly Shoot[]): void {
  for (; target.seen < shoots.length; target.seen++) {
    const away = distance(target.place, itemAt(shoots, target.seen));
    if (away < target.away) Object.assign(target, { away, nearest: target.seen });
  }
}

/** The sum of the directions to the places that pull, for every shoot that is pulled. */
function pulls(
  open: readonly Target[],
  shoots: readonly Shoot[],
  { reach }: GrowthRules,
): Map<number, Point> {
  const sums = new Map<number, Point>();
  for (const { place, nearest, away } of open) {
    if (away > reach && shoots.length > trunkShoots) continue;
    const shoot = itemAt(shoots, nearest);
    const { x, y } = sums.get(nearest) ?? { x: 0, y: 0 };
    sums.set(nearest, { x: x + (place.x - shoot.x) / away, y: y + (place.y - shoot.y) / away });
  }
  return sums;
}

/** One shoot the way it is pulled; none where pulls cancel out, or where it has grown and would again for ever. */
function shootFrom(shoots: readonly Shoot[], parent: number, pull: Point, { step }: GrowthRules): Shoot[] {
  const from = itemAt(shoots, parent);
  if (Math.hypot(pull.x, pull.y) < 1e-6) return [];
  const at = polar(from, Math.atan2(pull.y, pull.x), step);
  if (from.children.some((sibling) => distance(sibling, at) < step / 3)) return [];
  const shoot: Shoot = { ...at, parent, children: [], load: 0 };
  from.children.push(shoot);
  return [shoot];
}

function withLoads(shoots: Shoot[]): Shoot[] {
  for (const shoot of shoots.toReversed()) {
    shoot.load = Math.max(1, shoot.load);
    if (shoot.parent >= 0) itemAt(shoots, shoot.parent).load += shoot.load;
  }
  return shoots;
}
