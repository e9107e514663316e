import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Waits until no colour or place is on its way to another one; what moves for ever does not count. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const underWay = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
    await frame();
    for (let moving = underWay(); moving.length > 0; moving = underWay()) {
      await Promise.allSettled(moving.map((one) => one.finished));
      await frame();
    }
  });

/** What axe-core has to say against a page: a line for every rule and element, with its advice. */
export async function axeFindings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await settled(page);
  const builder = new AxeBuilder({ page });
  if (rules.length > 0) builder.withRules([...rules]);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
