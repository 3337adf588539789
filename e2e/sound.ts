// What holds for every state of every page: axe finds nothing, in light and dark, and nothing is wider than a phone.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules that a colour scheme decides. The others need no second look. */
const BY_COLOUR = ["color-contrast"];

/** @param within a part of the page, as a selector */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // The app has no frames. Without looking for them it takes half of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (within !== undefined) axe.include(within);
    if (colorScheme === "dark") axe.withRules(BY_COLOUR);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    expect(found, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Nothing is wider than a phone but what scrolls by itself. The page stays as wide as the last of these. */
export async function expectNoOverflow(page: Page, widths: readonly number[] = [320, 360, 390]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
}
