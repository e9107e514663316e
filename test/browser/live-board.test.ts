import type { LiveMessage } from "@agon/contract";
import type { Page, WebSocketRoute } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator, site } from "./site/provided.ts";
import { voteElsewhere, voteManyTimes } from "./site/votes.ts";
import { newVisitor } from "./visitor/visitor.ts";

const models = contestants.slice(0, 5);
const firstVotes = 4;
let arena = "";
let made = 0;

beforeEach(async () => {
  made += 1;
  arena = await makeArena({ name: `moving-${made}`, models, prompts: 4 });
  await voteManyTimes(site, arena, firstVotes);
});

/** The board as it is drawn: models from the top with their ratings, null where there is none. */
async function boardOf(page: Page) {
  const rows = page.locator("tr[data-model]");
  const drawn = await rows.evaluateAll((all) =>
    all.map((row) => [row.getAttribute("data-model"), row.querySelector(".board-rating")?.textContent ?? ""]),
  );
  return drawn.map(([slug, rating = ""]) => [
    slug,
    /\d/.test(rating ?? "") ? Number(rating?.replaceAll(",", "")) : null,
  ]);
}

async function boardOnServer() {
  const { models } = await operator.leaderboard(arena);
  return models.map(({ model, rating }) => [model.slug, rating === null ? null : Math.round(rating)]);
}

/** Adds up layout shifts from now on, those after an input too. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    Reflect.set(window, "shifted", 0);
    const add = (list: PerformanceObserverEntryList) => {
      const sum = list.getEntries().reduce((total, entry) => total + Number(Reflect.get(entry, "value")), 0);
      Reflect.set(window, "shifted", Number(Reflect.get(window, "shifted")) + sum);
    };
    new PerformanceObserver(add).observe({ type: "layout-shift" });
  });

/** To three decimals, as cumulative layout shift is reported: a dot that glides along its axis is less. */
const shiftOf = async (page: Page) =>
  Math.round(1_000 * Number(await page.evaluate(() => Reflect.get(window, "shifted")))) / 1_000;

const moves = (page: Page) => page.getByText("moves live").waitFor();

/** Votes until the board's order is another one; gives up after twenty. */
async function changeTheOrder(): Promise<void> {
  const before = (await boardOnServer()).map(([slug]) => slug).join();
  for (let votes = 0; votes < 20; votes += 1) {
    await voteElsewhere(site, arena);
    if ((await boardOnServer()).map(([slug]) => slug).join() !== before) return;
  }
}

/** A page whose sockets can be cut and refused, and every message that came through. */
async function cuttable(page: Page) {
  const open = new Set<WebSocketRoute>();
  const received: LiveMessage[] = [];
  let refuses = false;
  await page.routeWebSocket(/\/live\//, (socket) => {
    if (refuses) return void socket.close();
    open.add(socket);
    const server = socket.connectToServer();
    server.onMessage((text) => {
      received.push(JSON.parse(String(text)));
      socket.send(text);
    });
  });
  const cut = async () => {
    refuses = true;
    await Promise.all([...open].map((socket) => socket.close()));
    open.clear();
  };
  const mend = () => {
    refuses = false;
  };
  return { received, cut, mend };
}

describe("a leaderboard open in one tab", () => {
  it("moves when votes are cast elsewhere, without a reload and without shifting the page", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${arena}`);
    await moves(page);
    await page.evaluate(() => Reflect.set(window, "stillTheSamePage", true));
    await watchShifts(page);
    await changeTheOrder();
    await expect.poll(() => boardOf(page), { timeout: 10_000 }).toEqual(await boardOnServer());
    const { votes } = await operator.arena(arena);
    await page.getByText(`${votes} counted votes`).waitFor();
    await page.waitForTimeout(800);
    expect(await shiftOf(page)).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, "stillTheSamePage"))).toBe(true);
  });

  it("comes back after its socket was cut, and misses nothing and hears nothing twice", async () => {
    const { page } = await newVisitor();
    const socket = await cuttable(page);
    await page.goto(`/a/${arena}`);
    await moves(page);
    await voteManyTimes(site, arena, 2);
    await page.getByText(`${firstVotes + 2} counted votes`).waitFor();
    await socket.cut();
    await voteManyTimes(site, arena, 3);
    socket.mend();
    await voteElsewhere(site, arena);
    const { seq } = await operator.leaderboard(arena);
    await expect.poll(() => socket.received.at(-1)?.seq, { timeout: 20_000 }).toBe(seq);
    const seqs = socket.received.map((message) => message.seq);
    expect(seqs).toEqual(Array.from(seqs, (_, at) => seq - seqs.length + 1 + at));
    expect(seqs).toHaveLength(6);
    await expect.poll(() => boardOf(page), { timeout: 10_000 }).toEqual(await boardOnServer());
  });

  it("asks every few seconds while sockets are blocked, and says so", async () => {
    const { page } = await newVisitor();
    const socket = await cuttable(page);
    await page.goto(`/a/${arena}`);
    await moves(page);
    await socket.cut();
    await page.getByText("updates every few seconds").waitFor();
    await changeTheOrder();
    await expect.poll(() => boardOf(page), { timeout: 15_000 }).toEqual(await boardOnServer());
  });
});

describe("a bracket open in one tab", () => {
  it("comes back after its socket was cut and shows every match that was decided meanwhile", async () => {
    const setup = { format: "single-elimination", judge: "human" } as const;
    const { id } = await operator.createTournament(arena, setup);
    const { page } = await newVisitor();
    const socket = await cuttable(page);
    await page.goto(`/t/${id}`);
    await page.locator("[data-match]").first().waitFor();
    await voteElsewhere(site, arena, id);
    await page.getByText("1 of 16 matches decided").waitFor();
    await socket.cut();
    for (let votes = 0; votes < 5; votes += 1) await voteElsewhere(site, arena, id);
    socket.mend();
    await voteElsewhere(site, arena, id);
    const seqs = () => socket.received.map((message) => message.seq);
    const { seq, matches_decided: decided, matches_total: total } = await operator.tournament(id);
    await expect.poll(() => seqs().at(-1), { timeout: 20_000 }).toBe(seq);
    expect(new Set(seqs()).size).toBe(7);
    await page.getByText(`${decided} of ${total} matches decided`).waitFor();
  });
});
