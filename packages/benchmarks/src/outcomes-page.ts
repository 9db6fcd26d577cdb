import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { framesDuring } from "./long-timeline.ts";
import { openBrowser, scriptsOf } from "./opening.ts";
import { percentile, times, type Visitor } from "./served.ts";

const ROUNDS = 4;
/** Longer than the server keeps an answer for who asks again. */
const UNTIL_FORGOTTEN_MS = 16_500;

interface Stands {
  /** The query whose answer is waited for. */
  readonly asked: string;
  /** How many plots it draws at least. */
  readonly plots: number;
  /** What else has to be there. */
  readonly also?: string;
}

const OVERVIEW: Stands = { asked: "outcomes.overview", plots: 8 };
const LIST: Stands = { asked: "outcomes.patients", plots: 0, also: "main [data-episode]" };

/** From the click or the choice to the frame after the one in which the answer and its plots stand, in the page's own clock. */
function untilDrawn({ asked, plots, also }: Stands): string {
  return `new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(${JSON.stringify(`${asked} never stood`)})), 180_000);
    let from = 0;
    const begin = () => { from ||= performance.now(); };
    performance.clearResourceTimings();
    for (const kind of ["click", "change"]) addEventListener(kind, begin, { once: true, capture: true });
    const isAnswered = () => performance.getEntriesByType("resource").some(({ name, startTime, responseEnd }) =>
      name.includes(${JSON.stringify(asked)}) && startTime >= from && responseEnd > 0);
    const isWaiting = () => document.querySelector("main [data-old], main [aria-busy=true], main progress") !== null
      || document.querySelector("main [role=status]")?.textContent.includes("Computing");
    const stands = () => document.querySelector("main h1") !== null && !isWaiting()
      && document.querySelectorAll("main figure svg[role=img]").length >= ${plots}
      && ${also === undefined ? "true" : `document.querySelector(${JSON.stringify(also)}) !== null`};
    const look = () => from > 0 && isAnswered() && stands()
      ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
      : requestAnimationFrame(look);
    look();
  })`;
}

async function drawn(page: Page, stands: Stands, act: () => Promise<unknown>): Promise<number> {
  const taken = page.evaluate(untilDrawn(stands));
  await act();
  return Number(await taken);
}

