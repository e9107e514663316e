// What submissions wait for that happens by itself: the end of an embargo, a placement to be set up, outputs to come.
import type { ArenaState } from "./state.ts";

export interface IntakeDue {
  /** Ids of accepted submissions whose embargo has ended. */
  readonly release: readonly string[];
  /** Ids of active submissions whose models are not placed. */
  readonly place: readonly string[];
  /** Outputs to be fetched or generated. */
  readonly fetch: readonly { readonly id: string; readonly prompt: number }[];
  /** When the next embargo ends, in milliseconds since 1970. */
  readonly nextReleaseAt: number | null;
}

export function intakeDue(state: ArenaState, now: number): IntakeDue {
  const embargoed = state.submissions.filter(({ status }) => status === "accepted");
  const later = embargoed.flatMap(({ embargoUntil }) =>
    embargoUntil !== null && embargoUntil > now ? [embargoUntil] : [],
  );
  return {
    release: embargoed.filter(({ embargoUntil }) => (embargoUntil ?? 0) <= now).map(({ id }) => id),
    place: state.submissions
      .filter((one) => one.about === "model" && one.status === "active" && one.placement === undefined)
      .map(({ id }) => id),
    fetch: state.submissions
      .filter(({ status }) => status === "queued")
      .flatMap(({ id, outputs }) =>
        outputs.flatMap(({ prompt, hash, failed }) =>
          hash === null && failed === undefined ? [{ id, prompt }] : [],
        ),
      ),
    nextReleaseAt: later.length === 0 ? null : Math.min(...later),
  };
}
