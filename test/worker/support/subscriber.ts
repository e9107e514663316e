// A subscriber: where its messages arrive, and what the delivery log says of them.
import {
  type Delivery,
  outboundBodies,
  type Page,
  type Subscription,
  type SubscriptionSecret,
} from "@agon/contract";
import { expect, inject } from "vitest";
import type { Received } from "../../receiver/receiver.ts";
import { type Answer, operate, read } from "./api.ts";

let boxes = 0;
export const newBox = (): string => `box-${++boxes}-${crypto.randomUUID()}`;
export const addressOf = (box: string, behaviour: string): string =>
  `${inject("receiver")}/${box}/${behaviour}`;

export async function received(box: string): Promise<Received[]> {
  return (await fetch(`${inject("receiver")}/${box}`)).json();
}

export const until = (box: string, enough: (all: Received[]) => boolean): Promise<Received[]> =>
  expect
    .poll(async () => (enough(await received(box)) ? "enough" : "waiting"), { timeout: 30_000 })
    .toBe("enough")
    .then(() => received(box));

/** The message, when it has the shape that the document gives its type. */
export function messageIn({ body }: Received): { type: string; data: Record<string, string> } {
  const message = JSON.parse(body);
  const described = outboundBodies.find(({ type }) => type === message.type);
  expect(described, body).toBeDefined();
  expect(described?.schema.safeParse(message).error?.issues, body).toBeUndefined();
  return message;
}

export const typesIn = (all: readonly Received[]): string[] => all.map((one) => messageIn(one).type);

export async function subscribe(arena: string, url: string, types?: string[]): Promise<SubscriptionSecret> {
  const answer = await operate("POST", `/v1/arenas/${arena}/subscriptions`, {
    json: { url, ...(types ? { types } : {}) },
  });
  expect(answer.status, answer.text).toBe(201);
  return read<SubscriptionSecret>(answer);
}

export const at = (arena: string, { id }: Pick<Subscription, "id">, below = ""): string =>
  `/v1/arenas/${arena}/subscriptions/${id}${below}`;

export const ping = (arena: string, subscription: Pick<Subscription, "id">): Promise<Answer> =>
  operate("POST", at(arena, subscription, "/test"));

export async function deliveries(arena: string, subscription: Pick<Subscription, "id">): Promise<Delivery[]> {
  return read<Page<Delivery>>(await operate("GET", at(arena, subscription, "/deliveries"))).data;
}

export const find = async (
  arena: string,
  { id }: Pick<Subscription, "id">,
): Promise<Subscription | undefined> =>
  read<Page<Subscription>>(await operate("GET", `/v1/arenas/${arena}/subscriptions`)).data.find(
    (one) => one.id === id,
  );
