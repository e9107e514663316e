import { type Judge, type JudgedBattle, type Judgement, undecidable } from "../judge.ts";
import { competitionRanks } from "./ranks.ts";

/** Outputs that pass a test win over those that do not; equals tie. */
export function judgeByTest({ outputs }: JudgedBattle, passes: (content: string) => boolean): Judgement {
  const contents = outputs.map(({ content }) => content).filter((content) => content !== null);
  if (contents.length < outputs.length) return undecidable("An output has no text to test");
  return { status: "decided", ranks: competitionRanks(contents.map((content) => (passes(content) ? 1 : 0))) };
}

/** The rule `regex`: outputs in which the pattern is found win. Throws `SyntaxError` for a pattern that is none. */
export function patternJudge(pattern: string, flags = "u"): Judge {
  const expression = new RegExp(pattern, flags.replace(/[gy]/g, ""));
  return (battle) => judgeByTest(battle, (content) => expression.test(content));
}
