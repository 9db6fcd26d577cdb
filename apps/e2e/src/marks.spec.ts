import type { Clinic } from "./clinic/server.ts";
import { ask, type StoredStay, storedStay } from "./clinic/stored.ts";
import {
  storedBars,
  storedFlags,
  storedHoles,
  storedMedicationMarks,
  storedPlacements,
  storedPoints,
  storedSessions,
  storedSigns,
} from "./clinic/stored-marks.ts";
import { Readings } from "./clinic/stored-screens.ts";
import { Drawn } from "./pages/drawing.ts";
import {
  drawnBars,
  drawnFlags,
  drawnHoles,
  drawnMedicationMarks,
  drawnPlacements,
  drawnPoints,
  drawnScreens,
  drawnSessions,
} from "./pages/drawn-marks.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

const INSTRUMENTS = ["phq-9", "gad-7"] as const;

async function open(patient: PatientPage, stay: StoredStay): Promise<void> {
  await patient.open(stay.patientId);
  const latest = stay.assessments("phq-9").at(-1);
  await patient.mark("assessment", latest?.id ?? "").waitFor({ state: "attached" });
}

function expectScores(drawn: Drawn, stay: StoredStay): void {
  for (const instrument of INSTRUMENTS) {
    expect(drawnPoints(drawn, instrument)).toEqual(storedPoints(stay, instrument));
    expect(drawnHoles(drawn, instrument)).toEqual(storedHoles(stay, instrument));
  }
}

/** More of one is more of the other. */
function expectSameOrder(drawn: readonly number[], stored: readonly number[]): void {
  const signs = (values: readonly number[]) =>
    values.flatMap((one) => values.map((other) => Math.sign(Math.round(100 * (one - other)))));
  expect(signs(drawn)).toEqual(signs(stored));
}

function expectMedication(drawn: Drawn, clinic: Clinic, stay: StoredStay): void {
  const bars = drawnBars(drawn);
  const stored = storedBars(clinic, stay);
  expect(bars.map(({ height: _, ...bar }) => bar)).toEqual(stored.map(({ dose: _, ...bar }) => bar));
  for (const name of new Set(stored.map(({ medication }) => medication))) {
    expectSameOrder(
      bars.filter(({ medication }) => medication === name).map(({ height }) => height),
      stored.filter(({ medication }) => medication === name).map(({ dose }) => dose),
    );
  }
  expect(drawnMedicationMarks(drawn)).toEqual(storedMedicationMarks(stay));
}

for (const patientId of ["D-20101", "D-20103", "D-20104", "D-20105", "D-20107", "D-20110", "D-20113"]) {
  test(`every mark of ${patientId} stands where the records put it`, async ({ page, clinic, today }) => {
    const stay = storedStay(clinic, patientId, today);
    await open(new PatientPage(page), stay);
    const drawn = await Drawn.of(page, today);
    expect(drawn.firstDay).toBe(stay.firstDay);
    expectScores(drawn, stay);
    expect(drawnSessions(drawn)).toEqual(storedSessions(stay));
    expect(drawnScreens(drawn)).toEqual(storedSigns(clinic, stay));
    expect(drawnFlags(drawn)).toEqual(storedFlags(stay));
    expectMedication(drawn, clinic, stay);
    const placements = drawnPlacements(drawn);
    const stored = storedPlacements(clinic, stay);
    expect(placements.map(({ ink: _, ...band }) => band)).toEqual(stored.map(({ more: _, ...band }) => band));
    expectSameOrder(
      placements.map(({ ink }) => ink),
      stored.map(({ more }) => more),
    );
  });
}

/** Patients of one stay, which has not ended: whatever is recorded of them belongs to it. */
const ONE_STAY = `patient_id IN (
  SELECT patient_id FROM episodes GROUP BY patient_id HAVING count(*) = 1 AND max(discharged_on) IS NULL
)`;
const ANSWERED = "(SELECT count(value) FROM json_each(items) WHERE key < 9)";

