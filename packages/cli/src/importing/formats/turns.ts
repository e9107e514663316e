// Conversations of one or more turns as a prompt and an answer.
import { FieldError, fieldsOf, filledText, listOf } from "../fields.ts";

/** One turn stays as it is; several are numbered, so that the answer's turns can be found beside the prompt's. */
export const joinTurns = (turns: readonly string[]): string =>
  turns.length === 1 ? (turns[0] ?? "") : turns.map((turn, at) => `[Turn ${at + 1}]\n${turn}`).join("\n\n");

/** A message's text: plain, under `answer`, `content` or `text`, or a list of parts of which the texts count. */
function contentOf(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((part) => partOf(part, field)).join("");
  const fields = fieldsOf(value, field);
  const inner = fields.answer ?? fields.content ?? fields.text;
  if (typeof inner !== "string") throw new FieldError(field, "has a turn without a text");
  return inner;
}

function partOf(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  const part = fieldsOf(value, field);
  return typeof part.text === "string" ? part.text : "";
}

/** The texts of a list of turns. */
export function turnTexts(value: unknown, field: string): string[] {
  const turns = listOf(value, field);
  if (turns.length === 0) throw new FieldError(field, "has no turn");
  return turns.map((turn) => contentOf(turn, field));
}

/** What each side said in a list of `{role, content}` messages. */
export function conversation(value: unknown, field: string): { prompt: string; answer: string } {
  const messages = listOf(value, field).map((message) => fieldsOf(message, field));
  const said = (role: string): string[] =>
    messages
      .filter((message) => filledText(message, "role") === role)
      .map((message) => contentOf(message.content, field));
  const [asked, answered] = [said("user"), said("assistant")];
  if (asked.length === 0) throw new FieldError(field, "has no turn of a user");
  if (answered.length === 0) throw new FieldError(field, "has no turn of an assistant");
  return { prompt: joinTurns(asked), answer: joinTurns(answered) };
}
