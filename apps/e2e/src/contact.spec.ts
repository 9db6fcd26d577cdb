import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import { expect, test } from "./story.ts";

test("how a patient is called and reached is kept, and a therapist's page and the sessions say the name", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, name, patientId } = newcomer("contact", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  await page.goto(`/patients/${patientId}`);
  await page
    .getByRole("navigation", { name: "More of this record" })
    .getByRole("link", { name: "Contact" })
    .click();
  await expect(page.getByRole("main").getByText(name, { exact: true })).toBeVisible();
  await expect(page.getByText("Nothing has been entered yet.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  await page.getByLabel("Preferred name").fill("Cinth");
  await page.getByLabel("How to reach the patient").fill("Text only, signed Lee");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByText(/Last changed .* by Marian Olivecaptain/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Preferred name")).toHaveValue("Cinth");
  await expect(page.getByLabel("How to reach the patient")).toHaveValue("Text only, signed Lee");
});

test("of two pages that change the same details, the later one is told and keeps what was typed", async ({
  page,
  context,
  clinic,
  today,
  watch,
}) => {
  watch.expectErrors(/status of 409/);
  const { folder, patientId } = newcomer("conflict", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const other = await context.newPage();
  for (const open of [page, other]) await open.goto(`/patients/${patientId}/contact`);
  await page.getByLabel("Pronouns").fill("they/them");
  await other.getByLabel("Preferred name").fill("Hya");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Saved.")).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Somebody has changed this in the meantime.");
  await expect(page.getByLabel("Pronouns")).toHaveValue("they/them");
  await other.reload();
  await expect(other.getByLabel("Preferred name")).toHaveValue("Hya");
  await expect(other.getByLabel("Pronouns")).toHaveValue("");
});
