// A submission as a signed webhook: no key, the secret of the endpoint says who it is.
import type { DeliveryAnswer, Problem } from "@agon/contract";
import { ApiError } from "@agon/contract/client";
import { withRetries } from "@agon/contract/connect";
import { Failure, InputError } from "../failure.ts";
import { signedHeaders } from "../webhook/signature.ts";

interface Delivery {
  readonly endpoint: string;
  readonly secret: string;
  readonly id: string;
  readonly body: string;
  readonly query: Readonly<Record<string, string>>;
}

function addressOf({ endpoint, query }: Delivery): URL {
  const url = URL.parse(endpoint);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InputError(
      `--endpoint: "${endpoint}" is not an address`,
      "It was shown when the endpoint was made.",
    );
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** Delivers and gives the answer; a repeat under the same id is harmless. Throws `ApiError` for a refusal. */
export async function postSigned(delivery: Delivery): Promise<DeliveryAnswer> {
  const { secret, id, body } = delivery;
  const url = addressOf(delivery);
  const headers = { "content-type": "application/json", ...signedHeaders(secret, id, body, new Date()) };
  const send = withRetries((path, init) => fetch(path, init), { repeatLost: false });
  const response = await send(url.href, { method: "POST", headers, body }).catch((error: unknown) => {
    throw new Failure(`No answer from ${url.origin}: ${error}`, "Check --endpoint.");
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer as Partial<Problem>, null);
  return answer as DeliveryAnswer;
}
