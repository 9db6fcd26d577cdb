import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The page stands, with what it asked for and its letters. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  await page.evaluate("document.fonts.ready");
}

/** What axe finds on the page or in a part of it, in a form that says what to mend. */
export async function faults(page: Page, within = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

/** How far the page itself lets itself be scrolled sideways, in pixels. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    window.scrollTo({ left: 10_000, behavior: "instant" });
    return window.scrollX;
  });
}

export const SCHEMES = ["light", "dark"] as const;

/** Opens a page so wide; it must not be scrolled sideways. */
export async function open(page: Page, width: number, address: string): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  await arrived(page);
  expect([width, await sideways(page)]).toEqual([width, 0]);
}

/** The page in light or in dark holds nothing that axe faults. */
export async function check(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
  // What can be scrolled becomes a stop of the keyboard once its width is known, a moment after the page is drawn.
  // A page of many figures takes its time on a busy machine.
  await expect
    .poll(async () => [colorScheme, await faults(page)], { timeout: 25_000 })
    .toEqual([colorScheme, []]);
}
