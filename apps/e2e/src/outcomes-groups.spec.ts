import { addDays, MEASURES, QUALITY } from "@soundings/clinical";
import { ask } from "./clinic/stored.ts";
import { countIn, lastTwelveMonths, monthBefore, Outcomes, seen } from "./pages/outcomes.ts";
import { inWords, textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

const FEWEST = 20;

test("therapists with few stays are not shown one by one; every plot says its points, and a point opens its people", async ({
  page,
  clinic,
  today,
}) => {
  const to = addDays(monthBefore(today, 0), -1);
  const groupsSince = (from: string) =>
    ask(
      clinic,
      `SELECT name, count(*) AS n FROM episodes JOIN staff ON staff_id = therapist_id
       WHERE discharged_on BETWEEN ? AND ? GROUP BY staff_id`,
      from,
      to,
    ).map(({ name, n }) => ({ name: String(name), stays: Number(n) }));
  const from = [70, 60, 80, 50, 90]
    .map((days) => addDays(to, -days))
    .find((day) => new Set(groupsSince(day).map(({ stays }) => stays < FEWEST)).size === 2);
  if (from === undefined) throw new Error("Either all therapists of the demo have few stays, or none.");
  const all = groupsSince(from);
  const few = all.filter(({ stays }) => stays < FEWEST);
  const shown = all
    .filter(({ stays }) => stays >= FEWEST)
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));

  const outcomes = new Outcomes(page);
  const address = `/outcomes/compare?by=therapist&from=${from}&to=${to}`;
  await outcomes.open(address);
  const table = outcomes.table("Groups compared");
  const cells = await table.locator("[role=cell]:nth-child(-n+2) > div").allInnerTexts();
  const stands = shown.flatMap(({ name, stays }) => [name, expect.stringMatching(`^${stays}\\b`)]);
  const whole = all.reduce((sum, { stays }) => sum + stays, 0);
  expect(cells).toEqual([...stands, "All together", expect.stringMatching(`^${whole}\\b`)]);
  const main = page.getByRole("main");
  await expect(main).toContainText(
    `${few.length} therapist${few.length === 1 ? "" : "s"} with fewer than 20`,
  );
  await expect(main).toContainText("Not for appraisal on its own.");
  await expect(page.getByRole("button", { name: /^Save as/ })).toHaveCount(0);
  for (const { name } of few) await expect(main.locator("svg").filter({ hasText: name })).toHaveCount(0);

  const observed = "Reliable improvement by therapist, as observed";
  for (const { name } of shown) {
    const n = countIn(await textOf(outcomes.cell(outcomes.row(table, name), 2).getByRole("link").last()));
    const said = await outcomes.stepTo(observed, new RegExp(`^${name}: `));
    expect(said).toMatch(new RegExp(`: \\d+\\s%, 95\\s% interval \\d+–\\d+\\s%, n = ${n}\\b`));
  }
  const [first] = shown;
  const onFunnel = await outcomes.stepTo(
    "Reliable improvement by therapist, funnel plot",
    new RegExp(`^${first?.name}: `),
  );
  expect(onFunnel).toMatch(/n = \d+, (within both limits|outside the [\d.]+\s% limits)\.$/);
  await page.keyboard.press("Enter");
  await outcomes.listOf(Number(/n = (\d+)/.exec(onFunnel)?.[1]));
  const therapists = await outcomes.people.locator("[role=cell]:nth-child(2)").allInnerTexts();
  expect(new Set(therapists.map((text) => text.split("\n").at(-1)))).toEqual(new Set([first?.name]));
  await page.goBack();
  await expect(page).toHaveURL(address);
});

