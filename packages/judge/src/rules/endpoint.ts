// The rule `http`: a program of the operator's decides, wherever it runs.
import type { Http } from "../chat/chat.ts";
import { failureOf } from "../failure.ts";
import { type Judge, type Judgement, overall } from "../judge.ts";
import { field } from "../protocol/read-text.ts";

export interface EndpointSettings {
  readonly url: string;
  readonly http: Http;
  /** Default 60,000. */
  readonly timeoutMs?: number;
}

/** One positive whole number per output. */
function ranksOf(body: unknown, size: number): number[] | null {
  const ranks = field(body, "ranks");
  if (!Array.isArray(ranks) || ranks.length !== size) return null;
  return ranks.every((rank) => Number.isInteger(rank) && rank >= 1) ? ranks : null;
}

async function judgementOf(response: Response, size: number): Promise<Judgement> {
  if (!response.ok) {
    const code = response.status >= 500 || response.status === 429 ? "provider_error" : "request_refused";
    return { status: "failed", failure: failureOf(code, `The endpoint answered ${response.status}`) };
  }
  const body: unknown = await response.json().catch(() => null);
  const ranks = ranksOf(body, size);
  if (ranks === null) return { status: "invalid", reason: `The endpoint gave no list of ${size} ranks` };
  return { status: "decided", ranks };
}

/**
 * Posts `{"criterion","prompt","reference","outputs":[{"content","score","image_url"}]}`, in the order given, and takes
 * `{"ranks":[1,2]}`: one per output, 1 = best, equal = tie.
 */
export function endpointJudge({ url, http, timeoutMs = 60_000 }: EndpointSettings): Judge {
  return async ({ outputs }, { criterion = overall, prompt = null, reference }) => {
    const shown = outputs.map(({ content, score, imageUrl }) => ({
      content,
      score,
      image_url: imageUrl ?? null,
    }));
    const body = JSON.stringify({ criterion: criterion.slug, prompt, reference, outputs: shown });
    try {
      const response = await http(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await judgementOf(response, outputs.length);
    } catch {
      return { status: "failed", failure: failureOf("unreachable", "The endpoint cannot be reached") };
    }
  };
}
