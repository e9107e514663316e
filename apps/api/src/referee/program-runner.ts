// The tournaments of programs, moved on as far as they are due.
import { judgedCommand } from "./commands.ts";
import type { GroupCommit } from "./group-commit.ts";
import { battlesDue, judgeBattles, materialFor, type Pacer, programTournaments } from "./program-judge.ts";

export interface ProgramRun {
  readonly db: D1Database;
  readonly arena: number;
  readonly commit: GroupCommit;
  readonly pacer: Pacer;
}

/** A run gives way to other work after so long. */
const sliceMs = 1_500;

export async function runPrograms(run: ProgramRun): Promise<void> {
  const until = Date.now() + sliceMs;
  while (Date.now() < until) {
    const moved = await judgeOnce(run);
    if (moved === 0) return;
  }
}

/** Judges what is due in every tournament of a program; answers how many verdicts there were. */
async function judgeOnce({ db, arena, commit, pacer }: ProgramRun): Promise<number> {
  const now = Date.now();
  const judged = await commit.read(async (state) => {
    const due = programTournaments(state).filter((running) => pacer.dueAt(running) <= now);
    const lists = due.map(async (tournament) => {
      const battles = battlesDue(state, tournament);
      const material = await materialFor(db, arena, tournament, battles);
      pacer.moved(tournament.number, now);
      return judgeBattles(state, tournament, battles, material);
    });
    return (await Promise.all(lists)).flat();
  });
  const results = await Promise.all(judged.map((one) => commit.submit(judgedCommand(one))));
  return results.filter((result) => result.ok && result.value).length;
}
