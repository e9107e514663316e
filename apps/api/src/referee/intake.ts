// The referee's calls that concern submissions.
import {
  type ArrivedOutput,
  checkSubmission,
  findSubmission,
  operatedSubmissions,
  type SubmissionWish,
  submissionView,
} from "@agon/arena";
import { fail, ok, type SubmissionRuling } from "@agon/contract";
import { findBallots } from "./log-store.ts";
import { RefereeShell } from "./shell.ts";
import {
  type ArrivedContent,
  arrivalCommand,
  type OutputSource,
  receiveCommand,
  ruleSubmissionCommand,
  type SubmissionPlace,
  type SubmittedContent,
} from "./submission-commands.ts";

export abstract class RefereeIntake extends RefereeShell {
  async #place(): Promise<SubmissionPlace> {
    const { id, slug } = (await this.open()).arena;
    return { db: this.env.DB, id, slug };
  }

  /** The answer that a submission of this id was given; null when there is none. */
  delivered(id: string): Promise<string | null> {
    return this.read(async (state, arena) => {
      if (findSubmission(state, id) === undefined) return null;
      return (await findBallots(this.env.DB, arena.id, [id])).get(id)?.answer ?? null;
    });
  }

  /** What a submission would meet; nothing is stored. */
  checkSubmission(wish: SubmissionWish) {
    return this.read((state) => checkSubmission(state, wish, Date.now()));
  }

  async receiveSubmission(
    wish: SubmissionWish,
    contents: readonly SubmittedContent[],
    generated: OutputSource | null,
    quota: number | null,
  ) {
    return this.submit(receiveCommand(await this.#place(), wish, contents, generated, quota));
  }

  submission(id: string) {
    return this.read((state, { slug }) => {
      const found = findSubmission(state, id);
      return found
        ? ok(submissionView(slug, found))
        : fail("submission_unknown", "There is no such submission.");
    });
  }

  /** Newest first. */
  submissions() {
    return this.read((state, { slug }) => operatedSubmissions(slug, state));
  }

  async ruleSubmission(id: string, { status, reason }: SubmissionRuling) {
    const ruling = { status, reason: reason ?? null };
    return this.submit(ruleSubmissionCommand(await this.#place(), id, ruling));
  }

  /** An output that is still waited for, with the names that must not stand in it; null when it is not. */
  wantedOutput(id: string, prompt: number) {
    return this.read((state) => {
      const submission = findSubmission(state, id);
      const output = submission?.outputs.find((one) => one.prompt === prompt);
      if (submission === undefined || output === undefined || output.hash !== null || output.failed)
        return null;
      const { slug, name, entry, model } = submission;
      const known = entry ?? state.models[model ?? -1];
      return {
        names: [name, slug, known?.organization ?? null],
        modality: state.settings?.modality ?? "text",
      };
    });
  }

  async outputArrived(id: string, prompt: number, arrived: ArrivedOutput, content: ArrivedContent) {
    return this.submit(arrivalCommand(await this.#place(), { id, prompt, arrived }, content));
  }
}