test("a note of what changed is a flag in the chart until it is taken back, and a month opens its people", async ({
  page,
  today,
}) => {
  const outcomes = new Outcomes(page);
  const { from } = lastTwelveMonths(today);
  const on = addDays(monthBefore(today, 4), 9);
  const text = `Evening track opened (${Date.now()})`;
  await outcomes.open("/outcomes/time?program=breakwater");
  await page.getByRole("button", { name: "Add a note…" }).click();
  const form = page.getByRole("dialog", { name: "Note what changed" });
  await expect(form.getByLabel("Program")).toHaveValue("breakwater");
  await form.getByLabel("Day of the change").fill(on);
  await form.getByLabel("What changed").fill(text);
  await form.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("The note was added.")).toBeVisible();
  const chart = page.getByRole("img", { name: "Reliable improvement by month of discharge" });
  await expect(chart).toContainText(text);
  const plot = "Reliable improvement by month of discharge";
  expect(await outcomes.stepTo(plot, /^Note \d+/)).toContain(`${inWords(on)}: ${text}`);
  await page.keyboard.press("Escape");

  await page.goto("/outcomes/time?program=tidewater");
  await expect(chart).toBeVisible();
  await expect(chart).not.toContainText(text);
  await page.goBack();
  await expect(chart).toContainText(text);
  await page
    .getByRole("listitem")
    .filter({ hasText: text })
    .getByRole("button", { name: /^Take back/ })
    .click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("The note was taken back.")).toBeVisible();
  await expect(chart).not.toContainText(text);
  await expect(page.getByRole("listitem").filter({ hasText: text })).toContainText(
    "Taken back by Marian Olivecaptain",
  );

  const rows = outcomes.table("Values by month").getByRole("row");
  await expect(rows).toHaveCount(13);
  const month = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });
  const counts = await seen(outcomes.cell(rows.nth(1), 1));
  const n = Number(/of (\d+)$/.exec(counts)?.[1]);
  const said = await outcomes.stepTo(plot, new RegExp(`^${month.format(new Date(from))}: `));
  expect(said).toMatch(new RegExp(`: \\d+\\s%, n = ${n}, limits .*\\d+\\s% to .*\\d+\\s%`));
  await page.keyboard.press("Enter");
  await outcomes.listOf(n);
});

test("a ribbon between levels, its row in the table and its list hold the same people", async ({
  page,
  clinic,
  today,
}) => {
  const outcomes = new Outcomes(page);
  await outcomes.open("/outcomes/levels?program=compass");
  const ended = outcomes.table("How stays ended").getByRole("row");
  const inTable = await Promise.all(
    (await ended.all()).slice(1).map(async (row) => ({
      to: await textOf(outcomes.cell(row, 1)),
      stays: countIn(await textOf(outcomes.cell(row, 2))),
    })),
  );
  const { from, to } = lastTwelveMonths(today);
  const [left] = ask(
    clinic,
    `SELECT count(*) AS n FROM episodes AS own
     WHERE program_id = 'compass' AND discharged_on BETWEEN ? AND ?
     AND discharge_reason IN ('against_advice', 'lost_contact')
     AND NOT EXISTS (
       SELECT 1 FROM episodes AS next
       WHERE next.patient_id = own.patient_id AND next.episode_id <> own.episode_id
       AND next.admitted_on BETWEEN own.discharged_on AND date(own.discharged_on, '+30 days')
     )`,
    from,
    to,
  );
  const unplanned = inTable.filter((row) => row.to === "Ended against advice, or contact lost");
  expect(unplanned.reduce((sum, { stays }) => sum + stays, 0)).toBe(left?.n);

  const said = await outcomes.stepTo(
    "Flow through levels of care",
    /^From intensive outpatient to an unplanned end: /,
  );
  const stays = Number(/: ([\d,]+) stays?/.exec(said)?.[1]?.replace(",", ""));
  expect(unplanned.map((row) => row.stays)).toContain(stays);
  await page.keyboard.press("Enter");
  await outcomes.listOf(stays);
  for (const text of await outcomes.people.allInnerTexts())
    expect(text).toMatch(/left against advice|lost contact/);
});

test("a check of data quality counts what its list holds, and a term leads to its definition on the page of method", async ({
  page,
}) => {
  const outcomes = new Outcomes(page);
  const address = "/outcomes/quality?program=headland";
  await outcomes.open(address);
  const checks = outcomes.table("Checks of data quality");
  for (const id of ["items-missing", "recorded-late"]) {
    const name = QUALITY.find((check) => check.id === id)?.name ?? id;
    const row = outcomes.row(checks, name);
    const problems = countIn(/[\d,]+ of/.exec(await seen(outcomes.cell(row, 1)))?.[0] ?? "");
    await outcomes.follow(outcomes.cell(row, 2).getByRole("link"));
    await expect(outcomes.people.getByRole("listitem")).toHaveCount(problems);
    await page.goBack();
    await expect(page).toHaveURL(address);
    await outcomes.ready();
  }

  await page.getByRole("link", { name: "Overview" }).click();
  await outcomes.ready();
  const recovery = MEASURES.find(({ id }) => id === "recovery");
  const term = outcomes.row(outcomes.measures, recovery?.name ?? "").getByRole("button");
  await term.click();
  await expect(term).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("link", { name: "All of the method" }).click();
  await expect(page).toHaveURL("/outcomes/method?program=headland#measure-recovery");
  const entry = page.getByRole("article", { name: recovery?.name ?? "" });
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText("Version");
  await expect(entry).toContainText("Source");
  await expect(page.getByRole("article")).not.toHaveCount(0);
  for (const { name } of MEASURES)
    await expect(page.getByRole("article", { name, exact: true })).toHaveCount(1);
});
