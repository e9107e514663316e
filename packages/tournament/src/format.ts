/** The ways a tournament can be run; the same names stand in the API, on the command line and on pages. */
export const formatNames = [
  "single-elimination",
  "series",
  "double-elimination",
  "k-wise-elimination",
  "k-wise-league",
  "swiss",
  "round-robin",
  "anchored",
  "sort",
  "placement",
] as const;

export type Format = (typeof formatNames)[number];

export interface FormatGuide {
  readonly title: string;
  /** One sentence on what the format is good for and what it does not tell. */
  readonly summary: string;
}

export const formats: Readonly<Record<Format, FormatGuide>> = {
  "single-elimination": {
    title: "Single elimination",
    summary:
      "A fresh knock-out bracket for every prompt: N-1 matches a prompt name its best output, and all of them together rate the field.",
  },
  series: {
    title: "Series bracket",
    summary:
      "One knock-out bracket in which a match is a series of prompts: it names a champion and is the one to watch; it does not rank the rest.",
  },
  "double-elimination": {
    title: "Double elimination",
    summary:
      "A series bracket with a second life: two lost matches send a model home, so one unlucky match does not decide who is champion.",
  },
  "k-wise-elimination": {
    title: "K-wise elimination",
    summary:
      "Heats of K outputs, the best go on: a champion with few looks, best where several outputs can be taken in at a glance.",
  },
  "k-wise-league": {
    title: "K-wise league",
    summary:
      "A free-for-all without end: every battle shows the K models whose order is least known, so the whole board sharpens vote by vote.",
  },
  swiss: {
    title: "Swiss",
    summary:
      "Ranks everybody: neighbours by current rating meet again and again; it spends N-1 battles a prompt where they tell the most.",
  },
  "round-robin": {
    title: "Round robin",
    summary: "Everybody meets everybody on every prompt: the complete win matrix, at the highest price.",
  },
  anchored: {
    title: "Anchored",
    summary:
      "Everybody meets up to three chosen anchors: cheap to extend by a newcomer, blunt between models far from the anchors.",
  },
  sort: {
    title: "Sort",
    summary:
      "Sorts the outputs of each prompt by comparisons in both orders: a full order per prompt, free of position bias.",
  },
  placement: {
    title: "Placement",
    summary:
      "Finds the place of one newcomer among rated models in a handful of battles; it does not move the others.",
  },
};
