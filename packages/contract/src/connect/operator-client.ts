// The calls that only programs make, beside those of the site: they add nothing to a page.
import { createClient } from "../client.ts";
import type { OperatorAction } from "../schemas/key.ts";
import type {
  Delivery,
  NewSubscription,
  Replayed,
  ReplayRequest,
  Subscription,
  SubscriptionPatch,
  SubscriptionSecret,
} from "../schemas/subscription.ts";
import { type Fetch, type Page, type Query, segment, senderOf } from "../send.ts";

/** Every call of the API as a function. Throws `ApiError` for any answer that is not 2xx. */
export function createOperatorClient(fetch: Fetch, headers: Record<string, string> = {}) {
  const { send, get } = senderOf(fetch, headers);
  const list = (arena: string) => `/v1/arenas/${segment(arena)}/subscriptions`;
  const one = (arena: string, id: string) => `${list(arena)}/${segment(id)}`;

  return {
    ...createClient(fetch, headers),
    actions: (query?: Query) => get<Page<OperatorAction>>("/v1/actions", query),
    arenaActions: (arena: string, query?: Query) =>
      get<Page<OperatorAction>>(`/v1/arenas/${segment(arena)}/actions`, query),
    subscriptions: (arena: string, query?: Query) => get<Page<Subscription>>(list(arena), query),
    subscribe: (arena: string, body: NewSubscription) => send<SubscriptionSecret>("POST", list(arena), body),
    changeSubscription: (arena: string, id: string, body: SubscriptionPatch) =>
      send<Subscription>("PATCH", one(arena, id), body),
    unsubscribe: (arena: string, id: string) => send<Subscription>("DELETE", one(arena, id)),
    rotateSubscription: (arena: string, id: string) =>
      send<SubscriptionSecret>("POST", `${one(arena, id)}/rotate`),
    testSubscription: (arena: string, id: string) => send<Delivery>("POST", `${one(arena, id)}/test`),
    deliveries: (arena: string, id: string, query?: Query) =>
      get<Page<Delivery>>(`${one(arena, id)}/deliveries`, query),
    replayDelivery: (arena: string, id: string, delivery: string) =>
      send<Delivery>("POST", `${one(arena, id)}/deliveries/${segment(delivery)}/replay`),
    replayDeliveries: (arena: string, id: string, body: ReplayRequest) =>
      send<Replayed>("POST", `${one(arena, id)}/replay`, body),
  };
}

export type OperatorClient = ReturnType<typeof createOperatorClient>;
