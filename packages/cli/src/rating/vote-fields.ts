// The shapes a vote has in a JSON object: a duel, a ranking, or a row of an arena's public log.
import {
  FieldError,
  type Fields,
  fieldsOf,
  filledText,
  listOf,
  nameOrNumber,
  presentField,
} from "../importing/fields.ts";
import { ranksOfWinner, type Vote, winnerWords } from "./vote.ts";

/** Which rows of a log count, and what hangs together. */
export interface VoteChoice {
  /** The column of independent units, or null for every vote by itself. */
  readonly cluster: string | null;
  /** Rows of a public log: only this criterion. */
  readonly criterion?: string | undefined;
  /** Rows of a public log: only this kind of judge. */
  readonly judges?: string | undefined;
}

/** Columns that name the voter, whatever the file calls it. */
export const voterColumns = ["worker", "judge", "voter"] as const;

export const isVoterColumn = (name: string): boolean => voterColumns.some((column) => column === name);

function clusterOf(row: Fields, { cluster }: VoteChoice): string | null {
  if (cluster === null) return null;
  const [first, ...others] = voterColumns;
  const field = isVoterColumn(cluster) ? presentField(row, [first, ...others]) : cluster;
  return nameOrNumber(row, field);
}

function distinct(models: readonly string[], field: string): readonly string[] {
  const twice = models.find((model, place) => models.indexOf(model) !== place);
  if (twice !== undefined) throw new FieldError(field, `"${twice}" meets itself`);
  return models;
}

function duel(row: Fields, a: string, b: string, choice: VoteChoice): Vote {
  const word = filledText(row, "winner");
  const ranks = ranksOfWinner(word);
  if (ranks === null) throw new FieldError("winner", `"${word}" is none of ${winnerWords}`);
  const models = distinct([filledText(row, a), filledText(row, b)], b);
  return { models, ranks, firstOnly: false, cluster: clusterOf(row, choice) };
}

/** `{"ranking": [["a"], ["b", "c"]]}`, best first; `"stages": 1` says that the rest is not in order. */
function ranking(row: Fields, choice: VoteChoice): Vote {
  const places = listOf(row.ranking, "ranking").map((place) => listOf(place, "ranking").map(nameIn));
  const models = distinct(places.flat(), "ranking");
  if (models.length < 2) throw new FieldError("ranking", "must rank at least two models");
  const stages = row.stages;
  if (stages !== undefined && stages !== 1) throw new FieldError("stages", "must be 1 or left out");
  const ranks = places.flatMap((place, at) => place.map(() => at + 1));
  return { models, ranks, firstOnly: stages === 1, cluster: clusterOf(row, choice) };
}

function nameIn(value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  throw new FieldError("ranking", "must hold lists of model names");
}

const slotsOf = (row: Fields): Fields[] => listOf(row.slots, "slots").map((slot) => fieldsOf(slot, "slots"));

function rankIn(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new FieldError("ranks", "must be a list of numbers");
}

function logCluster(row: Fields, slots: readonly Fields[], { cluster }: VoteChoice): string | null {
  if (cluster === null) return null;
  if (isVoterColumn(cluster)) return filledText(fieldsOf(row.judge, "judge"), "id");
  if (cluster !== "prompt") throw new FieldError(cluster, "the log has no such column; use worker or prompt");
  return filledText(slots[0] ?? {}, "prompt");
}

/** A row of `GET /v1/arenas/{arena}/verdicts`; null when it does not count or was not asked for. */
function logged(row: Fields, choice: VoteChoice): Vote | null {
  if (row.counted === false || typeof row.withdrawn_by === "number") return null;
  if (choice.criterion !== undefined && row.criterion !== choice.criterion) return null;
  if (choice.judges !== undefined && fieldsOf(row.judge, "judge").kind !== choice.judges) return null;
  const slots = slotsOf(row);
  const models = distinct(
    slots.map((slot) => filledText(slot, "model")),
    "slots",
  );
  const ranks = listOf(row.ranks, "ranks").map(rankIn);
  if (ranks.length !== models.length) throw new FieldError("ranks", "must have one rank a slot");
  return { models, ranks, firstOnly: row.first_only === true, cluster: logCluster(row, slots, choice) };
}

/** The vote in a JSON object, or null for a log row that does not count. Throws `FieldError`. */
export function voteOf(value: unknown, choice: VoteChoice): Vote | null {
  const row = fieldsOf(value);
  if ("ranking" in row) return ranking(row, choice);
  if ("slots" in row) return logged(row, choice);
  if ("left" in row || "right" in row) return duel(row, "left", "right", choice);
  if ("model_a" in row || "model_b" in row) return duel(row, "model_a", "model_b", choice);
  throw new FieldError(
    "",
    "is no vote: it needs left, right and winner, or model_a, model_b and winner, or ranking",
  );
}
