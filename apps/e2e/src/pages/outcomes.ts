import type { Locator, Page } from "@playwright/test";
import { addDays, type CalendarDate, parseCalendarDate } from "@soundings/clinical";

/** The first day of the month so many months before that of a day. */
export function monthBefore(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = parseCalendarDate(new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10));
  if (first === null) throw new Error(`${day} has no month ${months} before it.`);
  return first;
}

/** The twelve whole months before a day: what is asked unless something else is. */
export function lastTwelveMonths(today: CalendarDate) {
  return { from: monthBefore(today, 12), to: addDays(monthBefore(today, 0), -1) };
}

/** What stands in a place, without what is only heard. */
export function seen(place: Locator): Promise<string> {
  return place.evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement;
    for (const unseen of copy.querySelectorAll(".visually-hidden, [aria-hidden=true]")) unseen.remove();
    return (copy.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  });
}

/** The whole number with which a text begins. */
export function countIn(text: string): number {
  const found = /^[\d,]+/.exec(text.trim());
  if (found === null) throw new Error(`“${text}” begins with no number.`);
  return Number(found[0].replaceAll(",", ""));
}

/** Pages of program outcomes: a question, its figures, and the people behind each. */
export class Outcomes {
  readonly title: Locator;
  readonly measures: Locator;
  /** The people of a list. */
  readonly people: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole("heading", { level: 1 });
    this.measures = page.getByRole("table", { name: "Outcomes", exact: true });
    this.people = page.locator("[data-episode]");
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.ready();
  }

  /** The answer to the question has arrived. */
  async ready(): Promise<void> {
    await this.title.waitFor();
    await this.page.locator("[data-old], [aria-busy=true]").first().waitFor({ state: "detached" });
    await this.page.getByText("Computing from the records").first().waitFor({ state: "detached" });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** The row of a table that its first cell names. */
  row(table: Locator, name: string): Locator {
    return table.getByRole("row").filter({
      has: this.page.locator("th, [role=cell]:first-child").getByText(name, { exact: true }),
    });
  }

  cell(row: Locator, place: number): Locator {
    return row.locator("th, td, [role=cell]").nth(place);
  }

  table(name: string): Locator {
    return this.page.getByRole("table", { name, exact: true });
  }

  /** Opens the people behind a number; as many as it says have to be there. */
  async follow(number: Locator): Promise<number> {
    const count = countIn((await number.textContent()) ?? "");
    await number.click();
    await this.listOf(count);
    return count;
  }

  /** A list of exactly so many people. */
  async listOf(count: number): Promise<void> {
    const words = count === 1 ? "1 person" : `${count.toLocaleString("en-US")} people`;
    await this.title.filter({ hasText: `: ${words}` }).waitFor();
    await this.ready();
    const rows = await this.people.count();
    if (rows !== count) throw new Error(`A list of ${words} has ${rows} rows.`);
  }

  /** The episodes of the list, sorted. */
  async episodes(): Promise<string[]> {
    const ids = await this.people.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-episode")));
    return ids.map(String).toSorted();
  }

  /** Goes from mark to mark of a plot by keys until one is said so. */
  async stepTo(plot: string, words: RegExp): Promise<string> {
    const slider = this.page.getByRole("slider", { name: `Marks of ${plot}`, exact: true });
    const last = Number(await slider.getAttribute("aria-valuemax"));
    await slider.focus();
    await this.page.keyboard.press("Home");
    for (let place = 1; place <= last; place += 1) {
      const said = (await slider.getAttribute("aria-valuetext")) ?? "";
      if (words.test(said)) return said;
      await this.page.keyboard.press("ArrowRight");
    }
    throw new Error(`No mark of ${plot} is said like ${words}.`);
  }
}
