import type { Page } from "playwright-core";

/** Waits until a battle can be judged. */
export const battleStands = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Skip" }).and(page.locator(":enabled")).waitFor();

export const voteCounted = (page: Page): Promise<void> =>
  page.getByText("Vote counted.", { exact: true }).waitFor();

/** The names in the heads of the outputs: none before the vote. */
export const namesShown = (page: Page): Promise<string[]> => page.locator(".output-name a").allTextContents();

/** Judges the next battle with keys. */
export async function judgeWith(page: Page, keys: readonly string[]): Promise<void> {
  await battleStands(page);
  for (const key of keys) await page.keyboard.press(key);
  await voteCounted(page);
}
