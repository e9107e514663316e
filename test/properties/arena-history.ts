// Random histories of an arena.
import { type ArenaState, apply, type Decided, type Effects, emptyArena, type LogEntry } from "@agon/arena";
import fc from "fast-check";
import { decide, kinds, type Moment, opening } from "./arena-decisions.ts";

export interface Command {
  readonly kind: (typeof kinds)[number];
  /** Read as the kind of command needs them. */
  readonly numbers: readonly number[];
}

const command: fc.Arbitrary<Command> = fc.record({
  // Votes and battles come oftener than changes of the house.
  kind: fc.constantFrom(...kinds, "vote", "vote", "battle", "battle", "judge", "judge", "withdraw"),
  numbers: fc.array(fc.nat(9_999), { minLength: 8, maxLength: 8 }),
});

export const history = fc.array(command, { minLength: 1, maxLength: 90, size: "max" });

/** An entry of the log, with what it changed and the state around it as text. */
interface Written {
  readonly entry: LogEntry;
  readonly effects: Effects;
}

export interface Lived {
  readonly state: ArenaState;
  readonly written: readonly Written[];
}

/** Watches a history from inside; the states it is shown must not be changed. */
export interface Watcher {
  readonly deciding?: (state: ArenaState, make: () => Decided<unknown>) => Decided<unknown>;
  readonly before?: (state: ArenaState, entry: LogEntry) => void;
  readonly after?: (state: ArenaState, written: Written) => void;
}

/** Milliseconds between two commands. */
const tickMs = 1_500;

/** Lives a history from an empty arena on. */
export function live(commands: readonly Command[], watcher: Watcher = {}): Lived {
  const { deciding = (_, make) => make(), before, after } = watcher;
  let state = emptyArena();
  const written: Written[] = [];
  const decisions = [
    ...opening.map((make) => ({ make, numbers: [] as readonly number[] })),
    ...commands.map(({ kind, numbers }) => ({ make: (moment: Moment) => decide(kind, moment), numbers })),
  ];
  for (const [tick, { make, numbers }] of decisions.entries()) {
    const now = tick * tickMs;
    const votes = written.map(({ entry }) => entry).filter(({ event }) => event.type === "verdict");
    const moment = { state, votes, numbers, now };
    const decided = deciding(state, () => make(moment));
    if (!decided.ok) continue;
    for (const { event } of decided.value.drafts) {
      const entry: LogEntry = { seq: state.seq + 1, at: now, event };
      before?.(state, entry);
      const step = apply(state, entry);
      state = step.state;
      written.push({ entry, effects: step.effects });
      after?.(state, { entry, effects: step.effects });
    }
  }
  return { state, written };
}

/** The log as it comes out of the database. */
export const stored = ({ written }: Lived): LogEntry[] =>
  JSON.parse(JSON.stringify(written.map(({ entry }) => entry))) as LogEntry[];
