import glicko2 from "glicko2-lite";
import { type Ballot, forEachPair } from "../ballot.ts";
import { itemAt } from "../cells.ts";
import type { Belief } from "../k-sort.ts";

/** M. Glickman advises periods of ten to fifteen games per player. */
const GAMES_PER_PERIOD = 10;

interface Player {
  readonly rating: number;
  readonly rd: number;
  readonly vol: number;
}

type Result = [rating: number, rd: number, score: number];

/**
 * Glicko-2 (M. Glickman, 2013) by the library glicko2-lite with its defaults: rating periods in which a
 * model plays ten pairs on average, in the order of the ballots. A model that sits a period out keeps its
 * deviation. Weights are not read. Means are on Glicko's scale of 1500.
 */
export function glickoBeliefs(size: number, ballots: Iterable<Ballot>): Belief[] {
  let players: Player[] = Array.from({ length: size }, () => ({ rating: 1500, rd: 350, vol: 0.06 }));
  let results: Result[][] = players.map(() => []);
  let pairs = 0;
  const closePeriod = (): void => {
    players = players.map((player, model) => playPeriod(player, itemAt(results, model)));
    results = players.map(() => []);
    pairs = 0;
  };
  const add = (model: number, opponent: number, score: number): void => {
    const { rating, rd } = itemAt(players, opponent);
    itemAt(results, model).push([rating, rd, score]);
  };
  for (const ballot of ballots) {
    forEachPair(ballot, (a, b, tied) => {
      add(a, b, tied ? 0.5 : 1);
      add(b, a, tied ? 0.5 : 0);
      pairs++;
    });
    if (2 * pairs >= GAMES_PER_PERIOD * size) closePeriod();
  }
  if (pairs > 0) closePeriod();
  return players.map(({ rating, rd }) => ({ mean: rating, sd: rd }));
}

const playPeriod = (player: Player, results: Result[]): Player =>
  results.length === 0 ? player : glicko2(player.rating, player.rd, player.vol, results);
