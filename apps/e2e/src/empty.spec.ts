import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { phq9 } from "./clinic/newcomer.ts";
import { kept, openReal } from "./clinic/people.ts";
import { serve } from "./clinic/server.ts";
import { Caseload } from "./pages/caseload.ts";
import { expect, test } from "./story.ts";

test.use({ holds: "nothing" });

test("an empty clinic says how patients get in, and shows them as they come", async ({
  page,
  clinic,
  today,
}) => {
  const list = new Caseload(page);
  await page.goto("/");
  await expect(page.getByText("Nobody is in treatment.")).toBeVisible();
  await expect(page.getByText("soundings import")).toBeVisible();
  await expect(page.getByText("Synthetic demo data")).toHaveCount(0);
  await page.getByRole("link", { name: "Imports" }).first().click();
  await expect(page.getByText("Nothing has been imported yet.")).toBeVisible();
  await page.getByRole("link", { name: "Caseload" }).click();

  const admitted = addDays(today, -8);
  const report = await importFolder(clinic, {
    "programs.csv": [{ program_id: "DAY", name: "Day IOP", level_of_care: "iop" }],
    "patients.csv": [
      { patient_id: "P-1", given_name: "Juniper", family_name: "Testkeel", birth_date: "1990-04-01" },
    ],
    "episodes.csv": [{ episode_id: "E-1", patient_id: "P-1", program_id: "DAY", admitted_on: admitted }],
    "assessments.csv": [phq9("A-1", "P-1", admitted, [1, 1, 1, 1, 1, 1, 0, 0, 1])],
  });
  expect(report.ok).toBe(true);
  await expect(list.cell(list.row("Juniper Testkeel"), "urgency")).toHaveText("Now");
  await expect(list.heading).toHaveText("1 patient");
});

test("a patient or page that is not there is said in words", async ({ page, watch }) => {
  watch.expectErrors(/status of 404/);
  await page.goto("/patients/nobody");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(/patient/i);
  await page.goto("/no-such-page");
  await expect(page.getByText("There is no page at this address.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "your first page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Caseload");
});

test("a clinic in which nobody has an account says how the first one is made", async ({ elsewhere }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "soundings-e2e-"));
  const own = await serve({ dataDir, demo: false });
  try {
    const page = await elsewhere();
    await page.goto(own.address);
    await expect(page.getByText("Nobody has an account here yet.")).toBeVisible();
    await expect(page.getByText("soundings user add")).toBeVisible();
    await expect(page.getByLabel("Password")).toHaveCount(0);
  } finally {
    await own.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test("a page says when it is not live, and catches up when the server is back", async ({ browser }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "soundings-e2e-"));
  const first = await serve({ dataDir, demo: false });
  const { director } = await openReal(first);
  const context = await browser.newContext({
    baseURL: first.address,
    storageState: kept(first.address, director),
  });
  const page = await context.newPage();
  try {
    await page.goto("/caseload");
    await expect(page.getByText("Nobody is in treatment.")).toBeVisible();
    const live = page.getByRole("status").filter({ hasText: /live/i });
    await expect(live).toHaveText("Live");
    await first.stop();
    await expect(live).toHaveText(/^Not live, last update /);
    await expect(page.getByText("Nobody is in treatment.")).toBeVisible();

    const second = await serve({ dataDir, demo: false, port: Number(new URL(first.address).port) });
    try {
      await expect(live).toHaveText("Live", { timeout: 30_000 });
    } finally {
      await second.stop();
    }
  } finally {
    await context.close();
    await first.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
