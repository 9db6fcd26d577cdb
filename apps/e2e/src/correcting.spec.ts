import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import { ask } from "./clinic/stored.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

test("an answer is corrected from the table without a pointer, and what stood before stays in sight", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, patientId } = newcomer(`mending${test.info().retry}`, today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const patient = new PatientPage(page);
  await patient.open(patientId);
  const answers = patient.answers("PHQ-9");
  const sleep = answers.getByRole("row").filter({ hasText: "Sleep" }).getByRole("cell");
  await sleep.last().focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: /^Correct: PHQ-9/ });
  const field = form.getByLabel("Item 3: Sleep");
  await expect(field).toHaveValue("2");
  await field.focus();
  await page.keyboard.type("3");
  await expect(field).toHaveValue("3");
  await expect(form.getByText("On record: 2: More than half the days")).toBeVisible();
  await form.getByLabel("Reason for the correction").focus();
  await page.keyboard.type("Misread on paper");
  await page.keyboard.press("Tab");
  await expect(form.getByRole("button", { name: "Save the correction" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Corrected: PHQ-9/)).toBeVisible();
  await expect(sleep.last()).toHaveText("3");

  const stood = page.getByRole("table", { name: "Corrections, newest first" }).getByRole("row").last();
  await expect(stood).toContainText(/item 3 2.*3/);
  await expect(stood).toContainText("Marian Olivecaptain");
  await expect(stood).toContainText("Misread on paper");
  await expect(stood.getByRole("time")).toHaveText(/^[A-Z][a-z]{2} \d+, \d\d?:\d\d/);
  const measures = await patient.values("Measures");
  await expect(measures.getByRole("row").filter({ hasText: "corrected" })).toHaveCount(1);
});

test("a form marked as entered in error counts for nothing and is not gone", async ({
  page,
  clinic,
  today,
}) => {
  const tag = `mistaken${test.info().retry}`;
  const { folder, patientId } = newcomer(tag, today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const patient = new PatientPage(page);
  await patient.open(patientId);
  const latest = patient.mark("assessment", `E2E-A-${tag}-2`);
  await expect(latest).toBeAttached();
  const measures = await patient.values("Measures");
  await measures
    .getByRole("row")
    .filter({ hasText: "12" })
    .getByRole("button", { name: /^Correct/ })
    .click();
  const form = page.getByRole("dialog", { name: /^Correct: PHQ-9/ });
  await form.getByRole("button", { name: "Mark as entered in error…" }).click();
  const asked = page.getByRole("dialog", { name: "Mark as entered in error" });
  await expect(asked).toContainText("counts for nothing from now on");
  const mark = asked.getByRole("button", { name: "Mark as entered in error" });
  await expect(mark).toBeDisabled();
  await asked.getByLabel("Why it was entered in error").fill("Meant for another patient");
  await mark.click();
  await expect(
    page.getByText(/^Marked as entered in error: PHQ-9 .* It counts for nothing\.$/),
  ).toBeVisible();
  await expect(latest).toHaveCount(0);
  await expect(measures.getByRole("button", { name: /^Correct/ })).toHaveCount(1);
  const stood = page.getByRole("table", { name: "Corrections, newest first" }).getByRole("row").last();
  await expect(stood).toContainText("entered in error, counts for nothing");
  await expect(stood).toContainText("Meant for another patient");
  expect(
    ask(
      clinic,
      "SELECT reason FROM taken_back WHERE patient_id = ? AND record_kind = 'assessment'",
      patientId,
    ),
  ).toEqual([{ reason: "Meant for another patient" }]);
});
