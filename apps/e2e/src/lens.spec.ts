import type { Locator } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer, phq9 } from "./clinic/newcomer.ts";
import { ask, day } from "./clinic/stored.ts";
import { PatientPage } from "./pages/patient.ts";
import { textOf, wordsNear } from "./pages/read.ts";
import { expect, test } from "./story.ts";

function drug(section: Locator, name: string): Locator {
  const heading = section.page().getByRole("heading", { level: 3, name });
  return section.getByRole("listitem").filter({ has: heading });
}

test("a young person's antidepressant stands with its windows, its watch and what the scores did since", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, patientId } = newcomer("lens", today);
  const started = addDays(today, -14);
  const taken = { patient_id: patientId, changed_on: started, change: "start" };
  const scores = [-16, -9, -1].map((days, place) =>
    phq9(
      `E2E-A-lens-${place}`,
      patientId,
      addDays(today, days),
      [
        [2, 2, 2, 2, 2, 2, 2, 2, 0],
        [2, 2, 1, 1, 2, 2, 2, 2, 0],
        [1, 1, 1, 1, 1, 1, 1, 1, 0],
      ][place] ?? [],
    ),
  );
  const report = await importFolder(clinic, {
    ...folder,
    "patients.csv": [
      {
        patient_id: patientId,
        given_name: "Hyacinth",
        family_name: "lensrudder",
        birth_date: addDays(today, -22 * 365),
      },
    ],
    "assessments.csv": scores,
    "medications.csv": [
      { ...taken, medication_change_id: "E2E-M-lens-1", medication: "Sertraline", dose: "50", unit: "mg" },
      { ...taken, medication_change_id: "E2E-M-lens-2", medication: "Herbal calm tea" },
    ],
  });
  expect(report.rejected).toEqual([]);
  await new PatientPage(page).open(patientId);
  const section = page.getByRole("region", { name: "Medication", exact: true });
  await expect(section.getByRole("list", { name: "Watch" })).toContainText(
    /Under 25: watch for suicidal thoughts in the first weeks of Sertraline; item 9 last answered 0/,
  );
  const sertraline = drug(section, "Sertraline 50 mg");
  await expect(sertraline).toContainText("2 weeks on this dose");
  await expect(sertraline.getByRole("list", { name: "Review windows" }).getByRole("listitem")).toHaveText([
    `2 weeks: ${wordsNear(addDays(started, 11), today)} to ${wordsNear(addDays(started, 17), today)}, open now`,
    `4 weeks: ${wordsNear(addDays(started, 25), today)} to ${wordsNear(addDays(started, 31), today)}, ahead`,
    /^6–8 weeks: .+, ahead$/,
  ]);
  await expect(section).toContainText(/No rule recognizes: [^;]*Herbal calm tea/);
  await expect(drug(section, "Herbal calm tea")).toContainText("No rule recognizes it.");

  const compared = section.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^PHQ-9/ }) });
  const days = `${wordsNear(addDays(today, -16), today)} to ${wordsNear(addDays(today, -1), today)}, n 3`;
  for (const cell of await compared.getByRole("cell").all()) {
    for (const words of ["16 → 8", "reliably better", days]) await expect(cell).toContainText(words);
  }
  await expect(compared.getByRole("cell")).toHaveCount(2);
  await expect(section).not.toContainText(/because|caused|responded|effect of/i);
});

test("an injection that is past its day says by how much, from the day that is on record", async ({
  page,
  clinic,
  today,
}) => {
  const [last] = ask(
    clinic,
    `SELECT patient_id, medication, max(next_due_on) AS due, max(given_on) AS given, interval_days, given_by
     FROM injections WHERE patient_id = 'D-20104'`,
  );
  await new PatientPage(page).open("D-20104");
  const row = page
    .getByRole("table", { name: "Injections" })
    .getByRole("row")
    .filter({ hasText: String(last?.medication) });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(/\d days? (late|past due)|overdue by \d+ days/);
  await expect(row).toContainText(`every ${Number(last?.interval_days) / 7} weeks`);
  await expect(row).toContainText(`${wordsNear(day(last?.given), today)}, by ${last?.given_by}`);
  await expect(row).toContainText(wordsNear(day(last?.due), today));
  expect(day(last?.due) < today).toBe(true);
});

test("the card says since when every criterion is met, and leads to the page for a payer", async ({
  page,
  truth,
  today,
}) => {
  const patient = new PatientPage(page);
  await patient.open("D-20118");
  expect(truth.cardOf("D-20118")?.ready).toBe(true);
  const since = /It is so since ([A-Z][a-z]{2} \d+(?:, \d{4})?)/;
  await expect(patient.card).toContainText(since);
  const all = await patient.criteria.getByRole("cell").allInnerTexts();
  const dates = all.flatMap((text) => /met\s+since ([A-Z][a-z]{2} \d+(?:, \d+)?)/.exec(text)?.[1] ?? []);
  expect(dates.length).toBe(truth.cardOf("D-20118")?.criteria.filter(({ state }) => state === "met").length);
  const dayOf = (text = "") => Date.parse(/\d{4}$/.test(text) ? text : `${text}, ${today.slice(0, 4)}`);
  expect(dayOf(since.exec(await textOf(patient.card))?.[1])).toBe(
    Math.max(...dates.map((text) => dayOf(text))),
  );
  await patient.card.getByRole("link", { name: "Concurrent review page" }).click();
  await expect(page).toHaveURL(/\/patients\/D-20118\/papers\?.*paper=review/);
  await expect(page.getByRole("article", { name: /review/i })).toContainText("Internal copy");
});
