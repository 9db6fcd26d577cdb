import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Account } from "./served.ts";

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.SOUNDINGS_BROWSER || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  });
}

/** All scripts that a page has loaded so far, each compressed by itself, in bytes. */
export function scriptsOf(page: Page): () => Promise<number> {
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
}

/** Signs in, and comes back once the caseload stands and nothing more is being loaded. */
export async function toCaseload(page: Page, address: string, { email, password }: Account): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  const field = page.getByRole("textbox", { name: "Password", exact: true });
  await field.fill(password);
  await field.press("Enter");
  await atCaseload(page);
}

async function atCaseload(page: Page): Promise<void> {
  await page.locator("main [data-row-link]").first().waitFor();
  await page.waitForTimeout(1_000);
}

/**
 * Waits for the chart in the page's own clock: from the click to the frame after the one in which the line to move and the
 * points of both instruments stand. Scripts run in the page, so they are text.
 */
const UNTIL_DRAWN = `new Promise((resolve) => {
  let clicked = 0;
  addEventListener("click", () => { clicked = performance.now(); }, { once: true, capture: true });
  const stands = (instrument) =>
    document.querySelector('main [data-lane="' + instrument + '"] [data-record^="assessment:"]') !== null;
  const look = () =>
    clicked > 0 && document.querySelector("main [role=slider]") && stands("phq-9") && stands("gad-7")
      ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clicked)))
      : requestAnimationFrame(look);
  look();
})`;

/** Brings the row of a patient who was not opened before into view; its address. */
async function nextRow(page: Page, opened: ReadonlySet<string>): Promise<string> {
  for (;;) {
    const links = page.locator("main [data-row-link]");
    const rows = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    const next = rows.find((row) => !opened.has(row));
    if (next !== undefined) return next;
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(200);
  }
}

/** Milliseconds from the click on a row of the caseload to the complete chart, of so many patients, each opened once. */
export async function openRows(page: Page, count: number, opened = new Set<string>()): Promise<number[]> {
  const taken: number[] = [];
  await page.mouse.move(700, 600);
  for (let time = 0; time < count; time += 1) {
    const row = await nextRow(page, opened);
    opened.add(row);
    const drawn = page.evaluate(UNTIL_DRAWN);
    await page.locator(`main [data-row-link][href="${row}"]`).click();
    taken.push(Number(await drawn));
    await page.goBack();
    await atCaseload(page);
  }
  return taken;
}
