import { addDays, INSTRUMENTS, MEASURES, type MeasureJson } from "@soundings/clinical";
import { readOutcomes } from "./clinic/command.ts";
import { ask } from "./clinic/stored.ts";
import { storedOutcomes } from "./clinic/stored-outcomes.ts";
import { countIn, lastTwelveMonths, monthBefore, Outcomes, seen } from "./pages/outcomes.ts";
import { inWords, textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

const RECOVERY = "Symptom recovery (PHQ-9 below 10 and GAD-7 below 8)";

const number = (value: number) => value.toLocaleString("en-US");
const whole = (share: number | null | undefined) => Math.round((share ?? Number.NaN) * 100);

function percent(share: number | null): string {
  if (share === null) return "no data";
  if (whole(share) === 100 && share < 1) return "over 99 %";
  return whole(share) === 0 && share > 0 ? "under 1 %" : `${whole(share)} %`;
}

function rateWords({ numerator, denominator, rate, low, high }: MeasureJson): string {
  return `${number(numerator)} of ${number(denominator)}, ${percent(rate)}, ${whole(low)}–${whole(high)} %`;
}

function boundsWords({ bounds }: MeasureJson): string {
  return bounds === undefined || bounds[0] === bounds[1]
    ? "all are counted"
    : `between ${whole(bounds[0])} and ${percent(bounds[1])}`;
}

const fixed = (value: number | null, places: number) => (value ?? Number.NaN).toFixed(places);

test("the figures of a question are those of the command and of the records, and each leads to its people", async ({
  page,
  clinic,
  today,
}) => {
  const outcomes = new Outcomes(page);
  const asked = { ...lastTwelveMonths(today), program: "lighthouse" };
  const answered = readOutcomes(clinic, asked);
  await outcomes.open("/outcomes");
  await outcomes.field("Program").selectOption("Lighthouse Dual Diagnosis IOP");
  await expect(page).toHaveURL("/outcomes?program=lighthouse");
  await expect(outcomes.field("First day of the period")).toHaveValue(asked.from);
  await expect(outcomes.field("Last day of the period")).toHaveValue(asked.to);
  const json = await answered;
  const { flow, measures, change, retention, attendance, screens } = json;
  await expect(page.getByText(`Of ${number(flow.discharged)} people discharged from`)).toContainText(
    `${number(flow.paired_both)} answered both questionnaires`,
  );
  await outcomes.ready();

  for (const { id, name } of MEASURES) {
    const row = outcomes.row(outcomes.measures, name);
    expect([id, await seen(outcomes.cell(row, 1))]).toEqual([id, rateWords(measures[id])]);
    expect([id, await seen(outcomes.cell(row, 3))]).toEqual([id, boundsWords(measures[id])]);
  }
  const scores = outcomes.table("Change of scores of those with a score at the beginning and later");
  for (const id of ["phq-9", "gad-7"] as const) {
    const { n, mean_pre, sd_pre, mean_post, sd_post, mean_change, r, d, g, low, high } = change[id];
    expect(await outcomes.row(scores, INSTRUMENTS[id].name).locator("td").allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`^${number(n)}\\b`)),
      `${fixed(mean_pre, 1)} (${fixed(sd_pre, 1)})`,
      `${fixed(mean_post, 1)} (${fixed(sd_post, 1)})`,
      fixed(-(mean_change ?? Number.NaN), 1),
      fixed(r, 2),
      fixed(d, 2),
      `${fixed(g, 2)}, ${fixed(low, 2)} to ${fixed(high, 2)}`,
    ]);
  }
  const stayed = outcomes.table("Still in treatment or ended as planned, by days since admission");
  for (const { day, survival, low, high, at_risk } of retention.at) {
    const cells = await outcomes.row(stayed, `${day} days`).locator("td").allInnerTexts();
    expect(cells.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      percent(survival),
      `${whole(low)}–${whole(high)} %`,
      number(at_risk),
    ]);
  }
  const came = `${number(attendance.attended)} of ${number(attendance.countable)} sessions were attended`;
  await expect(page.getByText(came)).toBeVisible();
  await expect(
    outcomes.table("Negative drug screens, of those submitted and of those scheduled"),
  ).toContainText(`${number(screens.negative)} of ${number(screens.scheduled)}`);

  const stored = storedOutcomes(clinic, { ...asked, asOf: today });
  const { recovery, completion } = measures;
  expect(flow.discharged).toBe(stored.discharged);
  expect(flow.paired_both).toBe(stored.pairedBoth);
  expect([recovery.numerator, recovery.denominator]).toEqual([stored.recovered.length, stored.ill.length]);
  expect([completion.numerator, completion.denominator]).toEqual([stored.completed, stored.discharged]);
  expect(retention.n).toBe(stored.admitted);
  expect(retention.at.find(({ day }) => day === 60)?.survival).toBeCloseTo(stored.stayed60, 12);
  expect({ attended: attendance.attended, countable: attendance.countable }).toEqual(stored.attendance);

  const row = outcomes.row(outcomes.measures, RECOVERY);
  for (const [who, place, episodes] of [
    ["with symptom recovery", 1, stored.recovered],
    ["in the denominator", 1, stored.ill],
    ["left out of symptom recovery", 4, stored.notIll],
  ] as const) {
    const link = outcomes.cell(row, place).getByRole("link", { name: new RegExp(who, "i") });
    expect(await outcomes.follow(link)).toBe(episodes.length);
    expect(await outcomes.episodes()).toEqual(episodes);
    await page.goBack();
    await expect(page).toHaveURL("/outcomes?program=lighthouse");
    await outcomes.ready();
  }
  await outcomes.stepTo("From discharged to analyzed", /^Without a first or a later score/);
  await page.keyboard.press("Enter");
  await outcomes.listOf(flow.with_pre - flow.paired_both);
});

