import { RULES, URGENCIES } from "@soundings/clinical";
import { STORIES } from "@soundings/demo-clinic";
import { Caseload } from "./pages/caseload.ts";
import { numberIn, textOf } from "./pages/read.ts";
import { expect, test } from "./story.ts";

const WORD = { immediate: "Now", same_day: "Today", this_week: "This week", routine: "Routine" } as const;
const SAFETY = new Set(RULES.filter(({ safety }) => safety).map(({ id }) => id));

/** Who answered item 9 last night, and therapist T-07's first row for it. */
const URGENT = STORIES.find(({ id }) => id === "item-9-last-night")!;
const URGENT_NAME = `${URGENT.givenName} ${URGENT.familyName}`;

async function recordNumbers(list: Caseload): Promise<string[]> {
  const links = await list.rows.locator("[data-row-link]").all();
  return Promise.all(
    links.map(async (link) => /\/patients\/([^?]+)/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? ""),
  );
}

test("a therapist opens the own caseload and sees who needs whom first, and again next time", async ({
  page,
  truth,
}) => {
  await page.setViewportSize({ width: 1440, height: 3000 });
  const list = new Caseload(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/caseload$/);
  await list.settled();
  const own = page.getByRole("combobox", { name: /^Therapist/ });
  await own.selectOption(URGENT.therapistId);
  await expect(page).toHaveURL(`/caseload?therapist=${URGENT.therapistId}`);
  await expect(list.nameOf(list.rows.first())).toHaveText(URGENT_NAME);
  await list.settled();

  const first = list.rows.first();
  await expect(list.cell(first, "urgency")).toHaveText("Now");
  await expect(list.cell(first, "urgency").locator("svg")).toBeVisible();
  await expect(list.cell(first, "finding")).toContainText("Item 9 answered 2 on");
  await expect(list.cell(first, "finding")).toContainText("+1 more");

  const patients = await recordNumbers(list);
  await expect(list.heading).toHaveText(new RegExp(`^${patients.length} patients`));
  const expected = patients.map((patient) => {
    const urgencies = new Set(truth.findingsOf(patient).map(({ urgency }) => urgency));
    const worst = URGENCIES.find((urgency) => urgencies.has(urgency));
    return worst === undefined ? "None" : WORD[worst];
  });
  expect(await list.column("urgency")).toEqual(expected);
  const rank = [...Object.values(WORD), "None"];
  expect(expected).toEqual(expected.toSorted((a, b) => rank.indexOf(a) - rank.indexOf(b)));

  await page.goto("/");
  await expect(page).toHaveURL(`/caseload?therapist=${URGENT.therapistId}`);
});

test("within an urgency safety comes first", async ({ page, truth }) => {
  await page.setViewportSize({ width: 1440, height: 3000 });
  const list = new Caseload(page);
  await list.open({ urgency: "same_day" });
  const leads = (await recordNumbers(list)).map((patient) =>
    truth.findingsOf(patient).some(({ rule, urgency }) => urgency === "same_day" && SAFETY.has(rule)),
  );
  expect(leads.length).toBeGreaterThan(1);
  expect(leads).toEqual(leads.toSorted((a, b) => Number(b) - Number(a)));
});

test("every count is a link to the patients behind it, and back", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  const words = [...Object.values(WORD), "measure overdue", "ready to step down"];
  const found: number[] = [];
  for (const word of words) {
    const count = list.count(word);
    const number = await numberIn(count);
    found.push(number);
    await count.click();
    await expect(list.heading).toHaveText(new RegExp(`^${number} patients?`));
    await expect(count).toHaveAttribute("aria-current", "true");
    expect(new URL(page.url()).searchParams.get("therapist")).toBe("T-12");
    await count.click();
    await expect(page).toHaveURL("/caseload?therapist=T-12");
  }
  expect(found.some((number) => number > 0)).toBe(true);
});

