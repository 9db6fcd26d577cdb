import type { Locator, Page } from "@playwright/test";
import { addDays, type CalendarDate, type Evidence, RULES } from "@soundings/clinical";

const RULE_AT_VERSION = new RegExp(`\\b(${RULES.map(({ id }) => id).join("|")})@\\d+`);

/** Findings, card, timeline and tables of one patient. */
export class PatientPage {
  readonly name: Locator;
  readonly findings: Locator;
  readonly items: Locator;
  readonly card: Locator;
  readonly criteria: Locator;
  readonly slider: Locator;
  readonly strip: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByRole("heading", { level: 1 });
    this.findings = page.locator('section[aria-labelledby="findings"]');
    this.items = this.findings.locator("ol > li");
    this.card = page.getByRole("region", { name: "Step-down" });
    this.criteria = this.card.getByRole("row").filter({ has: page.getByRole("cell") });
    this.slider = page.getByRole("slider", { name: "Day on the timeline" });
    this.strip = page.getByRole("status").filter({ hasText: "not today" });
  }

  async open(recordNumber: string, search: Readonly<Record<string, string>> = {}): Promise<void> {
    const asked = new URLSearchParams(search).toString();
    await this.page.goto(`/patients/${recordNumber}${asked === "" ? "" : `?${asked}`}`);
    await this.slider.waitFor();
    // What lies below the timeline follows in a second step.
    await this.page.locator("#values").waitFor({ state: "attached" });
  }

  /** The rules of the findings, in the order in which they stand. */
  async rules(): Promise<string[]> {
    const texts = await this.items.allTextContents();
    return texts.flatMap((text) => RULE_AT_VERSION.exec(text)?.[1] ?? []);
  }

  /** What the criteria of the card say, in its order, without since when. */
  async states(): Promise<string[]> {
    const texts = await this.criteria.getByRole("cell").allInnerTexts();
    return texts.map((text) => text.split("\n")[0] ?? "");
  }

  /** The drawn mark of one record on the timeline. */
  mark(type: Evidence["type"], id: string): Locator {
    return this.page.locator(`[data-record="${type}:${id}"]`);
  }

  /** Keys of the marks that stand so on the timeline, sorted. */
  async marked(standing: "lit" | "dim" | "plain"): Promise<string[]> {
    const marks = this.page.locator(`[data-record][data-standing="${standing}"]`);
    const keys = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute("data-record") ?? ""));
    return keys.toSorted();
  }

  /** The first day of the timeline, which ends on the day of the page. */
  async firstDay(lastDay: CalendarDate): Promise<CalendarDate> {
    return addDays(lastDay, -Number(await this.slider.getAttribute("aria-valuemax")));
  }

  answers(instrument: string): Locator {
    return this.page.getByRole("figure").filter({ hasText: `${instrument} answers` });
  }

  /** A table of dated values, opened. */
  async values(title: string): Promise<Locator> {
    const details = this.page
      .getByRole("group")
      .filter({ has: this.page.locator("summary", { hasText: title }) });
    await details.locator("summary").click();
    return details.getByRole("table", { name: title });
  }
}
