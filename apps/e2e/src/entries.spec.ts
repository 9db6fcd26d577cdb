import type { Page } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { STORIES } from "@soundings/demo-clinic";
import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import { ask } from "./clinic/stored.ts";
import { PatientPage } from "./pages/patient.ts";
import { wordsNear } from "./pages/read.ts";
import { expect, test } from "./story.ts";

/** What is entered while a page is open shows within this time. */
const SHOWS_WITHIN = { timeout: 2_000 };
const ENTER = "Enter";

/** The form behind a choice of the menu. */
async function formOf(page: Page, choice: string, title: string) {
  await page.getByRole("button", { name: "Add…" }).click();
  await page.getByRole("menuitem", { name: choice, exact: true }).click();
  const form = page.getByRole("dialog", { name: title });
  await expect(form).toBeVisible();
  return { form, enter: form.getByRole("button", { name: ENTER, exact: true }) };
}

test("a high risk that is entered stands as a finding at once, here and with somebody else", async ({
  page,
  elsewhere,
  signedIn,
  clinic,
  today,
}) => {
  const { folder, patientId } = newcomer(`risk${test.info().retry}`, today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const other = await elsewhere(await signedIn("director"));
  const [here, there] = [new PatientPage(page), new PatientPage(other)];
  await here.open(patientId);
  await there.open(patientId);
  for (const open of [page, other]) {
    await expect(open.getByRole("status").filter({ hasText: /^Live$/ })).toBeVisible();
  }
  const { form, enter } = await formOf(page, "Event", "Enter an event");
  await form.getByLabel("What happened").selectOption("c_ssrs");
  await form.getByLabel("Level of risk").selectOption("high");
  await form.getByRole("textbox", { name: "Note" }).fill("Plan without intent; safety plan begun.");
  const entered = page.waitForResponse((answer) => answer.url().includes("entries.add") && answer.ok());
  await enter.click();
  await entered;
  await Promise.all([
    expect(here.findings).toContainText(/C-SSRS.* high/, SHOWS_WITHIN),
    expect(there.findings).toContainText(/C-SSRS.* high/, SHOWS_WITHIN),
  ]);
  expect(await there.rules()).toContain("c-ssrs-risk");
});

test("a decision to continue puts the step-down finding to rest, and undoing it brings it back", async ({
  page,
  clinic,
}) => {
  const inStories = STORIES.map(({ recordNumber }) => `'${recordNumber}'`).join(", ");
  const [ready] = ask(
    clinic,
    `SELECT patient_id FROM findings WHERE rule = 'step-down-ready' AND patient_id NOT IN (${inStories})
     ORDER BY patient_id DESC LIMIT 1`,
  );
  const patient = new PatientPage(page);
  await patient.open(String(ready?.patient_id));
  const rule = "step-down-ready";
  expect(await patient.rules()).toContain(rule);
  const { form, enter } = await formOf(page, "Decision", "Enter a decision");
  await form.getByLabel("Decision").selectOption("continue");
  await form.getByRole("textbox", { name: "Reason" }).fill("Wants to finish the module.");
  await enter.click();
  await expect(page.getByText("Entered: Decision: continue as it is, today.")).toBeVisible();
  await expect.poll(() => patient.rules()).not.toContain(rule);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It stays on record as entered in error.")).toBeVisible();
  await expect.poll(() => patient.rules()).toContain(rule);
});

test("an injection is entered with its next day, and a wrong value keeps what was typed", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, patientId } = newcomer(`injected${test.info().retry}`, today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  await new PatientPage(page).open(patientId);
  const { form, enter } = await formOf(page, "Injection", "Enter an injection");
  const given = addDays(today, -1);
  const written = {
    Medication: "Naltrexone ER injection",
    Dose: "380 mg",
    "Given on": given,
    "Given by": "Nurse Pilar Sedgewater",
    "Days to the next": "400",
  };
  for (const [label, value] of Object.entries(written)) {
    await form.getByLabel(label, { exact: true }).fill(value);
  }
  await enter.click();
  await expect(form.getByText("Give the days from one injection to the next, from 1 to 366.")).toBeVisible();
  await expect(form.getByText("Nothing was entered. Correct the marked fields.")).toBeVisible();
  await expect(form.getByLabel("Days to the next")).toBeFocused();
  for (const [label, value] of Object.entries(written)) {
    await expect(form.getByLabel(label, { exact: true })).toHaveValue(value);
  }
  await form.getByLabel("Days to the next").fill("28");
  const due = addDays(given, 28);
  await expect(form.getByLabel("Next due on")).toHaveValue(due);
  await enter.click();
  await expect(page.getByText(/^Entered: Naltrexone ER injection injection/)).toBeVisible();
  const row = page.getByRole("table", { name: "Injections" }).getByRole("row").last();
  await expect(row).toContainText("due in 27 days");
  await expect(row).toContainText(`${wordsNear(given, today)}, by Nurse Pilar Sedgewater`);
  expect(
    ask(
      clinic,
      "SELECT given_on, next_due_on, interval_days FROM injections WHERE patient_id = ?",
      patientId,
    ),
  ).toEqual([{ given_on: given, next_due_on: due, interval_days: 28 }]);
});

test.describe("the front desk", () => {
  test.use({ as: "front_desk" });

  test("is offered nothing to enter or to correct, not even by its address", async ({ page, watch }) => {
    watch.expectErrors(/status of 40[34]/);
    await page.goto("/patients/D-20101");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
    await expect(page.getByRole("slider")).toHaveCount(0);
    for (const name of [/^Add/, /^Correct/]) await expect(page.getByRole("button", { name })).toHaveCount(0);
    await page.keyboard.press("n");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await page.goto("/patients/D-20101/papers");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Download|Print)/ })).toHaveCount(0);
  });
});
