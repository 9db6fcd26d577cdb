import type { Page } from "@playwright/test";
import type { CalendarDate } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import type { Clinic } from "./clinic/server.ts";
import { faults } from "./pages/access.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

async function openRecord(
  page: Page,
  { clinic, today }: { clinic: Clinic; today: CalendarDate },
  tag: string,
) {
  const person = newcomer(tag, today);
  expect((await importFolder(clinic, person.folder)).ok).toBe(true);
  await new PatientPage(page).open(person.patientId);
  return person;
}

/** The form behind a place of the menu, reached without a pointer. */
async function formByKeys(page: Page, place: number, title: string) {
  await page.keyboard.press("n");
  await expect(page.getByRole("menu", { name: "Add to this record" })).toBeVisible();
  for (let down = 0; down < place; down += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: title });
  await expect(form).toBeVisible();
  return form;
}

test("a medication change is entered and undone with the keyboard alone, and its slips are said where they are", async ({
  page,
  clinic,
  today,
}) => {
  await openRecord(page, { clinic, today }, "entering");
  const form = await formByKeys(page, 0, "Enter a medication change");
  await page.keyboard.type("dose");
  await page.keyboard.press("Tab");
  await page.keyboard.type("mirtazapine");
  await page.keyboard.press("Enter");
  await expect(form.getByText("Give the new dose.")).toBeVisible();
  await expect(form.getByLabel("Dose", { exact: true })).toBeFocused();
  expect(await faults(page)).toEqual([]);

  await page.keyboard.type("15");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Entered: mirtazapine dose changed, 15, today.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add…" })).toBeFocused();
  await page.keyboard.press("u");
  await expect(page.getByText("It stays on record as entered in error.")).toBeVisible();
  await expect(page.getByText("Medication changes 0 rows")).toBeVisible();
});

test("what was typed for a note is kept through the Esc key, and a double click enters it once", async ({
  page,
  clinic,
  today,
}) => {
  await openRecord(page, { clinic, today }, "noting");
  const form = await formByKeys(page, 3, "Write a note");
  const text = form.getByRole("textbox", { name: "Note" });
  await text.fill("Sister takes part in the family session.");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").getByRole("button", { name: "Stay" }).click();
  await expect(text).toHaveValue("Sister takes part in the family session.");
  await form.getByRole("button", { name: "Enter", exact: true }).dblclick();
  await expect(page.getByText(/^Entered: Note: Sister takes part/)).toBeVisible();
  await expect(page.getByText("Notes 1 row", { exact: true })).toBeVisible();
});

test("a correction on values that somebody else changed keeps what was typed, and both stay on record", async ({
  page,
  elsewhere,
  signedIn,
  clinic,
  today,
}) => {
  const { patientId } = await openRecord(page, { clinic, today }, "correcting");
  const other = await elsewhere(await signedIn("director"));
  await new PatientPage(other).open(patientId);
  const openedBy = async (by: Page) => {
    await by.getByText(/^Measures/).click();
    await by
      .getByRole("button", { name: /^Correct/ })
      .first()
      .click();
    const form = by.getByRole("dialog", { name: /^Correct: PHQ-9/ });
    await expect(form.getByLabel("Item 3: Sleep")).toHaveValue("2");
    return form;
  };
  const first = await openedBy(page);
  const second = await openedBy(other);
  const save = "Save the correction";
  await expect(first.getByRole("button", { name: save })).toBeDisabled();
  await first.getByLabel("Item 3: Sleep").selectOption("3");
  await first.getByRole("button", { name: save }).click();
  await expect(first.getByText("Give the reason in a few words.")).toBeVisible();
  await first.getByLabel("Reason for the correction").fill("Misread on paper");
  await first.getByRole("button", { name: save }).click();
  await expect(page.getByText(/^Corrected: PHQ-9/)).toBeVisible();

  await second.getByLabel("Item 3: Sleep").selectOption("1");
  await second.getByLabel("Reason for the correction").fill("Asked again");
  await second.getByRole("button", { name: save }).click();
  await expect(second.getByText("Somebody has corrected this record in the meantime.")).toBeVisible();
  await expect(second.getByLabel("Item 3: Sleep")).toHaveValue("1");
  await expect(second.getByText("On record: 3: Nearly every day")).toBeVisible();
  await expect(second.getByText("Misread on paper")).toBeVisible();
  expect(await faults(other)).toEqual([]);
  await second.getByRole("button", { name: save }).click();
  await expect(other.getByText(/^Corrected: PHQ-9/)).toBeVisible();
});
