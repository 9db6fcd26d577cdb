import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addDays, type CalendarDate } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import type { Clinic } from "./clinic/server.ts";
import { expect, test } from "./story.ts";

const RECIPIENT = "Dr. Ana Harborview";
const PURPOSE = "Going on with the treatment";
const MEASURES = "PHQ-9 and GAD-7: totals and answers";
const COURSE = "Program, admission, level of care, discharge";

const table = (page: Page, name: "Consents" | "Disclosures") => page.getByRole("table", { name });

async function openRecord(
  page: Page,
  { clinic, today }: { clinic: Clinic; today: CalendarDate },
  tag: string,
) {
  const person = newcomer(tag, today);
  expect((await importFolder(clinic, person.folder)).ok).toBe(true);
  await page.goto(`/patients/${person.patientId}`);
  await page.getByRole("link", { name: "Consents and disclosures" }).click();
  await expect(page.getByText("No consent is on record.")).toBeVisible();
  return person;
}

async function record(page: Page, today: CalendarDate): Promise<void> {
  await page.getByRole("button", { name: "Record a consent" }).click();
  const form = page.getByRole("dialog", { name: "Record a consent" });
  const submit = form.getByRole("button", { name: "Record the consent" });
  await expect(submit).toBeDisabled();
  await form.getByLabel("Who may disclose").fill("Compass IOP");
  await form.getByLabel("To whom").fill(RECIPIENT);
  for (const part of [COURSE, MEASURES]) await form.getByRole("checkbox", { name: part }).check();
  await form.getByRole("textbox", { name: "Purpose" }).fill(PURPOSE);
  await expect(form.getByLabel("It ends").getByRole("option", { name: "Never" })).toHaveCount(0);
  await form.getByLabel("Last day").fill(addDays(today, 30));
  await form.getByLabel("Signed on").fill(today);
  await form.getByLabel("Signed by").fill("the patient");
  await submit.click();
  await expect(page.getByText(`The consent for ${RECIPIENT} is on record.`)).toBeVisible();
}

async function leave(page: Page) {
  await page.getByRole("button", { name: "Let records leave the program" }).click();
  const form = page.getByRole("dialog", { name: "Let records leave the program" });
  const submit = form.getByRole("button", { name: "Make the file and enter the disclosure" });
  return { form, submit };
}

