import { type ArenaState, apply, emptyArena, type LogEntry, parseSnapshot, snapshotText } from "@agon/arena";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { history, live, stored } from "./arena-history.ts";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const fold = (from: ArenaState, entries: readonly LogEntry[]): ArenaState =>
  entries.reduce((state, entry) => apply(state, entry).state, from);

function reread(state: ArenaState): ArenaState {
  const read = parseSnapshot(snapshotText(state));
  if (read === null) throw new Error("a snapshot is of its own version");
  return read;
}

it("a replay of the stored log gives the live state byte for byte", () => {
  fc.assert(
    fc.property(history, (commands) => {
      const lived = live(commands);
      expect(snapshotText(fold(emptyArena(), stored(lived)))).toBe(snapshotText(lived.state));
    }),
  );
});

it("any split of the log into batches, with a checkpoint written and read between them, gives the same", () => {
  fc.assert(
    fc.property(history, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (commands, sizes) => {
      const lived = live(commands);
      const entries = stored(lived);
      let state = emptyArena();
      for (let from = 0, batch = 0; from < entries.length; batch++) {
        const size = sizes[batch % sizes.length] ?? 1;
        state = fold(reread(state), entries.slice(from, from + size));
        from += size;
      }
      expect(snapshotText(state)).toBe(snapshotText(lived.state));
    }),
  );
});

it("a snapshot read back is the state it was taken of", () => {
  fc.assert(
    fc.property(history, (commands) => {
      const { state } = live(commands);
      const read = reread(state);
      expect(snapshotText(read)).toBe(snapshotText(state));
      expect(read).toEqual(state);
    }),
  );
});

it("deciding leaves the state as it was, whatever comes of it", () => {
  fc.assert(
    fc.property(history, (commands) => {
      live(commands, {
        deciding(state, make) {
          const before = snapshotText(state);
          const decided = make();
          expect(snapshotText(state)).toBe(before);
          return decided;
        },
      });
    }),
    { numRuns: 30 },
  );
});

it("an entry out of its place is refused", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: -3, max: 3 }), (commands, shift) => {
      fc.pre(shift !== 1);
      const { state } = live(commands);
      const entry: LogEntry = { seq: state.seq + shift, at: 0, event: { type: "models.added", models: [] } };
      expect(() => apply(state, entry)).toThrow("does not follow");
    }),
    { numRuns: 20 },
  );
});
