// What a submitter sent, as the arena decides on it: hashes and names found instead of texts, which stay beside.
import { nameIn, type SubmissionWish, type SubmittedRow } from "@agon/arena";
import type { SubmissionEvent, SubmissionFinding, SubmittedOutput } from "@agon/contract";
import { outputHash, textHash } from "../content/hashes.ts";
import type { AddressRules } from "../outgoing/address.ts";
import { checkAddress } from "../outgoing/address.ts";
import type { OutputSource, SubmittedContent } from "../referee/submission-commands.ts";
import { slugOf } from "./slug.ts";

export interface Sender {
  readonly id: string;
  readonly submitter: string;
  readonly trusted: boolean;
}

export interface Wanted {
  readonly wish: SubmissionWish;
  /** In the order of the body's outputs. */
  readonly contents: readonly SubmittedContent[];
  /** Where every output comes from when the platform makes them. */
  readonly generated: OutputSource | null;
}

export type NamedEvent = Exclude<SubmissionEvent, { type: "ping" }>;

/** `names`: what must not stand in an output, where the model is known already. */
export async function wishOf(
  event: NamedEvent,
  sender: Sender,
  names: readonly (string | null)[],
  rules: AddressRules,
): Promise<Wanted> {
  if (event.type === "model.withdrawn") {
    const { model, reason } = event.data;
    const wish = { ...sender, about: "withdrawal", model: knownSlug(model), reason: reason ?? null } as const;
    return { wish, contents: [], generated: null };
  }
  if (event.type === "model.outputs.added") {
    const { model, outputs } = event.data;
    const read = await readOutputs(outputs, [knownSlug(model), ...names], rules);
    const wish = { ...sender, about: "outputs", model: knownSlug(model), ...read.found } as const;
    return { wish, contents: read.contents, generated: null };
  }
  const { model, outputs, endpoint, embargo_until } = event.data;
  const slug = model.slug ?? (await slugOf(model.name));
  const entry = {
    slug,
    name: model.name,
    organization: model.organization ?? null,
    license: model.license ?? null,
    url: model.url ?? null,
    family: model.family ?? null,
    submitter: sender.submitter,
  };
  const read = await readOutputs(outputs ?? [], [model.name, slug, entry.organization], rules);
  const wrongEndpoint = endpoint === undefined ? [] : addressFault(endpoint.url, "/data/endpoint/url", rules);
  return {
    wish: {
      ...sender,
      about: "model",
      model: entry,
      description: model.description ?? null,
      rows: outputs === undefined ? null : read.found.rows,
      errors: [...read.found.errors, ...wrongEndpoint],
      embargoUntil: embargo_until === undefined ? null : Date.parse(embargo_until),
    },
    contents: read.contents,
    generated: endpoint === undefined ? null : { kind: "generate", ...endpoint },
  };
}

export const knownSlug = (model: string | { readonly slug: string }): string =>
  typeof model === "string" ? model : model.slug;

async function readOutputs(
  outputs: readonly SubmittedOutput[],
  names: readonly (string | null)[],
  rules: AddressRules,
) {
  const rows = await Promise.all(outputs.map((output) => readOutput(output, names)));
  const errors = outputs.flatMap(({ media_url }, at) =>
    media_url === undefined ? [] : addressFault(media_url, `/data/outputs/${at}/media_url`, rules),
  );
  const contents = outputs.map(
    ({ content, media_url }): SubmittedContent => ({
      content: content ?? null,
      source: media_url === undefined ? null : { kind: "media", url: media_url },
    }),
  );
  return { found: { rows, errors }, contents };
}

async function readOutput(
  { prompt, content, score }: SubmittedOutput,
  names: readonly (string | null)[],
): Promise<SubmittedRow> {
  return {
    prompt,
    promptHash: await textHash(prompt),
    score: score ?? null,
    hash: content === undefined ? null : await outputHash({ content, mediaUrl: null }),
    chars: content?.trim().length ?? 0,
    names: content === undefined ? null : nameIn(content, names),
  };
}

/** An address that would be refused at the call is refused at once. */
function addressFault(url: string, pointer: string, rules: AddressRules): SubmissionFinding[] {
  const address = checkAddress(url, rules);
  return address.ok ? [] : [{ pointer, code: "address_refused", detail: address.error.detail }];
}