const REASONS = {
  "no first PHQ-9": /^No PHQ-9 from 14 days before/,
  "no first GAD-7": /^No GAD-7 from 14 days before/,
  "no later PHQ-9": /^No PHQ-9 after/,
  "no later GAD-7": /^No GAD-7 after/,
  "began below the threshold": /^The baseline is below/,
} as const;

test("an earlier day is asked as it was, down to the patient, and the way back keeps the question", async ({
  page,
  clinic,
  today,
}) => {
  const outcomes = new Outcomes(page);
  const from = monthBefore(today, 6);
  const to = addDays(monthBefore(today, 4), -1);
  const asOf = addDays(to, -20);
  await outcomes.open(`/outcomes?program=compass&from=${from}&to=${to}`);
  await outcomes.field("As of").fill(asOf);
  const address = `/outcomes?asOf=${asOf}&from=${from}&program=compass&to=${to}`;
  await expect(page).toHaveURL(address);
  await expect(
    page.getByRole("status").filter({ hasText: `As of ${inWords(asOf)}, not today.` }),
  ).toBeVisible();
  await outcomes.ready();
  const stored = storedOutcomes(clinic, { program: "compass", from, to, asOf });
  expect(stored.discharged).toBeLessThan(
    storedOutcomes(clinic, { program: "compass", from, to, asOf: today }).discharged,
  );
  await expect(page.getByText(`Of ${stored.discharged} people discharged from`)).toContainText(
    `${stored.pairedBoth} answered both`,
  );
  await outcomes.ready();
  const row = outcomes.row(outcomes.measures, RECOVERY);
  expect(await seen(outcomes.cell(row, 1))).toContain(`${stored.recovered.length} of ${stored.ill.length},`);

  const leftOut = outcomes.cell(row, 4);
  const reasons = await leftOut.getByRole("listitem").allInnerTexts();
  await outcomes.follow(leftOut.getByRole("link"));
  expect(await outcomes.episodes()).toEqual(stored.notIll);
  const said = await Promise.all(
    (await outcomes.people.all()).map((person) => seen(outcomes.cell(person, 6))),
  );
  for (const reason of reasons) {
    const words = Object.entries(REASONS).find(([short]) => reason.endsWith(short))?.[1];
    expect([reason, said.filter((text) => words?.test(text)).length]).toEqual([reason, countIn(reason)]);
  }
  expect(reasons.reduce((sum, reason) => sum + countIn(reason), 0)).toBe(said.length);

  const list = page.url();
  const person = page.locator("[data-row-link]").first();
  const [family = "", given = ""] = (await textOf(person)).split(", ");
  await person.click();
  await expect(page).toHaveURL(new RegExp(`/patients/D-\\d+\\?asOf=${asOf}&episodeId=E-`));
  await expect(outcomes.title).toHaveText(`${given} ${family}`);
  await expect(page.getByRole("status").filter({ hasText: `As of ${inWords(asOf)}` })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(list);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await outcomes.ready();
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page).toHaveURL(`/outcomes?from=${from}&program=compass&to=${to}`);
});