for (const [what, where, shape] of [
  ["prorated", `instrument = 'phq-9' AND total IS NULL AND ${ANSWERED} IN (7, 8)`, "hollow"],
  ["missing for lack of answers", `instrument = 'phq-9' AND total IS NULL AND ${ANSWERED} < 7`, "cross"],
  ["recorded late", "substr(recorded_at, 1, 10) > date(administered_on, '+2 days')", "tail"],
  ["known without its answers", `total IS NOT NULL AND ${ANSWERED} = 0`, "solid"],
] as const) {
  test(`a score that is ${what} is drawn as such`, async ({ page, clinic, today }) => {
    const [found] = ask(
      clinic,
      `SELECT patient_id, assessment_id FROM assessments
       WHERE ${where} AND status IS NOT 'entered_in_error' AND ${ONE_STAY}
       ORDER BY administered_on DESC, assessment_id LIMIT 1`,
    );
    const stay = storedStay(clinic, String(found?.patient_id), today);
    await open(new PatientPage(page), stay);
    const drawn = await Drawn.of(page, today);
    expectScores(drawn, stay);
    const points = INSTRUMENTS.flatMap((instrument) => drawnPoints(drawn, instrument));
    const point = points.find(({ key }) => key === `assessment:${found?.assessment_id}`);
    expect(point?.tail === null ? point.shape : "tail").toBe(shape);
  });
}

const inColumn = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

/** What a laboratory says of the specimen itself stands in rows below the substances, as numbers. */
const OF_SPECIMEN: Readonly<Record<string, RegExp>> = {
  creatinine: /^creatinine\b/i,
  specific_gravity: /^specific gravity\b/i,
};

for (const patientId of ["D-20103", "D-20104"]) {
  test(`the table of screens of ${patientId} says of every cell what the laboratory said`, async ({
    page,
    clinic,
    today,
  }) => {
    const stay = storedStay(clinic, patientId, today);
    await open(new PatientPage(page), stay);
    const readings = new Readings(clinic, stay);
    const table = page.getByRole("table", { name: "Drug screen results by analyte and date" });
    const dates = await table.locator("thead th").allInnerTexts();
    expect(dates.slice(1)).toEqual(readings.all().map(({ on }) => inColumn.format(new Date(on))));
    for (const [place, screen] of readings.all().entries()) {
      const whole = table.locator(`td[data-correct="${screen.id}"]`);
      await expect(whole.locator("[data-id]")).toHaveText([readings.whole(screen)]);
      expect(await whole.evaluate((cell: HTMLTableCellElement) => cell.cellIndex)).toBe(place + 1);
      for (const analyte of new Set(screen.results.map((result) => result.analyte))) {
        const ofSpecimen = OF_SPECIMEN[analyte];
        if (ofSpecimen) {
          const row = table
            .getByRole("row")
            .filter({ has: page.getByRole("rowheader", { name: ofSpecimen }) });
          await expect(row.locator("td").nth(place)).toHaveText(/\d/);
          continue;
        }
        const cell = table.locator(`td[data-correct^="${screen.id}/${analyte}/"]`);
        await expect(cell.locator("[data-id]")).toHaveText(readings.cell(screen, analyte));
      }
    }
    const cells = readings
      .all()
      .flatMap(({ results }) => [...new Set(results.map(({ analyte }) => analyte))])
      .filter((analyte) => !(analyte in OF_SPECIMEN));
    await expect(table.locator('td[data-correct*="/"]')).toHaveCount(cells.length);
  });
}

for (const patientId of ["D-20107", "D-20113"]) {
  test(`the answers of ${patientId} stand item by item as they were given`, async ({
    page,
    clinic,
    today,
  }) => {
    const stay = storedStay(clinic, patientId, today);
    const patient = new PatientPage(page);
    await open(patient, stay);
    for (const [instrument, name] of [
      ["phq-9", "PHQ-9"],
      ["gad-7", "GAD-7"],
    ] as const) {
      const grid = patient.answers(name).getByRole("table");
      const assessments = stay.assessments(instrument).toSorted((a, b) => (a.on < b.on ? -1 : 1));
      const rows = await grid.locator("tr:has(td[data-correct])").evaluateAll((all) =>
        all.map((row) => ({
          head: row.querySelector("th")?.textContent ?? "",
          cells: [...row.querySelectorAll<HTMLElement>("td[data-correct]")].map((cell) => ({
            of: cell.dataset.correct,
            says: cell.firstChild?.textContent,
          })),
        })),
      );
      const numbers = instrument === "phq-9" ? [9, 1, 2, 3, 4, 5, 6, 7, 8, 10] : [1, 2, 3, 4, 5, 6, 7, 8];
      for (const number of numbers) {
        const row = rows.find(({ head }) => Number.parseInt(head, 10) === number);
        expect(row?.cells, `item ${number}`).toEqual(
          assessments.map(({ id, items }) => ({ of: id, says: String(items[number - 1] ?? "–") })),
        );
      }
      const total = rows.find(({ head }) => head === `${name} score`);
      expect(total?.cells).toEqual(assessments.map(({ id, score }) => ({ of: id, says: String(score) })));
      expect(rows).toHaveLength(numbers.length + 1);
    }
  });
}