test("the address holds the filters: reload and back keep them", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  await page.getByRole("combobox", { name: "Level of care" }).selectOption("iop");
  await expect(page).toHaveURL("/caseload?level=iop&therapist=T-12");
  await page.getByRole("combobox", { name: "Finding" }).selectOption("unexpected-positive");
  await expect(page).toHaveURL("/caseload?finding=unexpected-positive&level=iop&therapist=T-12");
  await list.settled();
  const names = await list.column("patient");
  expect(names.some((name) => name.includes("Odalys Tamarackoar"))).toBe(true);

  await page.reload();
  await list.settled();
  expect(await list.column("patient")).toEqual(names);
  await expect(page.getByRole("combobox", { name: "Finding" })).toHaveValue("unexpected-positive");

  await list.nameOf(list.rows.first()).click();
  await expect(page).toHaveURL(/\/patients\//);
  await page.goBack();
  await expect(page).toHaveURL("/caseload?finding=unexpected-positive&level=iop&therapist=T-12");
  await list.settled();
  expect(await list.column("patient")).toEqual(names);
  await page.goBack();
  await expect(page).toHaveURL("/caseload?level=iop&therapist=T-12");
  await expect(page.getByRole("combobox", { name: "Finding" })).toHaveValue("");
});

test("slash searches by record number and by name", async ({ page }) => {
  const list = new Caseload(page);
  await list.open();
  await page.keyboard.press("/");
  await expect(list.search).toBeFocused();
  await page.keyboard.type("D-20101");
  await expect(list.heading).toHaveText("1 patient");
  await expect(list.row("Wren Larkspurkeel")).toBeVisible();

  await list.search.fill("no such record");
  await expect(page.getByText("No patient fits these filters.")).toBeVisible();
  await list.search.fill("larkspurKEEL");
  await expect(list.heading).toHaveText("1 patient");
  await expect(list.row("Wren Larkspurkeel")).toBeVisible();
  await expect(page).toHaveURL("/caseload");
});

test("a search is kept through reload, back and other choices, and no address holds it", async ({ page }) => {
  const list = new Caseload(page);
  await list.open();
  const all = await textOf(list.heading);
  await list.search.fill("larkspurKEEL");
  await expect(list.heading).toHaveText("1 patient");
  await expect(list.count("in treatment")).not.toHaveAttribute("aria-current");
  await page.reload();
  await expect(list.heading).toHaveText("1 patient");
  await expect(list.search).toHaveValue("larkspurKEEL");

  await list.nameOf(list.rows.first()).click();
  await expect(page).toHaveURL(/\/patients\//);
  await page.goBack();
  await expect(list.heading).toHaveText("1 patient");
  await expect(list.search).toHaveValue("larkspurKEEL");

  await page.getByRole("combobox", { name: /^Therapist/ }).selectOption("T-12");
  await expect(page).toHaveURL("/caseload?therapist=T-12");
  await expect(list.search).toHaveValue("larkspurKEEL");
  await page.goBack();
  await expect(page).toHaveURL("/caseload");
  await expect(list.heading).toHaveText("1 patient");

  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(list.heading).toHaveText(all);
  await expect(list.search).toHaveValue("");
  await expect(page).toHaveURL("/caseload");
  await page.goBack();
  await expect(list.search).toHaveValue("larkspurKEEL");
  await expect(list.heading).toHaveText("1 patient");
  await page.goForward();
  await expect(list.heading).toHaveText(all);
});

test("a search in an old link is read, and leaves the address", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ q: "D-20101", level: "iop" });
  await expect(page).toHaveURL("/caseload?level=iop");
  await expect(list.search).toHaveValue("D-20101");
  await page.reload();
  await expect(list.search).toHaveValue("D-20101");
});

