import { deAdmin } from "./de/admin.ts";
import { deAnalyses } from "./de/analyses.ts";
import { deBoard } from "./de/board.ts";
import { deBracket } from "./de/bracket.ts";
import { deEmbed } from "./de/embed.ts";
import { deErrors } from "./de/errors.ts";
import { deJudges } from "./de/judges.ts";
import { deModel } from "./de/model.ts";
import { deSite } from "./de/site.ts";
import { deSubmit } from "./de/submit.ts";
import { deVote } from "./de/vote.ts";
import { deYou } from "./de/you.ts";
import type { Messages } from "./en.ts";

export const de: Messages = {
  site: deSite,
  analyses: deAnalyses,
  board: deBoard,
  bracket: deBracket,
  vote: deVote,
  model: deModel,
  judges: deJudges,
  embed: deEmbed,
  submit: deSubmit,
  errors: deErrors,
  admin: deAdmin,
  you: deYou,
};
