import type { Page } from "playwright-core";

/** Opens the operator console with a key. */
export async function openConsole(page: Page, key: string): Promise<void> {
  await page.getByLabel("Operator key").fill(key);
  await page.getByRole("button", { name: "Open the console" }).click();
  await page.getByRole("tab").first().waitFor();
}

export async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByRole("tab", { name: tab, exact: true }).click();
  await page.getByRole("tabpanel", { name: tab, exact: true }).waitFor();
}
