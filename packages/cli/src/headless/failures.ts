// Why a run stopped, and what to do about it.
import type { ProviderFailure } from "@agon/judge";
import { Failure, InputError } from "../failure.ts";

const goesOn = "Answers are kept: the same command goes on where it stopped.";

/** The error a run ends with. What the caller can put right is wrong input. */
export function stoppedBy({ code, detail }: ProviderFailure): InputError | Failure {
  switch (code) {
    case "key_missing":
      return new InputError(`The endpoint wants a key: ${detail}`, "Set OPENAI_API_KEY.");
    case "key_wrong":
      return new InputError(
        `The endpoint refuses the key: ${detail}`,
        "Check OPENAI_API_KEY and --base-url.",
      );
    case "model_unknown":
      return new InputError(`The endpoint does not have this model: ${detail}`, "Check --judge llm:MODEL.");
    case "not_an_api":
      return new InputError(
        `There is no chat endpoint at this address: ${detail}`,
        "Give --base-url without /chat/completions, such as https://api.openai.com/v1.",
      );
    case "context_too_long":
      return new InputError(
        `Prompt and outputs are longer than the model can read: ${detail}`,
        "Choose a model with a longer context, or leave the long outputs out.",
      );
    case "request_refused":
      return new InputError(`The endpoint refuses the question: ${detail}`, goesOn);
    case "price_missing":
      return new InputError(
        "--max-cost needs a price",
        "Give --price IN,OUT in US dollars per million tokens.",
      );
    case "budget_spent":
      return new Failure("The cap of --max-cost is reached", `Raise it to go on. ${goesOn}`);
    case "quota_exhausted":
      return new Failure(`The account at the provider is empty: ${detail}`, goesOn);
    case "rate_limited":
    case "provider_error":
    case "timeout":
    case "unreachable":
    case "cut_off":
    case "circuit_open":
      return new Failure(`The judge gives no answers: ${detail}`, goesOn);
  }
}
