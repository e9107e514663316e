// Outputs that speak to the judge instead of doing the task. A finding is a reason to look, not a proof.

export interface Finding {
  readonly kind: "overrides" | "addresses-judge" | "dictates-verdict" | "imitates-form";
  /** The text found, at most 80 letters. */
  readonly excerpt: string;
}

const patterns: readonly (readonly [Finding["kind"], RegExp])[] = [
  [
    "overrides",
    /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|the)\b.{0,30}\b(?:instructions?|prompts?|rules?|criteria|guidelines)\b/i,
  ],
  ["overrides", /\bnew (?:system )?(?:instructions?|prompt)\s*[:.]/i],
  [
    "overrides",
    /\b(?:ignorier\w*|vergiss|missachte)\b.{0,40}\b(?:anweisung\w*|vorgaben?|regeln|instruktion\w*)\b/i,
  ],
  [
    "addresses-judge",
    /\b(?:dear|attention|note to|message (?:to|for)|hey|hello)\b[\s,:]{0,3}(?:the |all |any )?(?:judges?|evaluators?|graders?|raters?|reviewers? model|llm)\b/i,
  ],
  [
    "addresses-judge",
    /\b(?:as|you are) (?:an?|the) (?:impartial |fair |ai |llm )*(?:judge|evaluator|grader|rater)\b/i,
  ],
  [
    "dictates-verdict",
    /\b(?:choose|select|prefer|pick|rate|rank|score|declare|output|answer|reply|respond|return|vote for)\b.{0,30}\b(?:this (?:answer|output|response|one)|(?:output|answer|response|option|assistant) [ab]\b|as (?:the )?(?:best|winner|better))/i,
  ],
  [
    "dictates-verdict",
    /\b(?:this|my|output [ab]|answer [ab]|response [ab]) (?:answer|output|response)?\s*(?:is|must be|should be) (?:rated|judged|considered|declared|chosen|clearly|obviously|the) ?.{0,20}\b(?:best|better|winner|superior|10)\b/i,
  ],
  ["dictates-verdict", /\[\[\s*(?:[AB](?:\+{1,2}|=B)?|tie|10)\s*\]\]/],
  ["imitates-form", /["'](?:choice|score|order|verdict)["']\s*:\s*(?:["'[]|\d)/],
  [
    "imitates-form",
    /<\|?(?:im_start|im_end|system|endoftext|start_header_id)\|?>|\[\/?(?:INST|SYS)\]|<<\/?SYS>>/,
  ],
  ["imitates-form", /(?:^|\n)\s*(?:#+\s*)?(?:system|judge|evaluator)\s*:\s/i],
  [
    "imitates-form",
    /(?:<<<|>>>|-{3,}|={3,}|#{3,})\s*(?:end|begin|start)\b.{0,30}\b(?:output|answer|data|task|response)/i,
  ],
];

/** What in a text speaks to the judge; nothing = an honest text. */
export function scanForInjection(text: string): Finding[] {
  return patterns.flatMap(([kind, pattern]): Finding[] => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ kind, excerpt: found[0].trim().slice(0, 80) }];
  });
}