test("the keys of the list move, open and explain", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-09" });
  const link = (place: number) => list.nameOf(list.rows.nth(place));
  await page.keyboard.press("j");
  await expect(link(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(link(1)).toBeFocused();
  await page.keyboard.press("j");
  await expect(link(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(link(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(link(0)).toBeFocused();

  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(help).toBeVisible();
  for (const does of ["Search by name or record number", "Next patient", "Open the patient"]) {
    await expect(help).toContainText(does);
  }
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await page.keyboard.press("j");
  const name = await textOf(page.locator("[data-row-link]:focus"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/patients\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("keys of one character can be turned off", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-09" });
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.getByRole("checkbox").uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("j");
  await expect(page.locator("[data-row-link]:focus")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(list.nameOf(list.rows.first())).toBeFocused();
});

const weekOf = (text: string): number | null => Number(/week (\d+)/.exec(text)?.[1] ?? Number.NaN) || null;

const familyName = (text: string): string => text.split("\n")[0]?.split(" ").at(-1) ?? "";

/** The number beside the name of its band. */
const scored = (text: string): number | null => {
  const found = /(\d+)\s+(?:minimal|mild|moderate|severe)/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

const share = (text: string): number | null => {
  const [, part, whole] = /(\d+) of (\d+)/.exec(text) ?? [];
  return part === undefined || whole === undefined ? null : Number(part) / Number(whole);
};

/** What of a cell a heading sorts by; null where the cell holds no value. */
const SORTS: readonly {
  readonly name: string;
  readonly column: string;
  readonly read: (shown: string) => string | number | null;
}[] = [
  { name: "patient name", column: "patient", read: familyName },
  { name: "week", column: "patient", read: weekOf },
  { name: "PHQ-9 score", column: "phq-9", read: scored },
  { name: "attended, 14 days", column: "attendance", read: share },
  { name: "step-down criteria met", column: "step_down", read: share },
];

for (const { name, column, read } of SORTS) {
  test(`a heading sorts by ${name}, one way, the other, and back to urgency`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 3000 });
    const list = new Caseload(page);
    await list.open({ therapist: "T-01" });
    const worklist = await list.column("patient");
    const heading = page.getByRole("link", { name: `Sort by ${name}` });
    const sorted = page.getByRole("columnheader").filter({ has: heading });
    const valuesOf = async () => {
      await list.settled();
      return (await list.column(column)).map(read).filter((value) => value !== null);
    };
    const directions: string[] = [];
    for (const _ of ["first", "second"]) {
      await heading.click();
      await expect(page).toHaveURL(/sort=.*therapist=T-01/);
      await expect(sorted).toHaveAttribute("aria-sort", /ascending|descending/);
      await expect(heading).toHaveAccessibleName(/now (ascending|descending)/);
      if (directions.length > 0) await expect(sorted).not.toHaveAttribute("aria-sort", directions[0] ?? "");
      const direction = (await sorted.getAttribute("aria-sort")) ?? "";
      directions.push(direction);
      const values = await valuesOf();
      expect(values.length).toBeGreaterThan(3);
      const up = values.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
      expect(values).toEqual(direction === "ascending" ? up : up.toReversed());
    }
    await heading.click();
    await expect(page).toHaveURL("/caseload?therapist=T-01");
    await list.settled();
    await expect.poll(() => list.column("patient")).toEqual(worklist);
  });
}

test("a list without patients says why and how to go on", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-01" });
  const all = await textOf(list.heading);
  await list.search.fill("no such record");
  await expect(page.getByText("No patient fits these filters.")).toBeVisible();
  await expect(list.table).toBeHidden();
  await page.getByRole("link", { name: "Show the whole list" }).click();
  await expect(list.heading).toHaveText(all);
  await expect(page).toHaveURL("/caseload?therapist=T-01");
});

test("how many more findings there are is a way to them", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ q: URGENT.recordNumber });
  await list
    .row(URGENT_NAME)
    .getByRole("link", { name: /^\+1 more/ })
    .click();
  await expect(page.getByRole("heading", { name: "2 findings" })).toBeInViewport();
});

test("an address that cannot be understood opens a list all the same", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ urgency: "never", asOf: "yesterday", sort: "shoe-size" });
  await expect(page).toHaveURL(/\/caseload$/);
  expect(await list.rows.count()).toBeGreaterThan(10);
});
