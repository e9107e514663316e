// The second pass: what the first one found good goes to the arena, in the order of the source. Everything is safe
// to repeat: the API knows models and prompts by slug, outputs by their content, votes by their id.
import type { BulkResult, NewModel, NewOutput, NewPrompt } from "@agon/contract";
import { ApiError, type Client } from "@agon/contract/client";
import { type Batch, Batcher } from "./batch.ts";
import type { Catalogue } from "./catalogue.ts";
import { ProblemList } from "./problems.ts";
import type { ImportRecord, Place, SourceRow } from "./record.ts";
import type { Survey } from "./survey.ts";
import { outputForWire, promptForWire, verdictForWire } from "./wire.ts";

type Counted = "models" | "prompts" | "outputs" | "votes";
export type Counts = Record<Counted, number>;

/** What an import did: stored now, there before, and refused by the server. */
export interface Sent {
  readonly stored: Counts;
  readonly unchanged: Counts;
  readonly problems: ProblemList;
}

export interface SendOptions {
  readonly client: Client;
  readonly arena: string;
  readonly catalogue: Catalogue;
  readonly keepGoing: boolean;
  /** Told the number of outputs and votes after each request. */
  readonly onRows: (rows: number) => void;
}

const none = (): Counts => ({ models: 0, prompts: 0, outputs: 0, votes: 0 });

/** The request's line (from 1) that an error of the API speaks of. */
const lineOf = (error: { readonly line?: number; readonly pointer: string }): number =>
  error.line ?? Number(/^\/(\d+)/.exec(error.pointer)?.[1] ?? -1) + 1;

class Sender implements Sent {
  readonly stored = none();
  readonly unchanged = none();
  readonly problems = new ProblemList();
  readonly #options: SendOptions;
  readonly #prompts = new Batcher();
  readonly #outputs = new Batcher();
  readonly #votes = new Batcher();
  readonly #seenPrompts = new Set<string>();
  /** Outputs on their way: the API takes a pair of model and prompt once a request. */
  readonly #outputsInBatch = new Set<string>();

  constructor(options: SendOptions) {
    this.#options = options;
  }

  async models(models: ReadonlyMap<string, NewModel>): Promise<void> {
    const { client, arena, catalogue } = this.#options;
    const missing = [...models].filter(([slug]) => !catalogue.isStoredModel(slug)).map(([, model]) => model);
    this.unchanged.models += models.size - missing.length;
    for (let start = 0; start < missing.length; start += 1_000) {
      const batch = missing.slice(start, start + 1_000);
      await client.addModels(arena, batch);
      this.stored.models += batch.length;
    }
  }

  async row(place: Place, records: readonly ImportRecord[]): Promise<void> {
    for (const record of records) await this.#record(place, record);
  }

  async #record(place: Place, record: ImportRecord): Promise<void> {
    const { catalogue } = this.#options;
    switch (record.kind) {
      case "model":
        return;
      case "prompt": {
        const slug = catalogue.enterPrompt(record);
        if (this.#seenPrompts.has(slug)) return;
        this.#seenPrompts.add(slug);
        if (catalogue.isStoredPrompt(slug)) this.unchanged.prompts += 1;
        else await this.#sendPrompts(this.#prompts.add(JSON.stringify(promptForWire(record, slug)), place));
        return;
      }
      case "output":
        return this.#output(place, outputForWire(record, catalogue));
      case "verdict":
        return this.#sendVotes(this.#votes.add(JSON.stringify(verdictForWire(record, catalogue)), place));
    }
  }

  async #output(place: Place, output: NewOutput): Promise<void> {
    const pair = JSON.stringify([output.model, output.prompt]);
    if (this.#outputsInBatch.has(pair)) {
      this.unchanged.outputs += 1;
      return;
    }
    const full = this.#outputs.add(JSON.stringify(output), place);
    if (full !== null) this.#outputsInBatch.clear();
    this.#outputsInBatch.add(pair);
    await this.#sendOutputs(full);
  }

  /** Sends what is left, each kind after what it refers to. */
  async finish(): Promise<void> {
    await this.#sendVotes(this.#votes.take());
    await this.#flushOutputs();
  }

  async #flushOutputs(): Promise<void> {
    this.#outputsInBatch.clear();
    await this.#sendOutputs(this.#outputs.take());
    await this.#sendPrompts(this.#prompts.take());
  }

  async #sendPrompts(batch: Batch | null): Promise<void> {
    if (batch === null) return;
    const prompts = batch.lines.map((line): NewPrompt => JSON.parse(line));
    await this.#placed(batch, () => this.#options.client.addPrompts(this.#options.arena, prompts));
    this.stored.prompts += prompts.length;
  }

  async #sendOutputs(batch: Batch | null): Promise<void> {
    if (batch === null) return;
    await this.#sendPrompts(this.#prompts.take());
    const { client, arena, keepGoing } = this.#options;
    await this.#bulk(batch, "outputs", (lines) => client.addOutputs(arena, lines, keepGoing));
  }

  async #sendVotes(batch: Batch | null): Promise<void> {
    if (batch === null) return;
    await this.#flushOutputs();
    const { client, arena, keepGoing } = this.#options;
    await this.#bulk(batch, "votes", (lines) => client.importVerdicts(arena, lines, keepGoing));
  }

  async #bulk(batch: Batch, counted: Counted, send: (lines: string) => Promise<BulkResult>): Promise<void> {
    const result = await this.#placed(batch, () => send(`${batch.lines.join("\n")}\n`));
    this.stored[counted] += result.accepted - result.unchanged;
    this.unchanged[counted] += result.unchanged;
    for (const error of result.errors) this.#problem(batch, error);
    this.#options.onRows(batch.lines.length);
  }

  /** Runs a request; the rows that the API refuses are reported where they stand in the source. */
  async #placed<T>(batch: Batch, send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } catch (error) {
      if (error instanceof ApiError) for (const detail of error.errors) this.#problem(batch, detail);
      throw error;
    }
  }

  #problem(
    { places }: Batch,
    error: { readonly line?: number; readonly pointer: string; readonly detail: string },
  ): void {
    const place = places[lineOf(error) - 1];
    const field = error.pointer.replace(/^\/(\d+\/)?/, "").replaceAll("/", ".");
    if (place !== undefined) this.problems.add({ ...place, field, detail: error.detail });
  }
}

/** Thrown when a request fails: what had been stored before it, and what the server said of the rows. */
export class SendingStopped extends Error {
  readonly sent: Sent;
  constructor(sent: Sent, cause: unknown) {
    super("The import stopped", { cause });
    this.name = "SendingStopped";
    this.sent = sent;
  }
}

/** Sends the good rows of a source. Throws `SendingStopped` at the first request that fails. */
export async function sendRows(
  batches: AsyncIterable<readonly SourceRow[]>,
  survey: Survey,
  options: SendOptions,
): Promise<Sent> {
  const sender = new Sender(options);
  try {
    await sender.models(survey.models);
    for await (const batch of batches) {
      for (const row of batch) {
        if (!("problem" in row) && !survey.problems.hasRow(row.place))
          await sender.row(row.place, row.records);
      }
    }
    await sender.finish();
    return sender;
  } catch (error) {
    throw new SendingStopped(sender, error);
  }
}
