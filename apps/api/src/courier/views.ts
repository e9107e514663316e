import type { Delivery, OutboundType, Subscription } from "@agon/contract";
import type { AttemptRow, DeliveryRow, SubscriptionRow } from "./store.ts";

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export const subscriptionView = (row: SubscriptionRow, now: number): Subscription => ({
  id: row.id,
  url: row.url,
  types: row.types.split(" ") as OutboundType[],
  description: row.description,
  status: row.status === "active" ? "active" : "disabled",
  disabled_reason: row.disabled_reason,
  failing_since: isoOrNull(row.failing_since),
  previous_secret_until:
    row.previous_until !== null && row.previous_until > now ? iso(row.previous_until) : null,
  created_at: iso(row.created_at),
});

export const deliveryView = (row: DeliveryRow, attempts: readonly AttemptRow[]): Delivery => ({
  id: row.id,
  subscription: row.subscription,
  type: row.type as OutboundType,
  status: row.status as Delivery["status"],
  created_at: iso(row.created_at),
  next_attempt_at: isoOrNull(row.next_at),
  body: row.body,
  attempts: attempts.map(({ at, duration_ms, status, error, response }) => ({
    at: iso(at),
    duration_ms,
    status,
    error,
    response,
  })),
});
