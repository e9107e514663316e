import { enAdmin } from "./en/admin.ts";
import { enAnalyses } from "./en/analyses.ts";
import { enBoard } from "./en/board.ts";
import { enBracket } from "./en/bracket.ts";
import { enEmbed } from "./en/embed.ts";
import { enErrors } from "./en/errors.ts";
import { enJudges } from "./en/judges.ts";
import { enModel } from "./en/model.ts";
import { enSite } from "./en/site.ts";
import { enSubmit } from "./en/submit.ts";
import { enVote } from "./en/vote.ts";
import { enYou } from "./en/you.ts";

/** Every text of the public pages. The first language is the type of all others. */
export const en = {
  site: enSite,
  analyses: enAnalyses,
  board: enBoard,
  bracket: enBracket,
  vote: enVote,
  model: enModel,
  judges: enJudges,
  embed: enEmbed,
  submit: enSubmit,
  errors: enErrors,
  admin: enAdmin,
  you: enYou,
};

export type Messages = typeof en;
