import type { Judge } from "@agon/contract";
import type { JudgeState } from "../state.ts";

/** A judge as everybody may see it: of its endpoint the host, of its key nothing. */
export function judgeView({ definition, status, revision, verdicts }: JudgeState): Judge {
  const llm = definition.kind === "llm" ? definition : null;
  const panel = definition.kind === "panel" ? definition : null;
  return {
    slug: definition.slug,
    name: definition.name ?? definition.slug,
    kind: definition.kind,
    status,
    revision,
    protocol: llm?.protocol ?? null,
    model: llm?.model ?? null,
    provider: llm && providerName(llm.base_url),
    family: llm?.family ?? null,
    rule: definition.kind === "rule" ? definition.rule : null,
    members: [...(panel?.members ?? [])],
    quorum: panel?.quorum ?? null,
    options: llm?.options ?? null,
    price: llm?.price ?? null,
    max_concurrency: llm?.max_concurrency ?? null,
    max_cost: definition.max_cost,
    verdicts,
  };
}

const providerName = (baseUrl: string): string => (URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl);
