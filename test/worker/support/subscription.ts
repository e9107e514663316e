import type { SubscriptionSecret } from "@agon/contract";
import { operate, read } from "./api.ts";

/** A subscription that is told of nothing but pings; gives its id. */
export async function subscriptionIn(arena: string): Promise<string> {
  const json = { url: "https://receiver.example/agon", types: ["ping"] };
  return read<SubscriptionSecret>(await operate("POST", `/v1/arenas/${arena}/subscriptions`, { json })).id;
}
