// The courier of an arena: a Durable Object that reads the log from its own cursor and tells subscribers. It works by
// alarm. Messages are written down, together with the cursor, before the first of them is sent: a message may arrive
// twice, under the same webhook-id, and is never lost.
import { DurableObject } from "cloudflare:workers";
import type { Result, Subscription, SubscriptionPatch } from "@agon/contract";
import {
  type Delivery,
  fail,
  type NewSubscription,
  type OutboundType,
  ok,
  type ReplayWish,
} from "@agon/contract";
import type { Bindings } from "../bindings.ts";
import { outgoingOf } from "../outgoing/outgoing.ts";
import { type ArenaIdentity, readIdentity } from "../referee/identity.ts";
import { attempt } from "./attempt.ts";
import { bodyOf } from "./news.ts";
import { readNews } from "./read-news.ts";
import { waitAfter } from "./retries.ts";
import { signedHeaders } from "./signature.ts";
import { CourierStore, type DeliveryRow, type SubscriptionRow } from "./store.ts";
import { deliveryView, subscriptionView } from "./views.ts";

const dayMs = 86_400_000;
/** The log is looked at so often, even if nobody says that there is news. */
const heartbeatMs = 60_000;
const boardEveryMs = 60_000;
const overlapMs = dayMs;
/** A receiver that fails for so long is not tried any more. */
const patienceMs = 5 * dayMs;
const keptMs = 30 * dayMs;
const mostSubscriptions = 50;
/** While deliveries are under way the object is woken so often, should it have been put away with them. */
const guardMs = 20_000;

const unknown = () => fail("subscription_unknown", "There is no such subscription in this arena.");
type WithVersion = { readonly subscription: Subscription; readonly version: number };

