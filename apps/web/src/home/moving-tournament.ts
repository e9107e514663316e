import type { Arena } from "@agon/contract";

type Live = Arena["live"][number];

/** The tournament to watch: one a program judges moves by itself; one of people may wait for them. */
export function movingTournament(arenas: readonly Pick<Arena, "live">[]): Live | undefined {
  const live = arenas.flatMap((arena) => arena.live);
  return live.find((tournament) => tournament.judge === "rule") ?? live[0];
}
