import {
  type ArenaState,
  apply,
  consequencesOf,
  decideImport,
  decideWithdrawal,
  type LogEntry,
  liveMessage,
  namesOf,
  sumFacets,
  type VerdictEvent,
} from "@agon/arena";
import { matches } from "@agon/tournament/schedule";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { allowed, contest, perform } from "../../packages/arena/src/fixtures/contest.ts";
import { history, live } from "./arena-history.ts";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Everything a board or a page counts. */
const countsOf = (state: ArenaState) => ({
  votes: state.votes,
  tally: sumFacets(state.facets.values(), { criterion: "overall", judge: null, category: null }),
  models: state.models.map(({ votes }) => votes),
  battles: state.prompts.map(({ battles }) => battles),
  ballots: state.ratings.get("overall")?.ballots ?? 0,
});

const isCounted = ({ event }: LogEntry): boolean => event.type === "verdict" && !event.late;

it("the counts are those of the verdicts in time, not withdrawn and not overruled, and of no others", () => {
  fc.assert(
    fc.property(history, (commands) => {
      const { state, written } = live(commands);
      const withdrawn = new Set(state.withdrawn.keys());
      for (const { entry } of written) {
        if (entry.event.type === "verdict.withdrawn") expect(withdrawn).toContain(entry.event.of);
      }
      const counted = written.flatMap(({ entry }) =>
        isCounted(entry) && !withdrawn.has(entry.seq) ? [entry.event as VerdictEvent] : [],
      );
      const { votes, models, battles, tally, ballots } = countsOf(state);
      expect([votes, tally.votes, ballots]).toEqual([counted.length, counted.length, counted.length]);
      const timesIn = (number: number) => counted.filter((verdict) => verdict.models.includes(number)).length;
      expect(models).toEqual(state.models.map((_, number) => timesIn(number)));
      expect(battles).toEqual(
        state.prompts.map((_, number) => counted.filter(({ prompt }) => prompt === number).length),
      );
      const duels = counted.filter((verdict) => verdict.models.length === 2).length;
      const cells = tally.duels.filter((_, at) => at % 5 > 1);
      expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(duels);
      expect(Math.min(0, ...cells)).toBe(0);
    }),
  );
});

it("withdrawing a vote restores every count to what it was before", () => {
  fc.assert(
    fc.property(history, (commands) => {
      let before: ReturnType<typeof countsOf> | null = null;
      live(commands, {
        before(state, { event }) {
          if (event.type === "verdict") before = countsOf(state);
        },
        after(state, { entry: { event, seq, at } }) {
          if (event.type !== "verdict") return;
          const copy = structuredClone(state);
          const undone = perform(copy, allowed(decideWithdrawal(copy, { seq, at, verdict: event }, at)), at);
          expect(countsOf(undone.state)).toEqual(before);
        },
      });
    }),
    { numRuns: 30 },
  );
});

it("imported votes give the same tallies in any order", () => {
  const votes = fc.array(
    fc.record({
      models: fc.shuffledSubarray(["m-1", "m-2", "m-3", "m-4", "m-5"], { minLength: 2, maxLength: 4 }),
      prompt: fc.constantFrom("p-1", "p-2", "p-3"),
      ranks: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
      firstOnly: fc.boolean(),
      kind: fc.constantFrom("human" as const, "llm" as const),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      votes.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
      ([list, other]) => {
        const [first, second] = [list, other].map((order) => {
          const state = contest(5, 3);
          const rows = order.map(({ kind, ranks, ...vote }, line) => ({
            ...vote,
            ranks: ranks.slice(0, vote.models.length),
            line,
            id: `i${line}`,
            promptHash: "",
            criterion: "overall",
            judge: { id: "j", kind },
            flags: [],
            castAt: null,
          }));
          const decided = allowed(decideImport(state, rows, new Set(), { errors: [], keepGoing: false }));
          return countsOf(perform(state, decided).state);
        });
        expect(second).toEqual(first);
      },
    ),
  );
});

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

it("an entry names every match that looks different after it", () => {
  fc.assert(
    fc.property(history, (commands) => {
      let before = new Map<string, string>();
      const looks = (state: ArenaState) =>
        new Map(
          state.tournaments.flatMap(({ number, schedule }) =>
            matches(schedule).map((match): [string, string] => [
              `${number}/${match.id}`,
              JSON.stringify(match),
            ]),
          ),
        );
      live(commands, {
        before: (state) => {
          before = looks(state);
        },
        after(state, { effects, entry }) {
          if (entry.event.type === "tournament.created") return;
          const named = new Set(effects.matches.map((id) => `${effects.tournament}/${id}`));
          const changed = [...looks(state)].filter(([id, look]) => before.get(id) !== look);
          expect(
            changed.filter(([id]) => !named.has(id)).map(([id]) => id),
            entry.event.type,
          ).toEqual([]);
        },
      });
    }),
    { numRuns: 40 },
  );
});

it("the feed of every tournament is a chain from its first entry to its newest", () => {
  fc.assert(
    fc.property(history, (commands) => {
      const newest = new Map<string, number>();
      let before: readonly { readonly seq: number }[] = [];
      const { state } = live(commands, {
        before: (current) => {
          before = current.tournaments;
        },
        after(current, { entry, effects }) {
          const prev = before[(effects.tournament ?? 0) - 1]?.seq ?? 0;
          const feed = consequencesOf("arena", current, effects, prev);
          const row = { ...entry, ballot: null, feed };
          expect(liveMessage(namesOf("arena", current), row, "arena").prev).toBe(entry.seq - 1);
          if (feed.tournament === undefined) return;
          const { seq, prev: told } = liveMessage(namesOf("arena", current), row, "tournament");
          expect(told).toBe(newest.get(feed.tournament.id) ?? 0);
          newest.set(feed.tournament.id, seq);
        },
      });
      expect(state.tournaments.map(({ seq }) => seq)).toEqual([...newest.values()]);
    }),
    { numRuns: 60 },
  );
});

it("an entry that was written once can be applied to an equal state again with equal effects", () => {
  fc.assert(
    fc.property(history, (commands) => {
      let copy: ArenaState | null = null;
      live(commands, {
        before: (state) => {
          copy = structuredClone(state);
        },
        after(state, { entry, effects }) {
          if (copy === null) return;
          const again = apply(copy, entry);
          expect(again.effects).toEqual(effects);
          expect(again.state.seq).toBe(state.seq);
        },
      });
    }),
    { numRuns: 15 },
  );
});