export class Courier extends DurableObject<Bindings> {
  readonly #store: CourierStore;
  /** Subscriptions whose deliveries are being made: one after the other for each, all of them side by side. */
  readonly #lanes = new Set<string>();

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#store = new CourierStore(ctx.storage.sql);
  }

  // ---- subscriptions -------------------------------------------------------------------------------------------

  subscriptions(): Subscription[] {
    return this.#store.subscriptions().map((row) => subscriptionView(row, Date.now()));
  }

  /** `seq`: the newest entry now; what came before is not told. */
  async subscribe(
    { url, types, description = "" }: Omit<NewSubscription, "types"> & { types: readonly OutboundType[] },
    seq: number,
    origin: string,
  ): Promise<Result<WithVersion>> {
    if (this.#store.subscriptions().length >= mostSubscriptions)
      return fail("subscriptions_full", `An arena has at most ${mostSubscriptions} subscriptions.`);
    if (!this.#isWanted()) this.ctx.storage.kv.put("cursor", seq);
    this.ctx.storage.kv.put("origin", origin);
    const row: SubscriptionRow = {
      id: `we_${crypto.randomUUID().replaceAll("-", "")}`,
      url,
      types: types.join(" "),
      description,
      status: "active",
      disabled_reason: null,
      failing_since: null,
      version: 1,
      previous_until: null,
      from_seq: seq,
      created_at: Date.now(),
    };
    this.#store.keep(row);
    await this.#schedule();
    return ok({ subscription: subscriptionView(row, Date.now()), version: row.version });
  }

  /** `seq`: as for `subscribe`; a subscription that is started again is told of nothing in between. */
  async change(id: string, patch: SubscriptionPatch, seq: number): Promise<Result<Subscription>> {
    const row = this.#store.subscription(id);
    if (row === null) return unknown();
    const starts = patch.status === "active" && row.status !== "active";
    if (starts && !this.#isWanted()) this.ctx.storage.kv.put("cursor", seq);
    const changed: SubscriptionRow = {
      ...row,
      url: patch.url ?? row.url,
      types: patch.types?.join(" ") ?? row.types,
      description: patch.description ?? row.description,
      status: patch.status ?? row.status,
      ...(starts ? { disabled_reason: null, failing_since: null, from_seq: seq } : {}),
    };
    this.#store.keep(changed);
    if (changed.status === "disabled") this.#store.giveUp(id);
    await this.#schedule();
    return ok(subscriptionView(changed, Date.now()));
  }

  unsubscribe(id: string): Result<Subscription> {
    const row = this.#store.subscription(id);
    if (row === null) return unknown();
    this.#store.remove(id);
    return ok(subscriptionView(row, Date.now()));
  }

  rotate(id: string): Result<WithVersion> {
    const row = this.#store.subscription(id);
    if (row === null) return unknown();
    const rotated = { ...row, version: row.version + 1, previous_until: Date.now() + overlapMs };
    this.#store.keep(rotated);
    return ok({ subscription: subscriptionView(rotated, Date.now()), version: rotated.version });
  }

  // ---- deliveries ----------------------------------------------------------------------------------------------

  async ping(id: string): Promise<Result<Delivery>> {
    const row = this.#store.subscription(id);
    if (row === null) return unknown();
    const { slug } = await this.#arena();
    const now = Date.now();
    const body = bodyOf({ type: "ping", at: now, data: { arena: slug, subscription: id } });
    const delivery = this.#store.enqueue(id, "ping", body, now);
    await this.#schedule();
    return this.#view(delivery);
  }

  deliveries(
    id: string,
    status: string | null,
    before: number,
    limit: number,
  ): Result<{ data: Delivery[]; next: number | null }> {
    if (this.#store.subscription(id) === null) return unknown();
    const rows = this.#store.deliveries(id, status, before, limit + 1);
    const shown = rows.slice(0, limit);
    return ok({
      data: shown.map((row) => deliveryView(row, this.#store.attempts(row.id))),
      next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
    });
  }

  async replay(id: string, delivery: string): Promise<Result<Delivery>> {
    if (this.#store.subscription(id) === null) return unknown();
    if (this.#store.delivery(delivery)?.subscription !== id)
      return fail("delivery_unknown", "There is no such delivery of this subscription.");
    this.#store.settle(delivery, "pending", 0, Date.now());
    await this.#schedule();
    return this.#view(delivery);
  }

  async replayRange(id: string, { since, until, status }: ReplayWish): Promise<Result<{ replayed: number }>> {
    if (this.#store.subscription(id) === null) return unknown();
    const now = Date.now();
    const to = until === undefined ? now + 1 : Date.parse(until);
    const replayed = this.#store.replay(id, Date.parse(since), to, status === "failed", now);
    await this.#schedule();
    return ok({ replayed });
  }

  #view(delivery: string): Result<Delivery> {
    const row = this.#store.delivery(delivery);
    if (row === null) return fail("delivery_unknown", "There is no such delivery.");
    return ok(deliveryView(row, this.#store.attempts(delivery)));
  }

  // ---- work by itself ------------------------------------------------------------------------------------------

  /** There may be news in the log. Answers whether anybody wants to know. */
  async wake(): Promise<boolean> {
    if (!this.#isWanted()) return false;
    await this.ctx.storage.setAlarm(Date.now());
    return true;
  }

  override async alarm(): Promise<void> {
    try {
      if (this.#isWanted()) await this.#readLog();
      this.#store.prune(Date.now() - keptMs);
    } catch (error) {
      // The runtime gives up an alarm that fails again and again, and an outage may outlast its patience.
      console.error("news put off", error);
    }
    for (const { id } of this.#store.subscriptions()) this.#startLane(id);
    await this.#schedule();
  }

  async #readLog(): Promise<void> {
    const arena = await this.#arena();
    const { kv } = this.ctx.storage;
    for (let more = true; more; ) {
      const cursor = kv.get<number>("cursor") ?? 0;
      const read = await readNews(this.env, arena, cursor, kv.get<string>("origin") ?? "");
      more = read.more;
      this.ctx.storage.transactionSync(() => {
        for (const item of read.news) {
          if ("forget" in item) this.#store.forget(item.forget);
          else if (item.key === undefined || this.#store.tell(item.key))
            this.#tell(item.type, item.seq, bodyOf(item));
        }
        if (read.board !== null) kv.put("board", read.board);
        kv.put("cursor", read.cursor);
      });
    }
    this.#tellBoard(arena.slug);
  }

  /** The board's changes are merged: at most one message a minute. */
  #tellBoard(arena: string): void {
    const { kv } = this.ctx.storage;
    const board = kv.get<{ seq: number; votes: number }>("board");
    const now = Date.now();
    if (board === undefined || now - (kv.get<number>("board-told") ?? 0) < boardEveryMs) return;
    const origin = kv.get<string>("origin") ?? "";
    const addresses = { url: `${origin}/v1/arenas/${arena}/leaderboard`, page: `${origin}/a/${arena}` };
    const data = { arena, ...board, ...addresses };
    this.ctx.storage.transactionSync(() => {
      this.#tell("leaderboard.updated", board.seq, bodyOf({ type: "leaderboard.updated", at: now, data }));
      kv.delete("board");
      kv.put("board-told", now);
    });
  }

  /** Writes a message down for everybody who wants it. */
  #tell(type: OutboundType, seq: number, body: string, except: string | null = null): void {
    const now = Date.now();
    for (const row of this.#store.subscriptions()) {
      const wants = row.status === "active" && row.id !== except && row.types.split(" ").includes(type);
      if (wants && seq > row.from_seq) this.#store.enqueue(row.id, type, body, now);
    }
  }

  #startLane(id: string): void {
    if (this.#lanes.has(id) || this.#store.due(id, Date.now()) === null) return;
    this.#lanes.add(id);
    const lane = this.#runLane(id)
      .catch((error: unknown) => console.error("deliveries put off", error))
      .finally(() => this.#lanes.delete(id))
      .then(() => this.#schedule());
    this.ctx.waitUntil(lane);
  }

  async #runLane(id: string): Promise<void> {
    for (;;) {
      const row = this.#store.subscription(id);
      const delivery = row && this.#store.due(id, Date.now());
      if (row === null || delivery === null) return;
      await this.#deliver(row, delivery);
    }
  }

  async #deliver(row: SubscriptionRow, delivery: DeliveryRow): Promise<void> {
    const at = Date.now();
    const headers = await signedHeaders(this.env.AGON_SECRET, row, delivery, at);
    const outcome = await attempt(row.url, headers, delivery.body, outgoingOf(this.env));
    const now = Date.now();
    const { status, error, response, retryAfter } = outcome;
    this.#store.note({ delivery: delivery.id, at, duration_ms: now - at, status, error, response });
    const made = delivery.made + 1;
    // The subscription may have been changed, or ended, meanwhile.
    const current = this.#store.subscription(row.id);
    if (current === null) return;
    if (error === null) {
      this.#store.settle(delivery.id, "delivered", made, null);
      if (current.failing_since !== null) this.#store.keep({ ...current, failing_since: null });
      return;
    }
    const wait = current.status === "active" ? waitAfter(made, Math.random(), retryAfter, now) : null;
    this.#store.settle(
      delivery.id,
      wait === null ? "failed" : "pending",
      made,
      wait === null ? null : now + wait,
    );
    await this.#lookAtFailures({ ...current, failing_since: current.failing_since ?? at }, status, now);
  }

  /** A receiver that is gone, or has failed for days, is not tried any more; the others are told. */
  async #lookAtFailures(row: SubscriptionRow, status: number | null, now: number): Promise<void> {
    const failsFor = now - (row.failing_since ?? now);
    const reason: "gone" | "failing" | null =
      status === 410 ? "gone" : failsFor > patienceMs ? "failing" : null;
    this.#store.keep(reason === null ? row : { ...row, status: "disabled", disabled_reason: reason });
    if (reason === null || row.status !== "active") return;
    this.#store.giveUp(row.id);
    const { slug } = await this.#arena();
    const about = { arena: slug, subscription: row.id, description: row.description };
    const body = bodyOf({ type: "endpoint.disabled", at: now, data: { ...about, reason } });
    this.#tell("endpoint.disabled", Number.POSITIVE_INFINITY, body, row.id);
  }

  /** Sets the alarm for whatever comes first. */
  async #schedule(): Promise<void> {
    const now = Date.now();
    const times = [
      this.#store.nextDue([...this.#lanes]),
      this.#isWanted() ? now + heartbeatMs : null,
      this.#lanes.size > 0 ? now + guardMs : null,
      this.ctx.storage.kv.get("board") === undefined
        ? null
        : (this.ctx.storage.kv.get<number>("board-told") ?? 0) + boardEveryMs,
    ].flatMap((time) => time ?? []);
    const next = Math.max(now, Math.min(...times));
    const set = await this.ctx.storage.getAlarm();
    if (times.length > 0 && (set === null || set > next)) await this.ctx.storage.setAlarm(next);
  }

  #isWanted(): boolean {
    return this.#store.subscriptions().some(({ status }) => status === "active");
  }

  #arena(): Promise<ArenaIdentity> {
    return readIdentity(this.ctx, this.env.DB);
  }
}
