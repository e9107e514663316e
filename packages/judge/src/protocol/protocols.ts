import { axis, fiveOutcome, pairwiseForced, pairwiseTie } from "./choices.ts";
import { listwise } from "./listwise.ts";
import type { Protocol, Reading } from "./protocol.ts";
import { single } from "./single.ts";

export const protocolNames = [
  "five-outcome",
  "pairwise-tie",
  "pairwise-forced",
  "single-1-10",
  "listwise",
  "axis",
] as const;

export type ProtocolName = (typeof protocolNames)[number];

export const protocols: Readonly<Record<ProtocolName, Protocol<Reading>>> = {
  "five-outcome": fiveOutcome,
  "pairwise-tie": pairwiseTie,
  "pairwise-forced": pairwiseForced,
  "single-1-10": single,
  listwise,
  axis,
};
