import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer, phq9 } from "./clinic/newcomer.ts";
import { colleague, DEMO } from "./clinic/people.ts";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { mondayBefore } from "./pages/read.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expect, test } from "./story.ts";

test.use({ as: "nobody" });

test("a therapist's day: between two groups, who needs me, what is it, whom do I see, and out", async ({
  page,
  today,
}) => {
  const door = new SignIn(page);
  await door.open();
  await door.give(DEMO.therapist);
  const list = new Caseload(page);
  await list.settled();
  await expect(page).toHaveURL("/caseload?therapist=T-01");
  await list.nameOf(list.row("Wren Larkspurkeel")).click();
  const patient = new PatientPage(page);
  await patient.slider.waitFor();
  await patient.items.first().getByRole("button").first().click();
  await expect.poll(() => patient.marked("lit")).not.toHaveLength(0);
  await page.getByRole("link", { name: "Consents and disclosures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consents and disclosures");
  await page.goBack();
  await expect(patient.name).toHaveText("Wren Larkspurkeel");
  await page.getByRole("link", { name: "Sessions" }).click();
  await page.getByLabel("Day", { exact: true }).fill(mondayBefore(today));
  await expect(page.getByRole("status").filter({ hasText: /session/ })).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(door.heading).toBeVisible();
});

test("a prescriber's day: own patients, and what the screens and the medication say", async ({ page }) => {
  const door = new SignIn(page);
  await door.enter(DEMO.prescriber);
  await expect(page).toHaveURL("/caseload?prescriber=R-01");
  const list = new Caseload(page);
  await list.settled();
  expect(await list.rows.count()).toBeGreaterThan(3);
  await list.nameOf(list.rows.first()).click();
  const patient = new PatientPage(page);
  await patient.slider.waitFor();
  const screens = await patient.values("Drug screens");
  await expect(screens.getByRole("row").nth(1)).toBeVisible();
});

test("a director's day: the programs, an import with trouble, what left, and who was opened from outside", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, name, patientId } = newcomer("directed", today);
  const door = new SignIn(page);
  await door.enter(colleague("Elias Barleycaptain"));
  const list = new Caseload(page);
  await list.settled();
  const programs = page.getByRole("combobox", { name: "Program" }).getByRole("option");
  await expect(programs.filter({ hasText: /Lighthouse|Tidewater|Compass/ })).toHaveCount(3);
  await expect(programs.filter({ hasText: /Headland|Breakwater/ })).toHaveCount(0);

  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const report = await importFolder(clinic, {
    "assessments.csv": [
      phq9("E2E-DAY-1", patientId, addDays(today, -1), [9, 1, 1, 1, 1, 1, 1, 1, 0]),
      phq9("E2E-DAY-2", patientId, today, [1, 1, 1, 1, 1, 1, 1, 1, 2]),
    ],
  });
  expect(report.rejected).toHaveLength(1);
  await expect(list.row(name)).toContainText("Item 9 answered 2");
  await page.getByRole("link", { name: "Imports" }).first().click();
  await page.locator(`a[href*="${report.batch}"]`).click();
  await page.getByRole("button", { name: "Mend line 2 of assessments.csv" }).click();
  await page.getByRole("textbox", { name: "item_1" }).fill("3");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Line 2 of assessments.csv went in.")).toBeVisible();

  await page.getByRole("link", { name: "Administration" }).click();
  const sections = page.getByRole("navigation", { name: "Administration" }).getByRole("link");
  await expect(sections).toHaveText(["Covers", "Team meetings", "Programs", "Audit", "Opened from outside"]);
  await sections.filter({ hasText: "Audit" }).click();
  await expect(page.getByText("You see what concerns your programs.")).toBeVisible();
});

test("a day at the front desk: who comes, who owes a measure, how to reach somebody", async ({
  page,
  today,
}) => {
  const door = new SignIn(page);
  await door.enter(colleague("Abby Fennelharbor"));
  await expect(page).toHaveURL("/schedule");
  await page.goto(`/schedule?on=${mondayBefore(today)}`);
  await expect(page.getByRole("status").filter({ hasText: /session/ })).toBeVisible();
  await page.getByRole("link", { name: "Due" }).click();
  const due = page.getByRole("table", { name: "Measures due" });
  const person = due.getByRole("row").filter({ has: page.getByRole("link", { name: /^Contact of/ }) });
  await expect(person.first()).toContainText(/overdue|today|due/i);
  await person
    .first()
    .getByRole("link", { name: /^Contact of/ })
    .click();
  await expect(page.getByLabel("How to reach the patient")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/PHQ|GAD/);
});

test("an administrator's day: people, an import without its values, the audit and the machine", async ({
  page,
  clinic,
  today,
}) => {
  const { folder } = newcomer("withheld", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const report = await importFolder(clinic, {
    "assessments.csv": [
      phq9("E2E-ADM-1", "E2E-withheld", addDays(today, -1), [9, 1, 1, 1, 1, 1, 1, 1, 0]),
      phq9("E2E-ADM-2", "Kestrelbrook, Vesper", addDays(today, -1), [1, 1, 1, 1, 1, 1, 1, 1, 0]),
    ],
    "patients.csv": [
      { patient_id: "E2E-ADM", given_name: "Vesper", family_name: "Kestrelbrook", birth_date: "1990-02-31" },
    ],
  });
  expect(report.rejected).toHaveLength(3);
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/trpc/imports.")) bodies.push(await response.text().catch(() => ""));
  });
  await new SignIn(page).enter(DEMO.administrator);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("People");
  await page.getByRole("link", { name: "Imports" }).click();
  await page.locator(`a[href*="${report.batch}"]`).click();
  await expect(page.getByRole("heading", { name: /^3 rows set aside/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Mend/ })).toHaveCount(0);
  for (const { file, line } of report.rejected) {
    await page.getByRole("button", { name: `Show line ${line} of ${file}` }).click();
  }
  await expect(page.getByText(/What the row says is for clinicians and directors/)).toHaveCount(3);
  const main = page.getByRole("main");
  for (const word of ["Kestrelbrook", "Vesper", "1990-02-31"]) {
    await expect(main).not.toContainText(word);
    expect([word, bodies.join("\n").includes(word)]).toEqual([word, false]);
  }
  await page.getByRole("button", { name: "Take it off the list" }).first().click();
  await page.getByRole("button", { name: /^Take line \d+ off the list$/ }).click();
  await expect(page.getByText(/was taken off the list\.$/)).toBeVisible();

  await page.getByRole("link", { name: "Administration" }).click();
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await page.getByRole("combobox", { name: "Event" }).selectOption("set_aside_dismissed");
  await expect(page.getByRole("table", { name: /^Audit entries/ })).toContainText("Peter Willowpurser");
  await page.getByRole("link", { name: "What is running" }).click();
  await expect(page.getByRole("main")).toContainText("Last nightly run");
});