async function saved(page: Page, make: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent("download");
  await make();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("with a consent exactly what was chosen leaves, with the notice, and is listed", async ({
  page,
  clinic,
  today,
}) => {
  const { patientId, name } = await openRecord(page, { clinic, today }, "consent");
  await record(page, today);
  const consent = table(page, "Consents").getByRole("row").filter({ hasText: RECIPIENT });
  await expect(consent).toContainText("in force");

  const { form, submit } = await leave(page);
  await expect(submit).toBeDisabled();
  await form.getByLabel("Basis").selectOption("consent");
  await form.getByLabel("Consent", { exact: true }).selectOption({ index: 1 });
  await expect(form.getByLabel("To whom")).toHaveValue(RECIPIENT);
  await expect(form.getByLabel("To whom")).not.toBeEditable();
  await expect(form.getByRole("checkbox")).toHaveCount(2);
  await form.getByRole("checkbox", { name: MEASURES }).check();
  await form.getByLabel("As", { exact: true }).selectOption("csv");
  const { name: file, text } = await saved(page, () => submit.click());

  const notice = await page.locator("details p").first().textContent();
  expect(text.replaceAll('""', '"')).toContain(notice ?? "no notice");
  expect(text).toContain(RECIPIENT);
  expect(text).toMatch(/phq-9|PHQ-9/);
  for (const word of ["1988-05-17", "E2E-E-consent", "compass", ...name.split(" ")]) {
    expect([word, text.includes(word)]).toEqual([word, false]);
  }
  expect(file).not.toMatch(/hyacinth|rudder/i);
  expect(text).toContain(patientId);

  const disclosure = table(page, "Disclosures").getByRole("row").filter({ hasText: RECIPIENT });
  await expect(disclosure).toContainText(MEASURES);
  await expect(disclosure).toContainText(PURPOSE);
  await expect(disclosure).toContainText("by Marian Olivecaptain");

  await page.goto(`/patients/${patientId}/lookers`);
  const looks = page.getByRole("table", { name: "Who looked at this record" });
  await expect(looks.getByRole("row").filter({ hasText: "Records left the program" })).toHaveCount(1);
});

test("a page to print carries the notice and runs nothing", async ({ page, clinic, today }) => {
  await openRecord(page, { clinic, today }, "paper");
  await record(page, today);
  const { form, submit } = await leave(page);
  await form.getByLabel("Basis").selectOption("consent");
  await form.getByLabel("Consent", { exact: true }).selectOption({ index: 1 });
  await form.getByRole("checkbox", { name: COURSE }).check();
  const { name, text } = await saved(page, () => submit.click());
  expect(name).toMatch(/\.html$/);
  expect(text).toContain(RECIPIENT);
  expect(text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/i);
  expect(text.match(/PHQ-9/g)).toHaveLength(1);
  expect(text).toContain("<dt>The consent covers</dt>");
});

test("after a consent is revoked nothing more leaves on it, not even from a form that was open", async ({
  page,
  context,
  clinic,
  today,
  watch,
}) => {
  watch.expectErrors(/status of 403/);
  const { patientId } = await openRecord(page, { clinic, today }, "revoked");
  await record(page, today);
  const other = await context.newPage();
  await other.goto(`/patients/${patientId}/consents`);
  const { form, submit } = await leave(other);
  await form.getByLabel("Basis").selectOption("consent");
  await form.getByLabel("Consent", { exact: true }).selectOption({ index: 1 });
  await form.getByRole("checkbox", { name: COURSE }).check();

  await page.getByRole("button", { name: `Revoke or end the consent for ${RECIPIENT}` }).click();
  const end = page.getByRole("dialog", { name: "Revoke or end this consent" });
  await end.getByLabel("How it became known").fill("said in session");
  await end.getByRole("button", { name: "Revoke the consent" }).click();
  await expect(page.getByText(`The consent for ${RECIPIENT} is no longer in force.`)).toBeVisible();
  await expect(table(page, "Consents").getByRole("row").filter({ hasText: RECIPIENT })).toContainText(
    "revoked",
  );
  const here = await leave(page);
  await expect(here.form.getByText("No consent of this patient is in force.")).toBeVisible();
  await expect(here.form.getByLabel("Basis").getByRole("option", { name: /consent/ })).toHaveCount(0);

  let left = false;
  other.on("download", () => {
    left = true;
  });
  await submit.click();
  await expect(form.getByRole("alert")).toContainText("No consent in force covers");
  await expect(form.getByRole("checkbox", { name: COURSE })).toBeChecked();
  expect(left).toBe(false);
  await page.reload();
  await expect(page.getByText("Nothing has left the program.")).toBeVisible();
});

test("in an emergency records leave once it is said to whom and why", async ({ page, clinic, today }) => {
  await openRecord(page, { clinic, today }, "emergency");
  const { form, submit } = await leave(page);
  await form.getByLabel("Basis").selectOption("medical_emergency");
  await form.getByRole("checkbox", { name: "Medication changes" }).check();
  await form.getByLabel("To whom").fill("Dr. Beryl Nightshift");
  await form.getByRole("textbox", { name: "Purpose" }).fill("Emergency treatment");
  await expect(submit).toBeDisabled();
  await form.getByLabel("Affiliation of the recipient").fill("County Hospital, emergency department");
  await form.getByLabel("Nature of the emergency").fill("Found unconscious");
  const { text } = await saved(page, () => submit.click());
  expect(text).toContain("Dr. Beryl Nightshift");
  const disclosure = table(page, "Disclosures").getByRole("row").filter({ hasText: "Nightshift" });
  await expect(disclosure).toContainText(/emergency/i);
  await expect(disclosure).toContainText("Found unconscious");
});
