import type { Page } from "@playwright/test";
import { addDays, type CalendarDate } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

test.use({ holds: "real", as: "administrator" });

const PASSWORD = "twelve lanterns behind cold brick";

const treated = (today: CalendarDate) => ({
  "patients.csv": [
    { patient_id: "P-adm", given_name: "Juniper", family_name: "Testkeel", birth_date: "1990-04-01" },
  ],
  "episodes.csv": [
    { episode_id: "E-adm", patient_id: "P-adm", program_id: "DAY", admitted_on: addDays(today, -10) },
  ],
});

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "People" }).getByRole("row").filter({ hasText: name });

/** Invites a person through the page and gives back the one-time link. */
async function invite(page: Page, person: { name: string; email: string }): Promise<string> {
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Invite a person" }).click();
  const form = page.getByRole("dialog", { name: "Invite a person" });
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByRole("alert").first()).toContainText("Nothing was sent.");
  await form.getByLabel("Name", { exact: true }).fill(person.name);
  await form.getByLabel("E-mail address").fill(person.email);
  await form.getByRole("checkbox", { name: "Front desk" }).check();
  // The only program there is needs no choosing.
  await expect(form.getByRole("checkbox", { name: "Day IOP" })).toBeChecked();
  await form.getByRole("button", { name: "Invite" }).click();
  const made = page.getByRole("dialog", { name: `Invitation of ${person.name}` });
  const link = await made.getByLabel("One-time link").inputValue();
  await expect(made).toContainText("It works once");
  await made.getByRole("button", { name: "Done" }).click();
  await expect(rowOf(page, person.name)).toContainText("invited");
  return link;
}

test("somebody is invited, gets in by the link, and a change of roles holds at once", async ({
  page,
  elsewhere,
  clinic,
  today,
}) => {
  expect((await importFolder(clinic, treated(today))).ok).toBe(true);
  const person = { name: "Rowan Newharbor", email: "rowan.newharbor@clinic.example", password: PASSWORD };
  const link = await invite(page, person);
  expect(link.startsWith(`${clinic.address}/link#`)).toBe(true);
  const other = await elsewhere();
  await other.goto(link);
  await other.getByLabel("New password").fill(PASSWORD);
  await other.getByRole("button", { name: "Set the password" }).click();
  await other.getByRole("link", { name: "Sign in" }).click();
  await new SignIn(other).give(person);
  await expect(other).toHaveURL("/schedule");
  const navigation = other.getByRole("navigation", { name: "Pages" }).getByRole("link");
  await expect(navigation).toHaveText(["Sessions", "Due"]);
  await other.goto("/patients/P-adm/contact");
  await expect(other.getByRole("main").getByText("Juniper Testkeel")).toBeVisible();

  await page.reload();
  await expect(rowOf(page, person.name)).toContainText("active");
  await rowOf(page, person.name)
    .getByRole("button", { name: `Change ${person.name}` })
    .click();
  const form = page.getByRole("dialog", { name: `Change ${person.name}` });
  await form.getByRole("checkbox", { name: "Front desk" }).uncheck();
  await form.getByRole("checkbox", { name: "Therapist", exact: true }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${person.name} was changed.`)).toBeVisible();
  await expect(rowOf(page, person.name)).toContainText("Therapist in Day IOP");

  await other.goto("/patients/P-adm/contact");
  await expect(other.getByRole("main").getByRole("alert")).toContainText("There is no such patient");
  await expect(navigation).toHaveText(["Caseload", "Trends", "Sessions", "Due", "Imports"]);

  await rowOf(page, person.name)
    .getByRole("button", { name: `Account of ${person.name}` })
    .click();
  await page.getByRole("button", { name: "Disable account" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("Nothing that");
  await question.getByRole("button", { name: "Disable account" }).click();
  await expect(page.getByText(`The account of ${person.name} is disabled.`)).toBeVisible();
  await expect(rowOf(page, person.name)).toContainText("disabled");
});

test("a new link for a lost password replaces the earlier one", async ({ page, elsewhere }) => {
  const person = { name: "Sorrel Newmooring", email: "sorrel.newmooring@clinic.example" };
  const first = await invite(page, person);
  await rowOf(page, person.name)
    .getByRole("button", { name: `Account of ${person.name}` })
    .click();
  await page.getByRole("button", { name: "New invitation" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Make a new link" }).click();
  const second = await page.getByLabel("One-time link").inputValue();
  expect(second).not.toBe(first);
  const other = await elsewhere();
  await other.goto(first);
  await expect(other.getByText("This link does not work any more.")).toBeVisible();
  await other.goto("about:blank");
  await other.goto(second);
  await expect(other.getByText(person.email)).toBeVisible();
  await expect(other).toHaveURL("/link");
});

test("an address that has an account is refused, and what was typed stays", async ({ page, watch }) => {
  watch.expectErrors(/status of 409/);
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Invite a person" }).click();
  const form = page.getByRole("dialog", { name: "Invite a person" });
  await form.getByLabel("Name", { exact: true }).fill("Ada Again");
  await form.getByLabel("E-mail address").fill("Ada.Firstpurser@clinic.example");
  await form.getByRole("checkbox", { name: "Administrator", exact: true }).check();
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByRole("alert")).toContainText("Somebody has an account with this e-mail address");
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue("Ada Again");
  await form.getByRole("button", { name: "Cancel" }).click();
  await expect(rowOf(page, "Ada Again")).toHaveCount(0);
});
