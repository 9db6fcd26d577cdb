import type { Page } from "@playwright/test";
import { addDays, type CalendarDate } from "@soundings/clinical";
import { STORIES } from "@soundings/demo-clinic";
import { importFolder } from "./clinic/command.ts";
import { newcomer, phq9 } from "./clinic/newcomer.ts";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { inWords, textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

async function lookBack(page: Page, to: CalendarDate): Promise<void> {
  await page.getByLabel("As of").fill(to);
  await expect(page).toHaveURL(new RegExp(`asOf=${to}`));
}

test("the caseload of an earlier day is the one of that day, and says so", async ({ page, today }) => {
  const story = STORIES.find(({ id }) => id === "item-9-last-night")!;
  const name = `${story.givenName} ${story.familyName}`;
  const list = new Caseload(page);
  await list.open({ therapist: story.therapistId });
  await expect(list.cell(list.row(name), "urgency")).toHaveText("Now");
  await expect(page.getByLabel("As of")).toHaveValue(today);
  await expect(list.strip).toBeHidden();

  const before = addDays(today, -2);
  await lookBack(page, before);
  await expect(list.strip).toContainText(`As of ${inWords(before)}, not today.`);
  await expect(list.cell(list.row(name), "urgency")).not.toHaveText("Now");
  await expect(list.cell(list.row(name), "finding")).not.toContainText("Item 9");
  await page.reload();
  await list.settled();
  await expect(list.strip).toContainText(inWords(before));

  await list.nameOf(list.row(name)).click();
  await expect(page).toHaveURL(new RegExp(`asOf=${before}`));
  const patient = new PatientPage(page);
  await patient.slider.waitFor();
  await expect(patient.strip).toContainText(`As of ${inWords(before)}, not today.`);
  expect(await patient.rules()).not.toContain("suicidal-ideation");
  const then = await patient.marked("plain");

  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(patient.strip).toBeHidden();
  await expect(patient.findings).toContainText("Item 9 answered 2");
  expect((await patient.marked("plain")).length).toBeGreaterThan(then.length);
});

test("a value that was not known yet is not there", async ({ page, today }) => {
  const patient = new PatientPage(page);
  await patient.open("D-20117");
  const table = await patient.values("Measures");
  const late = table.getByRole("row").filter({ hasText: "recorded late" }).first();
  const answered = (await textOf(late.getByRole("cell").first())) as CalendarDate;
  const recorded = (await textOf(late.getByRole("cell").nth(5))) as CalendarDate;
  expect(answered < addDays(recorded, -1)).toBe(true);
  await expect(table.getByRole("row").filter({ hasText: "24" })).toHaveCount(0);

  const before = addDays(recorded, -1);
  await lookBack(page, before);
  await expect(patient.strip).toContainText(inWords(before));
  await expect(table.getByRole("row").filter({ hasText: answered })).toHaveCount(0);
  await expect(table.getByRole("row").filter({ hasText: "PHQ-9" }).first()).toBeVisible();
  expect(before < today).toBe(true);
});

test("values corrected since are marked on an earlier day", async ({ page, clinic, today }) => {
  const { folder, name, patientId, therapistId } = newcomer("corrected", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const again = await importFolder(clinic, {
    "assessments.csv": [
      phq9("E2E-A-corrected-2", patientId, addDays(today, -10), [3, 3, 3, 1, 1, 2, 1, 1, 0]),
    ],
  });
  expect(again.files["assessments.csv"]).toMatchObject({ updated: 1, rejected: 0 });

  const list = new Caseload(page);
  await list.open({ therapist: therapistId });
  await expect(list.row(name)).toBeVisible();
  await expect(list.row(name)).not.toContainText("corrected since");
  const before = addDays(today, -3);
  await lookBack(page, before);
  await expect(list.row(name)).toContainText("corrected since");

  await list.nameOf(list.row(name)).click();
  const patient = new PatientPage(page);
  await patient.slider.waitFor();
  await expect(patient.strip).toContainText("Values corrected since are marked.");
  const corrections = page.getByRole("region", { name: /^Corrections \d+$/ });
  await expect(corrections).toContainText(`1 value corrected since ${inWords(before)}`);
  const stoodBefore = corrections.getByRole("table", { name: "Corrections, newest first" });
  await expect(stoodBefore.getByRole("row")).toHaveCount(2);
  await expect(stoodBefore).toContainText("soundings import");
  await expect(stoodBefore).toContainText(/item 1 2.*3.*item 2 2.*3.*item 3 2.*3/);
  const measures = await patient.values("Measures");
  const marked = measures.getByRole("row").filter({ hasText: "corrected since" });
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText("15");

  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(corrections).not.toContainText("corrected since");
  await expect(stoodBefore.getByRole("row")).toHaveCount(2);
  await expect(measures).not.toContainText("corrected since");
  await expect(measures.getByRole("row").filter({ hasText: "corrected" })).toHaveCount(1);
});

test("a day that cannot be asked for is not asked for", async ({ page, today }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-01" });
  const field = page.getByLabel("As of");
  await expect(field).toHaveAttribute("max", today);
  await field.fill(addDays(today, 1));
  await expect(page).toHaveURL("/caseload?therapist=T-01");
  await expect(list.strip).toBeHidden();
});
