import type { Locator, Page } from "playwright-core";

const mostTabs = 200;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Moves the focus with the tab key until it is on the target; says where it stands when it never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(
    `${target} was not reached with ${mostTabs} presses of the tab key; the focus is on ${focus}`,
  );
}

/** What somebody who cannot use a mouse does: goes to a control and presses it. */
export async function pressOn(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
