import type { Tournament } from "@agon/contract";
import { database, findPromptText } from "@agon/db";

/** The bracket whose rounds are given gets the text of its prompt. */
export async function withPromptText(db: D1Database, arena: number, view: Tournament): Promise<Tournament> {
  const chosen = view.brackets.find(({ group, rounds }) => group !== null && rounds.length > 0);
  if (!chosen?.group) return view;
  const text = await findPromptText(database(db), arena, chosen.group);
  return {
    ...view,
    brackets: view.brackets.map((bracket) =>
      bracket === chosen ? { ...bracket, prompt_text: text } : bracket,
    ),
  };
}
