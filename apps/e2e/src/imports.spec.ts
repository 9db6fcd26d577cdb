import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addDays, type CalendarDate } from "@soundings/clinical";
import { type Folder, type ImportReport, importFolder } from "./clinic/command.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

test.use({ holds: "real" });

const ANSWERS = "2,2,2,2,2,1,1,1,0";

/** One good patient, and one row of each kind of trouble. */
function troubled(tag: string, today: CalendarDate): Folder {
  const on = addDays(today, -3);
  return {
    "programs.csv": [{ program_id: "DAY", name: "Day IOP", level_of_care: "iop" }],
    "patients.csv": [
      { patient_id: `P-${tag}`, given_name: "Juniper", family_name: "Testkeel", birth_date: "1990-04-01" },
      { patient_id: `Q-${tag}`, given_name: "=1+1", family_name: "Testmast", birth_date: "1990-02-30" },
    ],
    "episodes.csv": [
      {
        episode_id: `E-${tag}`,
        patient_id: `P-${tag}`,
        program_id: "DAY",
        admitted_on: addDays(today, -10),
      },
    ],
    "assessments.csv": [
      "assessment_id,patient_id,instrument,administered_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9",
      `A-${tag}-1,P-${tag},phq-9,${addDays(today, -10)},${ANSWERS}`,
      `A-${tag}-2,P-${tag},phq-9,${on},2,2,7,2,2,1,1,1,0`,
      `A-${tag}-3,NOBODY,phq-9,${on},${ANSWERS}`,
      `A-${tag}-4,P-${tag},phq-9,${on}`,
      "",
    ].join("\n"),
  };
}

async function openBatch(page: Page, report: ImportReport): Promise<void> {
  await page.goto("/imports");
  await page.locator(`a[href*="${report.batch}"]`).click();
  await expect(page).toHaveURL(new RegExp(`batch=${report.batch}`));
}

test("an open list shows an import that another process made, also when nothing of it went in", async ({
  page,
  clinic,
  today,
}) => {
  await page.goto("/imports");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const report = await importFolder(clinic, {
    "events.csv": `event_id,patient_id,occurred_on,kind\nV-open,NOBODY,${addDays(today, -1)},crisis\n`,
  });
  expect(report.rejected).toHaveLength(1);
  await expect(page.locator(`a[href*="${report.batch}"]`)).toBeVisible();
});

const entries = (page: Page) =>
  page
    .getByRole("region", { name: /set aside/ })
    .getByRole("listitem")
    .filter({ hasText: /, line \d+/ });

test("rows that did not go in are listed with place, code and sentence", async ({ page, clinic, today }) => {
  const report = await importFolder(clinic, troubled("list", today));
  expect(report.ok).toBe(false);
  expect(report.rejected.map(({ code }) => code).toSorted()).toEqual([
    "bad_date",
    "out_of_range",
    "unknown_reference",
    "wrong_columns",
  ]);
  await openBatch(page, report);
  await expect(page.getByRole("heading", { name: /^4 rows set aside/ })).toBeVisible();
  await expect(entries(page)).toHaveCount(4);
  for (const { file, line, column, code, message } of report.rejected) {
    const entry = entries(page).filter({ hasText: `${file}, line ${line}` });
    await expect(entry).toContainText(message);
    await expect(entry).toContainText(code);
    if (column !== "") await expect(entry).toContainText(`column ${column}`);
  }

  await page.getByRole("combobox", { name: "File" }).selectOption("patients.csv");
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText("birth_date");
});

test("a row is mended in its place and goes in", async ({ page, clinic, today }) => {
  const report = await importFolder(clinic, troubled("mend", today));
  await openBatch(page, report);
  await page.getByRole("button", { name: "Mend line 3 of assessments.csv" }).click();
  const wrong = page.getByRole("textbox", { name: "item_3" });
  await expect(wrong).toHaveValue("7");
  await expect(wrong).toHaveAttribute("aria-invalid", "true");
  await expect(wrong).toHaveAccessibleDescription(/item_3/);

  await wrong.fill("8");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("alert")).toContainText("Still set aside:");
  await expect(entries(page)).toHaveCount(4);

  await wrong.fill("3");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Line 3 of assessments.csv went in.")).toBeVisible();
  await expect(entries(page)).toHaveCount(3);
  await expect(page.getByRole("heading", { name: /^3 rows set aside/ })).toBeVisible();

  const patient = new PatientPage(page);
  await patient.open("P-mend");
  await expect(patient.mark("assessment", "A-mend-2")).toBeVisible();
  await expect(await patient.values("Measures")).toContainText("14");
});

test("a line that cannot be taken apart is shown as it was read", async ({ page, clinic, today }) => {
  const report = await importFolder(clinic, troubled("raw", today));
  await openBatch(page, report);
  await page.getByRole("button", { name: "Show line 5 of assessments.csv" }).click();
  await expect(page.getByText(`A-raw-4,P-raw,phq-9,${addDays(today, -3)}`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("set-aside rows are saved as the same CSV with a problem column", async ({ page, clinic, today }) => {
  const report = await importFolder(clinic, troubled("csv", today));
  await openBatch(page, report);
  const saved = async (file: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: file, exact: true }).click();
    return readFile(await (await download).path(), "utf8");
  };
  const [header, ...rows] = (await saved("assessments.csv")).trimEnd().split("\n");
  expect(header).toMatch(/^assessment_id,patient_id,instrument,administered_on,item_1,.*,problem$/);
  expect(rows).toHaveLength(3);
  expect(rows.find((row) => row.startsWith("A-csv-2"))).toContain("out_of_range");
  expect(rows.some((row) => row.startsWith("A-csv-1"))).toBe(false);

  const patients = await saved("patients.csv");
  expect(patients).toContain("'=1+1");
  expect(patients).toContain("bad_date");
});

test("imports are listed with the newest first, and say where every row went", async ({
  page,
  clinic,
  today,
}) => {
  await importFolder(clinic, troubled("first", today));
  const report = await importFolder(clinic, troubled("second", today));
  await page.goto("/imports");
  const imports = page.getByRole("region", { name: "Imports, newest first" }).getByRole("listitem");
  const newest = imports.filter({ has: page.locator(`a[href*="${report.batch}"]`) });
  await expect(imports.first()).toContainText("4 still set aside");
  await expect(newest).toContainText(/8 rows: 3 in, 1 unchanged, 4 set aside/);
  const batches = await page
    .locator('a[href*="batch="]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(batches[0]).toContain(report.batch);
});
