// The planner's page as journeys meet it: how it is opened, its answer, and what was asked.
import { expect, type Locator, type Page } from "@playwright/test";

/** The address of the published example: no headroom, nothing spare, least memory, as addresses without a version mean it. */
export const BARE = "?ops=500";

export async function openPlanner(page: Page, parameters = ""): Promise<void> {
  await page.goto(`#/capacity/plan${parameters}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What deployment meets the demand?");
}

export function answer(page: Page): Locator {
  return page.getByTestId("answer");
}

/** What was asked of the plan, in one line. */
export function asked(page: Page): Locator {
  return page.getByText(/^Asked: /);
}
