import type { Messages } from "../messages/en.ts";

/** How a program judges, such as "by score"; a rule this page does not know stands by its own name. */
export const ruleText = (rule: string, t: Messages["bracket"]): string =>
  rule === "score" || rule === "reference" ? t.rules[rule] : rule;
