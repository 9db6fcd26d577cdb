import type { Locator, Page } from "@playwright/test";
import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";
import { ask, day, type StoredStay, storedStay } from "./clinic/stored.ts";
import { PatientPage } from "./pages/patient.ts";
import { textOf, wordsNear } from "./pages/read.ts";
import { expect, test } from "./story.ts";

const SPANS = ["Since last week", "Since admission", "Since the last medication change"] as const;

function sentence(page: Page, span: (typeof SPANS)[number]): Locator {
  return page
    .getByRole("region", { name: "What changed" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`^${span}`) }) });
}

/** The scores of an instrument, in the order of their days. */
function scoresOf(stay: StoredStay, instrument: string) {
  return stay
    .assessments(instrument)
    .flatMap(({ on, score }) => (score === null ? [] : [{ on, score }]))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

const signed = (change: number) => (change < 0 ? `−${-change}` : change > 0 ? `+${change}` : "0");

/** The day on which the line through the timeline stands. */
async function lineOn(patient: PatientPage, firstDay: CalendarDate): Promise<CalendarDate> {
  return addDays(firstDay, Number(await patient.slider.getAttribute("aria-valuenow")));
}

for (const patientId of ["D-20101", "D-20107", "D-20118"]) {
  test(`the sentences of ${patientId} say the scores that the records hold`, async ({
    page,
    clinic,
    today,
  }) => {
    const stay = storedStay(clinic, patientId, today);
    await new PatientPage(page).open(patientId);
    const [change] = ask(
      clinic,
      "SELECT max(changed_on) AS day FROM medication_changes WHERE patient_id = ? AND changed_on <= ?",
      patientId,
      today,
    );
    const changedOn = day(change?.day);
    for (const [instrument, name] of [
      ["phq-9", "PHQ-9"],
      ["gad-7", "GAD-7"],
    ] as const) {
      const scores = scoresOf(stay, instrument);
      const latest = scores.at(-1);
      const first = scores[0];
      const weekBefore = scores.findLast(({ on }) => {
        const days = latest === undefined ? 0 : daysBetween(on, latest.on);
        return days >= 5 && days <= 10;
      });
      const before = scores.findLast(({ on }) => on <= changedOn);
      if (!latest || !first || !weekBefore || !before || latest.on <= changedOn) {
        throw new Error("The records do not hold what the sentences compare.");
      }
      for (const [span, from] of [
        ["Since last week", weekBefore],
        ["Since admission", first],
        ["Since the last medication change", before],
      ] as const) {
        const words = await textOf(sentence(page, span).getByRole("paragraph"));
        const said = new RegExp(
          `${name} (\\d+)(?: on [A-Z][a-z]+ \\d+(?:, \\d+)?)? → (\\d+)[^(;]*\\((\\S+?)[,)]`,
        ).exec(words);
        expect([span, ...(said?.slice(1) ?? [words])]).toEqual([
          span,
          String(from.score),
          String(latest.score),
          signed(latest.score - from.score),
        ]);
      }
    }
    await expect(sentence(page, "Since admission").getByRole("heading")).toContainText(
      wordsNear(stay.admittedOn, today),
    );
  });
}

test("a number of a sentence puts the line on its day, and the card says the same", async ({
  page,
  clinic,
  today,
}) => {
  const stay = storedStay(clinic, "D-20107", today);
  const patient = new PatientPage(page);
  await patient.open(stay.patientId);
  const firstDay = await patient.firstDay(today);
  const scores = scoresOf(stay, "phq-9");
  const links = sentence(page, "Since admission").getByRole("link");
  const numbers = links.filter({ hasText: /^\d+$/ });
  await expect(numbers).toHaveCount(4);
  for (const [place, score] of [scores[0], scores.at(-1)].entries()) {
    const link = numbers.nth(place);
    expect(await textOf(link)).toBe(String(score?.score));
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "true");
    await expect(patient.slider).toBeInViewport();
    expect(await lineOn(patient, firstDay)).toBe(score?.on);
    const words = `PHQ-9 ${score?.score}`;
    await expect(patient.slider).toHaveAttribute("aria-valuetext", new RegExp(`${words}\\b`));
    await expect(page.locator("[aria-hidden=true]").filter({ hasText: words }).last()).toBeVisible();
    await expect.poll(() => patient.marked("lit")).toHaveLength(1);
  }
});

test("every link of the sentences leads to a mark of the timeline, and Escape leads back to it", async ({
  page,
}) => {
  const patient = new PatientPage(page);
  await patient.open("D-20103");
  const section = page.getByRole("region", { name: "What changed" });
  const links = section.getByRole("link");
  expect(await links.count()).toBeGreaterThan(8);
  for (const link of await links.all()) {
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(link).toHaveAttribute("aria-current", "true");
    await expect(patient.slider).toBeFocused();
    await expect.poll(() => patient.marked("lit")).toHaveLength(1);
    await page.keyboard.press("Escape");
    await expect(link).toBeFocused();
  }
  // Begun before the stay: the timeline has no such day.
  await expect(section).toContainText("Buprenorphine-naloxone film started");
  await expect(links.filter({ hasText: "Buprenorphine-naloxone film started" })).toHaveCount(0);
});
