import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { Caseload } from "./pages/caseload.ts";
import { expect, test } from "./story.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function arrived(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  await page.evaluate("document.fonts.ready");
}

/** What axe finds, in a form that says what to mend. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
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

const PAGES: Readonly<Record<string, string>> = {
  caseload: "/caseload?therapist=T-12",
  "caseload of an earlier day": "/caseload?asOf=EARLIER&therapist=T-12",
  "caseload without patients": "/caseload?q=no-such-record",
  patient: "/patients/D-20101",
  "patient with a chosen finding": "/patients/D-20103?finding=unexpected-positive",
  "patient with a card without data": "/patients/D-20114",
  imports: "/imports",
  gallery: "/gallery",
};
const WIDTHS = [1440, 1024, 390];

for (const [name, address] of Object.entries(PAGES)) {
  test(`axe finds nothing, and nothing is scrolled sideways: ${name}`, async ({ page, today }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address.replace("EARLIER", addDays(today, -30)));
      await arrived(page);
      expect([width, await sideways(page)]).toEqual([width, 0]);
      if (width === 1024) continue;
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
        expect([width, colorScheme, await faults(page)]).toEqual([width, colorScheme, []]);
      }
    }
  });
}

test("axe finds nothing in the list of keys", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("on a narrow page every fact of a row still has its name", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  const row = list.rows.first();
  for (const label of ["Attended, 14 days", "Last 4 screens", "Next measure", "Step-down"]) {
    await expect(row.getByText(label, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole("combobox", { name: "Therapist" })).toBeHidden();
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByRole("combobox", { name: "Therapist" })).toHaveValue("T-12");
});

test("light and dark follow the machine, and a choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  const lightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number);
      return (red + green + blue) / 3;
    });
  expect(await lightness()).toBeLessThan(60);
  await page.getByRole("button", { name: /^Colors: Auto/ }).click();
  await expect(page.getByRole("button", { name: /^Colors: Light/ })).toBeVisible();
  await expect.poll(lightness).toBeGreaterThan(200);
  await page.reload();
  await list.settled();
  expect(await lightness()).toBeGreaterThan(200);
});
