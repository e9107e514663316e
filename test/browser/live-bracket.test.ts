import { beforeAll, expect, it, vi } from "vitest";
import { operator, site } from "./site/provided.ts";
import { newVisitor } from "./visitor/visitor.ts";

const arena = "summaries";
const minuteMs = 60_000;
/** Matches that last longer than the tests of this file. */
const enoughLeft = 80;

/** The demo's tournament ends after some minutes; then another one like it begins. */
beforeAll(async () => {
  const [running] = (await operator.arena(arena)).live;
  const left = running ? (running.matches_total ?? 0) - running.matches_decided : 0;
  if (left >= enoughLeft) return;
  if (running) await operator.cancelTournament(running.id);
  const setup = { format: "single-elimination", judge: "score", pace_ms: 1_200 } as const;
  const { id } = await operator.createTournament(arena, setup);
  await vi.waitUntil(async () => (await (await fetch(site.url)).text()).includes(`/t/${id}`), 10_000);
});

it(
  "moves before the eyes of a visitor who only looks, within a minute",
  async () => {
    const { page } = await newVisitor();
    await page.goto("/");
    const teaser = page.getByRole("region", { name: /^Live now/ });
    const decided = teaser.getByText(/\d+ of \d+ matches decided/);
    const before = await decided.textContent();
    const cells = () =>
      teaser.locator("[data-match]").evaluateAll((all) => all.map((cell) => cell.textContent));
    const drawn = await cells();
    await expect.poll(() => decided.textContent(), { timeout: minuteMs }).not.toBe(before);
    await expect.poll(cells, { timeout: minuteMs }).not.toEqual(drawn);
  },
  2 * minuteMs,
);

it.each([
  { wish: "no-preference" as const, pulses: true },
  { wish: "reduce" as const, pulses: false },
])(
  "lets the mark of what is live pulse only for readers who did not ask for less motion: $wish",
  async ({ wish, pulses }) => {
    const { page } = await newVisitor({ reducedMotion: wish });
    await page.goto("/");
    await page.locator(".pulse").first().waitFor();
    const endless = await page.evaluate(() =>
      document
        .getAnimations()
        .some((one) => one.playState === "running" && one.effect?.getTiming().iterations === Infinity),
    );
    expect(endless).toBe(pulses);
  },
);
