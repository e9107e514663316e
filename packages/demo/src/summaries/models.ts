import type { DemoModel } from "../demo-arena.ts";
import type { Summariser } from "./reading.ts";
import { centroid } from "./summarisers/centroid.ts";
import { klSum } from "./summarisers/kl-sum.ts";
import { lead } from "./summarisers/lead.ts";
import { lexRank } from "./summarisers/lex-rank.ts";
import { longest } from "./summarisers/longest.ts";
import { lsa } from "./summarisers/lsa.ts";
import { luhn } from "./summarisers/luhn.ts";
import { mmr } from "./summarisers/mmr.ts";
import { random } from "./summarisers/random.ts";
import { sumBasic } from "./summarisers/sum-basic.ts";
import { tail } from "./summarisers/tail.ts";
import { textRank } from "./summarisers/text-rank.ts";

/** A competitor of the text arena and the function that it is. */
interface SummaryModel extends DemoModel {
  summariser: Summariser;
}

function model(
  summariser: Summariser,
  about: Pick<DemoModel, "slug" | "name" | "family" | "description" | "url">,
): SummaryModel {
  return { ...about, organization: "Agon demo", license: "MIT", summariser };
}

/** The summarisers, baselines first; `url` leads to the paper of the method. */
export const summaryModels: readonly SummaryModel[] = [
  model(lead, {
    slug: "lead",
    name: "Lead",
    family: "baseline",
    description: "Keeps the first three sentences.",
  }),
  model(tail, {
    slug: "tail",
    name: "Tail",
    family: "baseline",
    description: "Keeps the last three sentences.",
  }),
  model(random, {
    slug: "random",
    name: "Random",
    family: "baseline",
    description: "Keeps three sentences drawn by lot, always the same three for the same passage.",
  }),
  model(longest, {
    slug: "longest",
    name: "Longest",
    family: "baseline",
    description: "Keeps the three sentences with the most words.",
  }),
  model(luhn, {
    slug: "luhn",
    name: "Luhn",
    family: "frequency",
    url: "https://doi.org/10.1147/rd.22.0159",
    description: "Keeps the sentences with the densest clusters of repeated words (Luhn, 1958).",
  }),
  model(sumBasic, {
    slug: "sumbasic",
    name: "SumBasic",
    family: "frequency",
    description:
      "Keeps sentences of frequent words, and discounts words it has used (Nenkova & Vanderwende, 2005).",
  }),
  model(centroid, {
    slug: "centroid",
    name: "Centroid",
    family: "frequency",
    url: "https://doi.org/10.1016/j.ipm.2003.10.006",
    description: "Adds up tf-idf weight, position and likeness to the first sentence (Radev et al., 2004).",
  }),
  model(mmr, {
    slug: "mmr",
    name: "MMR",
    family: "diversity",
    url: "https://doi.org/10.1145/290941.291025",
    description: "Keeps sentences like the passage and unlike each other (Carbonell & Goldstein, 1998).",
  }),
  model(klSum, {
    slug: "kl-sum",
    name: "KL-Sum",
    family: "diversity",
    url: "https://aclanthology.org/N09-1041/",
    description:
      "Makes the words of the summary spread like those of the passage (Haghighi & Vanderwende, 2009).",
  }),
  model(textRank, {
    slug: "textrank",
    name: "TextRank",
    family: "graph",
    url: "https://aclanthology.org/W04-3252/",
    description: "Runs PageRank over the words that sentences share (Mihalcea & Tarau, 2004).",
  }),
  model(lexRank, {
    slug: "lexrank",
    name: "LexRank",
    family: "graph",
    url: "https://doi.org/10.1613/jair.1523",
    description: "Runs PageRank over the tf-idf cosines between sentences (Erkan & Radev, 2004).",
  }),
  model(lsa, {
    slug: "lsa",
    name: "LSA",
    family: "algebra",
    url: "https://doi.org/10.1145/383952.383955",
    description: "Keeps the sentences that weigh most in the leading singular vectors (Gong & Liu, 2001).",
  }),
];
