// Calls are grouped by what they are about: the list below an arena, else the first word of the address.

const descriptions: Readonly<Record<string, string>> = {
  Arenas: "One contest each: a task, its criteria and settings.",
  Models: "The competitors.",
  Prompts: "What the models were asked.",
  Outputs: "What the models made of the prompts.",
  Criteria: "What outputs are judged by.",
  Ballots: "The right of one judge to decide one battle, once.",
  Leaderboard: "Ratings with intervals and rank ranges, folded from the log.",
  Verdicts: "The public log: every score can be computed again from it.",
  Tournaments: "Brackets, leagues and other schedules over models and prompts.",
  "Webhook endpoints": "Addresses with secrets of their own, that models are submitted to.",
  Hooks: "Signed deliveries, by Standard Webhooks 1.0.0.",
  Submissions: "Models on their way into an arena.",
  Subscriptions: "Who is told what by webhook, and what became of every delivery.",
  Keys: "What operators and programs sign in with.",
  Session: "Signing in to the console.",
  Actions: "Who did what with a key, and when.",
  Judges: "Language models, panels of them and rules that decide battles by themselves.",
  Health: "What works and what does not.",
  Audit: "The live state beside a replay of the log.",
};

/** The group of an address. */
export function tagOf(path: string): string {
  const words = path.split("/").filter((word) => word !== "" && !word.startsWith("{"));
  const [, first = "", below] = words;
  const word = first === "arenas" && below !== undefined ? below : first;
  const spaced = word.replaceAll("-", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The groups of some addresses, each once, with what they are. */
export const tagsOf = (paths: readonly string[]) =>
  [...new Set(paths.map(tagOf))].map((name) => ({ name, description: descriptions[name] ?? `${name}.` }));
