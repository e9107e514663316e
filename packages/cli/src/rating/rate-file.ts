import {
  type Ballot,
  type Interval,
  type Method,
  type RateOptions,
  type Rating,
  RatingError,
  rate,
  type Warning,
} from "@agon/rating";
import { InputError } from "../failure.ts";
import { FieldError } from "../importing/fields.ts";
import { BallotCollector, type Collector, PairCollector, RankingCollector } from "./collect.ts";
import { NameTable } from "./name-table.ts";
import { readVotes } from "./read-votes.ts";
import type { Vote } from "./vote.ts";
import type { VoteChoice } from "./vote-fields.ts";

export interface RateFileOptions extends VoteChoice {
  /** Default: `bradley-terry` for duels, `plackett-luce` once a ranking holds three models. */
  readonly method?: Method | undefined;
  /** Default: that of the method. */
  readonly interval?: Interval | undefined;
  readonly priorSd?: number | "auto" | undefined;
  /** Plackett-Luce: the share of voters who look; the rest is taken to guess. */
  readonly careful?: number | undefined;
  readonly seed: number;
}

export interface RatedFile {
  readonly votes: number;
  /** In the order of `rating.models`. */
  readonly names: readonly string[];
  readonly rating: Rating;
}

/** Methods that are fitted to duels only. */
const pairMethods: ReadonlySet<Method> = new Set(["bradley-terry", "davidson", "rao-kupper"]);
const comparedMethods: ReadonlySet<Method> = new Set(["trueskill", "glicko-2", "openskill"]);

/** The rater of a method; those from libraries are loaded only when asked for. */
async function raterOf(method: Method | undefined): Promise<typeof rate> {
  const isCompared = method !== undefined && comparedMethods.has(method);
  return isCompared ? (await import("@agon/rating/compare")).rate : rate;
}

const firstPageOnly: Warning = {
  code: "first-page-only",
  message:
    "the file is only the first page of the log, which goes on: agon export --what verdicts takes the whole log",
};

class VoteTaker {
  readonly models = new NameTable();
  readonly #clusters = new NameTable();
  readonly #options: RateFileOptions;
  readonly #rater: typeof rate;
  #collector: Collector | null = null;
  #method: Method;
  votes = 0;

  constructor(options: RateFileOptions, rater: typeof rate) {
    this.#options = options;
    this.#rater = rater;
    this.#method = options.method ?? "bradley-terry";
  }

  take(vote: Vote): void {
    if (this.votes === 0 && vote.models.length > 2) this.#method = this.#options.method ?? "plackett-luce";
    if (vote.models.length > 2 && pairMethods.has(this.#method)) {
      throw new FieldError(
        "",
        `${this.#method} takes duels, not ${vote.models.length} models: use --method plackett-luce`,
      );
    }
    this.#collector ??= this.#collectorFor();
    this.#collector.add(this.#ballotOf(vote));
    this.votes += 1;
  }

  #collectorFor(): Collector {
    const { cluster, interval } = this.#options;
    if (cluster !== null || interval === "bootstrap") return new BallotCollector(this.#rater);
    if (this.#method === "plackett-luce") return new RankingCollector();
    return pairMethods.has(this.#method) ? new PairCollector() : new BallotCollector(this.#rater);
  }

  #ballotOf({ models, ranks, firstOnly, cluster }: Vote): Ballot {
    return {
      models: models.map((name) => this.models.indexOf(name)),
      ranks,
      ...(firstOnly ? { firstOnly } : {}),
      ...(cluster === null ? {} : { cluster: this.#clusters.indexOf(cluster) }),
    };
  }

  rate(): Rating {
    const { interval, seed, priorSd, careful } = this.#options;
    const options: RateOptions = { method: this.#method, interval, seed, priorSd, careful };
    return (this.#collector ?? this.#collectorFor()).rate(this.models.names.length, options);
  }
}

/**
 * Rates the models of a file of votes.
 * @throws InputError for rows that are not votes, with their lines, and for options the method does not take
 */
export async function rateFile(file: string, options: RateFileOptions): Promise<RatedFile> {
  const taker = new VoteTaker(options, await raterOf(options.method));
  const { goesOn } = await readVotes(file, options, (vote) => taker.take(vote));
  const warnings = goesOn ? [firstPageOnly] : [];
  if (taker.votes === 0) {
    throw new InputError(`${file}: there is no vote in it that counts`, warnings[0]?.message);
  }
  try {
    const rating = taker.rate();
    const told = { ...rating, warnings: [...warnings, ...rating.warnings] };
    return { votes: taker.votes, names: taker.models.names, rating: told };
  } catch (error) {
    throw error instanceof RatingError ? new InputError(error.message) : error;
  }
}
