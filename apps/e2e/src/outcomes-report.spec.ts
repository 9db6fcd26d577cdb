import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type CalendarDate, parseCalendarDate } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { pagesOf, rowsOf } from "./clinic/read-back.ts";
import type { Clinic } from "./clinic/server.ts";
import { ask } from "./clinic/stored.ts";
import { Outcomes, seen } from "./pages/outcomes.ts";
import { textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

/** Every word of a text that is a family name of a patient or of somebody who treats, or an id. */
function whoIsNamed(clinic: Clinic, text: string): string[] {
  const names = ask(
    clinic,
    "SELECT family_name AS name FROM patients UNION SELECT name FROM staff WHERE role <> 'director' AND staff_id NOT LIKE 'E2E-%'",
  )
    .map(({ name }) => String(name).split(" ").at(-1) ?? "")
    .filter((name) => name !== "");
  const known = new Set(names);
  return text.split(/[^\p{L}\p{N}-]+/u).filter((word) => known.has(word) || /^[A-Z]-\d{2,}/.test(word));
}

const COUNTS = /^(Of|Number|Stays|Discharged|Still followed|Courses)$/;

/** Cells of tables under a heading that counts, with the rates `58 % of 175`, as far as they are numbers. */
function countsIn(rows: readonly (readonly unknown[])[]): number[] {
  let heads: readonly string[] = [];
  return rows.flatMap((row) => {
    const texts = row.map((cell) => (cell === null ? "" : String(cell)));
    if (texts[0] === "Measure" || texts.some((text) => COUNTS.test(text))) heads = texts;
    return texts.flatMap((text, place) => {
      const found = COUNTS.test(heads[place] ?? "")
        ? /^[\d,]+$/.exec(text)?.[0]
        : / of ([\d,]+)$/.exec(text)?.[1];
      return found === undefined ? [] : [Number(found.replaceAll(",", ""))];
    });
  });
}

async function saved(page: Page, form: "PDF" | "XLSX") {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${form}` }).click();
  const file = await download;
  await expect(page.getByText(`Saved as ${file.suggestedFilename()}. That is on record.`)).toBeVisible();
  return file;
}

function dayIn(words: string | undefined): CalendarDate {
  const day = parseCalendarDate(new Date(`${words} UTC`).toISOString().slice(0, 10));
  if (day === null) throw new Error(`${words} is no day.`);
  return day;
}

const ENDS: Readonly<Record<string, string>> = {
  completed: "Completed the program",
  transferred_up: "Moved to more intensive care",
  transferred_down: "Moved to less intensive care, as planned",
  against_advice: "Left against advice",
  administrative: "Ended by the program for administrative reasons",
  lost_contact: "Contact was lost",
  incarcerated: "Incarcerated",
  deceased: "Died",
  "not on record": "Reason not recorded",
};

function endsBy(clinic: Clinic, program: string, from: string, to: string): Map<string, number> {
  const rows = ask(
    clinic,
    `SELECT discharge_reason AS reason, count(*) AS n FROM episodes
     WHERE program_id = ? AND discharged_on BETWEEN ? AND ? GROUP BY 1`,
    program,
    from,
    to,
  );
  return new Map(rows.map(({ reason, n }) => [String(reason ?? "not on record"), Number(n)]));
}

test("a report holds no small count and nobody's name, in none of its forms, and stays as it was after a correction", async ({
  page,
  clinic,
}) => {
  const outcomes = new Outcomes(page);
  await outcomes.open("/outcomes/reports?program=headland");
  await page.getByRole("button", { name: "Make report" }).click();
  const sheet = page.getByRole("article", { name: "Program outcomes" });
  await sheet.waitFor();
  await expect(page).toHaveURL(/\/outcomes\/reports\/[0-9a-f-]{36}\?program=headland$/);
  const about = (term: string) =>
    textOf(
      sheet
        .locator("dl > div")
        .filter({ has: page.getByText(term, { exact: true }) })
        .locator("dd"),
    );
  expect(await about("Program")).toBe("Headland IOP");
  const [begins, ends] = (await about("Period")).replace(", whole quarters", "").split(" to ");
  const period = [dayIn(begins), dayIn(ends)] as const;

  const stored = endsBy(clinic, "headland", ...period);
  const all = [...stored.values()].reduce((sum, n) => sum + n, 0);
  await expect(sheet).toContainText(`Of ${all} discharges`);
  const table = sheet.getByRole("table", { name: "How stays ended, of all discharged" });
  const small = [...stored].filter(([, n]) => n <= 10);
  expect(small.length).toBeGreaterThan(0);
  for (const [reason, n] of stored) {
    const said = await textOf(outcomes.cell(outcomes.row(table, ENDS[reason] ?? reason), 1));
    if (n <= 10 || said === "withheld") expect([reason, said]).toEqual([reason, "withheld"]);
    else expect([reason, said]).toEqual([reason, String(n)]);
  }

  const rows = await sheet
    .getByRole("row")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  const pdf = await pagesOf(await saved(page, "PDF"));
  const cells = await rowsOf(await saved(page, "XLSX"));
  for (const form of [rows, cells]) {
    const counts = countsIn(form);
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 0 && count <= 10)).toEqual([]);
  }
  expect(pdf.length).toBeGreaterThanOrEqual(5);
  expect(pdf.length).toBeLessThanOrEqual(10);
  expect(pdf.join("\n")).toContain("Counts of 1 to 10");
  const asShown = await textOf(sheet);
  const texts = [asShown, pdf.join("\n"), cells.flat().join("\n")];
  expect(texts.flatMap((text) => whoIsNamed(clinic, text))).toEqual([]);

  const [stay] = ask(
    clinic,
    `SELECT * FROM episodes WHERE program_id = 'headland' AND discharge_reason = 'completed'
     AND discharged_on BETWEEN ? AND ? LIMIT 1`,
    ...period,
  );
  const corrected = {
    ...stay,
    diagnoses: (JSON.parse(String(stay?.diagnoses)) as string[]).join(";"),
    discharge_reason: "administrative",
  };
  expect((await importFolder(clinic, { "episodes.csv": [corrected] })).ok).toBe(true);
  await page.reload();
  await expect(page.getByText("Records of these programs have changed since")).toBeVisible();
  expect(await textOf(sheet)).toBe(asShown);
  expect(await pagesOf(await saved(page, "PDF"))).toEqual(pdf);
  await outcomes.open(`/outcomes?from=${period[0]}&program=headland&to=${period[1]}`);
  const planned = (stored.get("completed") ?? 0) + (stored.get("transferred_down") ?? 0) - 1;
  const completion = outcomes.row(outcomes.measures, "Completed, or moved to a lower level of care");
  expect(await seen(outcomes.cell(completion, 1))).toContain(`${planned} of ${all},`);
});

test("a question is kept and opened again; its plot is saved without what is withheld", async ({
  page,
  clinic,
}) => {
  const outcomes = new Outcomes(page);
  const name = `Payers of Compass (${Date.now()})`;
  const address = "/outcomes/compare?by=payer&program=compass";
  await outcomes.open(address);
  const kept = page.getByRole("group", { name: "Kept views" });
  await kept.getByRole("button", { name: "Kept views" }).click();
  await kept.getByRole("button", { name: "Keep this question…" }).click();
  const form = page.getByRole("dialog", { name: "Keep this question" });
  await form.getByRole("button", { name: "Keep" }).click();
  await expect(form).toContainText("Give the view a name.");
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByText(`Kept as “${name}”.`)).toBeVisible();

  const groups = outcomes.table("Groups compared").getByRole("row");
  const shares = await Promise.all((await groups.all()).slice(1).map((row) => seen(outcomes.cell(row, 2))));
  expect(shares.filter((share) => /^\d of/.test(share)).length).toBeGreaterThan(0);
  const download = page.waitForEvent("download");
  await page
    .getByRole("button", { name: /^Save as SVG/ })
    .first()
    .click();
  const svg = (await readFile(await (await download).path())).toString("utf8");
  expect(svg).toContain("withheld");
  expect(svg).toContain("Compass Skills IOP");
  const written = await page.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
    return [...drawing.querySelectorAll("text, title, desc")].map((node) => node.textContent ?? "");
  }, svg);
  const numbers = written.flatMap((text) => (/^\d+$/.test(text.trim()) ? [Number(text)] : []));
  expect(numbers.filter((count) => count > 0 && count <= 10)).toEqual([]);
  expect(written.join(" ")).not.toMatch(/n = ([1-9]|10)\b/);
  expect(whoIsNamed(clinic, written.join(" "))).toEqual([]);

  await page.goto("/outcomes");
  await kept.getByRole("button", { name: "Kept views" }).click();
  await kept.getByRole("link", { name: new RegExp(`^${name.replace(/[()]/g, ".")}`) }).click();
  await expect(page).toHaveURL(address);
  await outcomes.ready();
  await kept.getByRole("button", { name: "Kept views" }).click();
  await kept.getByRole("button", { name: `Remove the view ${name}` }).click();
  await expect(kept.getByRole("link", { name })).toHaveCount(0);
  await expect(kept.getByText(`Removed: ${name}.`)).toBeVisible();
});