test("a question is narrowed in its address; one that finds nobody or makes no sense says why and leads on", async ({
  page,
  clinic,
  today,
}) => {
  const outcomes = new Outcomes(page);
  const { from, to } = lastTwelveMonths(today);
  const only = (where: string) =>
    Number(
      ask(
        clinic,
        `SELECT count(*) AS n FROM episodes JOIN patients USING (patient_id)
         WHERE discharged_on BETWEEN ? AND ? AND ${where}`,
        from,
        to,
      )[0]?.n,
    );
  await outcomes.open("/outcomes?against=previous_year");
  await expect(page.getByRole("columnheader", { name: /^[A-Z].+ to .+\d$/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await outcomes.field("Sex").selectOption("female");
  await outcomes.field("Payer").selectOption("Medi-Cal");
  await expect(page).toHaveURL("/outcomes?against=previous_year&payer=Medi-Cal&sex=female");
  const narrowed = only("sex = 'female' AND payer = 'Medi-Cal'");
  await expect(page.getByText(`Of ${narrowed} people discharged from`)).toBeVisible();
  await page
    .getByRole("navigation", { name: "Program outcomes" })
    .getByRole("link", { name: "Groups" })
    .click();
  await expect(page).toHaveURL("/outcomes/compare?against=previous_year&payer=Medi-Cal&sex=female");
  await outcomes.ready();
  const all = outcomes.row(outcomes.table("Groups compared"), "All together");
  expect(await seen(outcomes.cell(all, 1))).toBe(String(narrowed));

  const [other] = ask(
    clinic,
    `SELECT track FROM episodes WHERE track IS NOT NULL
     AND track NOT IN (SELECT track FROM episodes WHERE program_id = 'tidewater' AND track IS NOT NULL) LIMIT 1`,
  );
  await outcomes.open(`/outcomes?program=tidewater&track=${encodeURIComponent(String(other?.track))}`);
  const main = page.getByRole("main");
  await expect(main).toContainText(
    `Nobody with track: ${other?.track} was discharged from Tidewater Day Program from ${inWords(from)} to ${inWords(to)}.`,
  );
  await expect(main).toContainText("together with the others it leaves nobody");
  await expect(main).not.toContainText(/NaN|Infinity|undefined/);
  await page.getByRole("button", { name: "Any track" }).click();
  await expect(page).toHaveURL("/outcomes?program=tidewater");
  await expect(page.getByText(/^Of \d+ people discharged from/)).toBeVisible();

  await page.goto(`/outcomes?from=${to}&program=tidewater&to=${from}`);
  await expect(
    page.getByRole("alert").filter({ hasText: "The period ends before it begins." }),
  ).toBeVisible();
  await expect(main).toContainText("Nothing was asked: the period ends before it begins.");
  await page.goto(`/outcomes?asOf=${addDays(from, -1)}&from=${from}&to=${to}`);
  await expect(main).toContainText(`As of ${inWords(addDays(from, -1))} the period had not begun.`);
  await page.getByRole("button", { name: "Ask as of today" }).click();
  await expect(page).toHaveURL(`/outcomes?from=${from}&to=${to}`);
});
