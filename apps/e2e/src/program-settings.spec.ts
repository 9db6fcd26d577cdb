import { addDays, type CalendarDate } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

test.use({ holds: "real" });

const longStay = (today: CalendarDate) => ({
  "programs.csv": [{ program_id: "DAY", name: "Day IOP", level_of_care: "iop" }],
  "patients.csv": [
    { patient_id: "P-long", given_name: "Juniper", family_name: "Testkeel", birth_date: "1990-04-01" },
  ],
  "episodes.csv": [
    { episode_id: "E-long", patient_id: "P-long", program_id: "DAY", admitted_on: addDays(today, -80) },
  ],
  "placements.csv": [{ episode_id: "E-long", level_of_care: "iop", started_on: addDays(today, -80) }],
});

test("a program's setting that is changed changes a finding on an open page, and of two changes none is lost", async ({
  page,
  context,
  clinic,
  today,
  watch,
}) => {
  watch.expectErrors(/status of 409/);
  expect((await importFolder(clinic, longStay(today))).ok).toBe(true);
  const patient = new PatientPage(page);
  await patient.open("P-long");
  expect(await patient.rules()).not.toContain("length-of-stay");

  const settings = await context.newPage();
  const late = await context.newPage();
  for (const open of [settings, late]) {
    await open.goto("/admin/programs");
    await open.getByRole("link", { name: "Day IOP" }).click();
    await expect(open.getByText(/\d patients? in treatment/)).toBeVisible();
  }
  const weeks = settings.getByLabel("Weeks, at most");
  await weeks.fill("not a number");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(weeks).toBeFocused();
  await expect(weeks).toHaveAttribute("aria-invalid", "true");
  await weeks.fill("8");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByText(/^Saved\./)).toBeVisible();
  await expect(patient.findings).toContainText("80 days at IOP, planned up to 8 weeks", { timeout: 5_000 });

  await late.getByLabel("Weeks, at least").fill("6");
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByRole("alert")).toContainText("changed this program");
  await expect(late.getByLabel("Weeks, at least")).toHaveValue("6");
  await late.getByRole("button", { name: "Show what stands, and drop mine" }).click();
  await expect(late.getByLabel("Weeks, at most")).toHaveValue("8");
  await expect(late.getByLabel("Weeks, at least")).toHaveValue("");
});
