import { STORIES } from "@soundings/demo-clinic";
import { importFolder } from "./clinic/command.ts";
import { phq9 } from "./clinic/newcomer.ts";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { numberIn, textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

/** What arrives while a page is open shows within this time. */
const SHOWS_WITHIN = { timeout: 2_000 };

/** Somebody in the list without a finding, who is in no story. */
async function somebodyQuiet(list: Caseload): Promise<{ name: string; patientId: string }> {
  for (const row of await list.rows.filter({ hasText: "No finding" }).all()) {
    const href = await list.nameOf(row).getAttribute("href");
    const patientId = /\/patients\/([^?]+)/.exec(href ?? "")?.[1];
    const isInStory = STORIES.some(({ recordNumber }) => recordNumber === patientId);
    if (patientId !== undefined && !isInStory) return { name: await textOf(list.nameOf(row)), patientId };
  }
  throw new Error("Everybody in the list has a finding.");
}

test("an answer to item 9 that is imported shows on open pages within two seconds", async ({
  context,
  page,
  clinic,
  today,
}) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-06" });
  const { name, patientId } = await somebodyQuiet(list);
  const beforeNow = await numberIn(list.count("Now"));
  const other = await context.newPage();
  const patient = new PatientPage(other);
  await patient.open(patientId);
  await expect(other.getByRole("heading", { name: "No finding" })).toBeVisible();
  for (const open of [page, other]) {
    await expect(open.getByRole("status").filter({ hasText: /^Live$/ })).toBeVisible();
    await open.evaluate("window.openedBefore = true");
  }

  const report = await importFolder(clinic, {
    "assessments.csv": [phq9("E2E-LIVE-1", patientId, today, [1, 1, 1, 1, 0, 0, 0, 0, 2])],
  });
  await Promise.all([
    expect(list.nameOf(list.rows.first())).toHaveText(name, SHOWS_WITHIN),
    expect(list.cell(list.row(name), "urgency")).toHaveText("Now", SHOWS_WITHIN),
    expect(list.cell(list.row(name), "finding")).toContainText("Item 9 answered 2", SHOWS_WITHIN),
    expect(list.count("Now")).toContainText(String(beforeNow + 1), SHOWS_WITHIN),
    expect(patient.findings).toContainText("Item 9 answered 2", SHOWS_WITHIN),
    expect(patient.mark("assessment", "E2E-LIVE-1")).toBeVisible(SHOWS_WITHIN),
  ]);

  expect(report.ok).toBe(true);
  for (const open of [page, other]) expect(await open.evaluate("window.openedBefore")).toBe(true);
});
