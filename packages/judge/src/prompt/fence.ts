// Random marks that no text between them can know.
import type { Question } from "../protocol/protocol.ts";

/** What stands around foreign text, and a word that only an answer under foreign control would hold. */
export interface Marks {
  readonly fence: string;
  readonly canary: string;
}

const word = (random: () => number): string =>
  Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join("");

const textsOf = ({ prompt, reference, outputs, checklist, scenario, criterion }: Question): string[] => [
  prompt ?? "",
  reference ?? "",
  criterion.instruction,
  ...checklist,
  ...scenario,
  ...outputs.flatMap(({ parts, concepts }) => [...parts, ...concepts]),
];

/** Marks that stand nowhere in the question, new for every call. */
export function drawMarks(question: Question, random: () => number): Marks {
  const texts = textsOf(question);
  const draw = (): string => {
    for (;;) {
      const drawn = word(random);
      if (!texts.some((text) => text.includes(drawn))) return drawn;
    }
  };
  return { fence: draw(), canary: draw() };
}

/** The text between its fences, byte for byte. */
export const fenced = ({ fence }: Marks, title: string, text: string): string =>
  `<<<${fence} ${title}\n${text}\n${fence}>>>`;