/** A new page of somebody who has signed in, at a page that has nothing to do with outcomes. */
async function newPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/account`);
  await page.locator("main h1").waitFor();
  await page.waitForTimeout(1_000);
  return page;
}

async function signedIn(browser: Browser, address: string, visitor: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = visitor.cookie().split("=", 2);
  await context.addCookies([{ name, value, url: address }]);
  return context;
}

const TABS: readonly (readonly [name: string, stands: Stands])[] = [
  ["Groups compared", { asked: "outcomes.comparison", plots: 1 }],
  ["Over time", { asked: "outcomes.overTime", plots: 1 }],
  ["Levels of care", { asked: "outcomes.levels", plots: 1 }],
  ["Data quality", { asked: "outcomes.quality", plots: 1 }],
];

type Taken = Map<string, number[]>;

function note(taken: Taken, what: string, milliseconds: number): void {
  taken.set(what, [...(taken.get(what) ?? []), milliseconds]);
}

function tab(page: Page, name: string) {
  return page.getByRole("navigation", { name: "Program outcomes" }).getByRole("link", { name, exact: true });
}

const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A day is taken when its field is left: until then it waits for more to be typed. */
async function filled(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.blur();
}

/** One round of looking around; each round asks about other days, so that no answer was given before. */
async function round(page: Page, taken: Taken, time: number): Promise<void> {
  const open = page.getByRole("link", { name: "Outcomes", exact: true }).first();
  note(taken, "click to page", await drawn(page, OVERVIEW, () => open.click()));
  const from = page.getByLabel("First day of the period", { exact: true });
  const day = shifted(await from.inputValue(), -1 - time);
  note(taken, "another first day", await drawn(page, OVERVIEW, () => filled(from, day)));
  const program = page.getByLabel("Program", { exact: true });
  const filtered = await drawn(page, { ...OVERVIEW, plots: 4 }, () =>
    program.selectOption({ index: 1 + (time % 5) }),
  );
  note(taken, "a filter", filtered);
  for (const [name, stands] of TABS) {
    note(taken, `tab: ${name}`, await drawn(page, stands, () => tab(page, name).click()));
  }
  await tab(page, "Overview").click();
  const number = page.locator("main a[href*='/outcomes/patients']").first();
  await number.waitFor();
  note(taken, "list behind a number", await drawn(page, LIST, () => number.click()));
}

async function asOfAYearAgo(
  context: BrowserContext,
  address: string,
  taken: Taken,
  time: number,
): Promise<void> {
  const page = await newPage(context, address);
  await page.goto(`${address}/outcomes`);
  await page
    .locator("main figure svg[role=img]")
    .nth(OVERVIEW.plots - 1)
    .waitFor();
  const asOf = page.getByLabel("As of", { exact: true });
  const day = shifted(await page.evaluate("new Date().toISOString().slice(0, 10)"), -366 - 3 * time);
  note(taken, "as of a year ago, first", await drawn(page, OVERVIEW, () => filled(asOf, day)));
  const again = page.getByLabel("Program", { exact: true });
  note(
    taken,
    "as of that day, with a filter",
    await drawn(page, { ...OVERVIEW, plots: 4 }, () => again.selectOption({ index: 1 })),
  );
  await page.close();
}

/** How even the first page stays while somebody points at people in a plot, makes the window another size, and types a day. */
async function evenness(context: BrowserContext, address: string): Promise<string[]> {
  const page = await newPage(context, address);
  await page.goto(`${address}/outcomes`);
  const plot = page.getByRole("img", { name: "PHQ-9 before and after", exact: true });
  await plot.waitFor();
  await page.waitForTimeout(1_500);
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (box === null) throw new Error("There is no plot.");
  const parts = await page.evaluate("document.querySelectorAll('main *').length");
  const pointing = await framesDuring(page, async () => {
    for (let step = 0; step <= 200; step += 1) {
      const share = step / 200;
      await page.mouse.move(box.x + box.width * share, box.y + box.height * (0.9 - 0.7 * share));
    }
  });
  const sizing = await framesDuring(page, async () => {
    for (let width = 1440; width >= 1000; width -= 40) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(60);
    }
  });
  const typing = await framesDuring(page, async () => {
    await page.getByLabel("First day of the period", { exact: true }).focus();
    await page.keyboard.type("0101", { delay: 60 });
  });
  await page.close();
  return [
    times("frames while pointing in a plot", pointing),
    times("frames while the window is made narrower", sizing),
    times("frames while a day is typed", typing),
    `longest frame: ${[pointing, sizing, typing].map((frames) => `${percentile(frames, 1).toFixed(0)} ms`).join(", ")} (${parts} elements)`,
  ];
}

type Say = (...rows: readonly string[]) => void;

/** What a director waits for on the pages of program outcomes. */
export async function lookAtOutcomes(address: string, visitor: Visitor, say: Say): Promise<void> {
  const browser = await openBrowser();
  try {
    const [cold, taken]: [Taken, Taken] = [new Map(), new Map()];
    const context = await signedIn(browser, address, visitor);
    const page = await newPage(context, address);
    const scripts = scriptsOf(page);
    await page.reload();
    await page.waitForTimeout(1_500);
    const before = await scripts();
    let after = before;
    for (let time = 0; time <= ROUNDS; time += 1) {
      await round(page, time === 0 ? cold : taken, time);
      if (time === 0) after = await scripts();
      await page.goto(`${address}/account`);
      await page.waitForTimeout(UNTIL_FORGOTTEN_MS);
    }
    say(times("browser: click to page, nothing loaded yet", cold.get("click to page") ?? []));
    for (const [what, milliseconds] of taken) say(times(`browser: ${what}`, milliseconds));
    say(
      `scripts (gzip): ${(before / 1000).toFixed(0)} kB before, ${(after / 1000).toFixed(0)} kB with outcomes`,
    );
    say(...(await evenness(context, address)));
    const earlier: Taken = new Map();
    for (let time = 0; time < 2; time += 1) await asOfAYearAgo(context, address, earlier, time);
    for (const [what, milliseconds] of earlier) say(times(`browser: ${what}`, milliseconds));
  } finally {
    await browser.close();
  }
}
