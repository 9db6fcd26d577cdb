import type { Locator, Page } from "@playwright/test";

/** The caseload as a therapist uses it. */
export class Caseload {
  readonly table: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  /** "17 patients". */
  readonly heading: Locator;
  readonly counts: Locator;
  readonly strip: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Caseload" });
    this.rows = this.table.getByRole("row").filter({ has: page.getByRole("cell") });
    this.search = page.getByRole("searchbox", { name: "Search by name or record number" });
    this.heading = page.getByRole("status").filter({ hasText: /^\d+ patients?/ });
    this.counts = page.getByRole("list", { name: "Counts" });
    this.strip = page.getByRole("status").filter({ hasText: "not today" });
  }

  async open(filter: Readonly<Record<string, string>> = {}): Promise<void> {
    const search = new URLSearchParams(filter).toString();
    await this.page.goto(search === "" ? "/caseload" : `/caseload?${search}`);
    await this.settled();
  }

  /** The rows of the present filter have arrived. */
  async settled(): Promise<void> {
    await this.table.and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  row(patient: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("link", { name: patient, exact: true }) });
  }

  nameOf(row: Locator): Locator {
    return row.locator("[data-row-link]");
  }

  cell(row: Locator, column: string): Locator {
    return row.locator(`[data-column="${column}"]`);
  }

  count(words: string): Locator {
    return this.counts.getByRole("link").filter({ hasText: words });
  }

  /** The texts of one column, row by row as shown. */
  column(column: string): Promise<string[]> {
    return this.rows.locator(`[data-column="${column}"]`).allInnerTexts();
  }
}
