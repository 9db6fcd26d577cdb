import type { Locator, Page } from "@playwright/test";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

/** The color in which the product writes what it does not know. */
function grayOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const probe = document.createElement("span");
    probe.style.color = "var(--nodata)";
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
}

const colorOf = (element: Locator) => element.evaluate((node) => getComputedStyle(node).color);

const TOTAL_ONLY = { recordNumber: "D-20114", name: "Cornelius Foxglovecompass" };

test("a total without answers leaves item 9 unknown, never 0", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open(TOTAL_ONLY.recordNumber);
  await expect(patient.findings).toContainText("Item 9 not known on");
  expect(await patient.rules()).toContain("item-9-unknown");
  const lane = page.locator('[data-lane="phq-9"]');
  await expect(lane.locator('[data-item-9="unknown"]')).toHaveText("9?");

  const item9 = patient.answers("PHQ-9").getByRole("row").filter({ hasText: "Thoughts of death" });
  const latest = item9.getByRole("cell").last();
  await expect(latest).toContainText("–");
  await expect(latest).toContainText("not answered");
  await expect(latest).not.toContainText("0");
  await expect(item9.getByRole("cell").first()).toHaveText("0");

  const measures = await patient.values("Measures");
  const total = measures.getByRole("row").filter({ hasText: "total only" }).first();
  await expect(total).toContainText("no data");
});

test("an item 9 above 0 stands on the line, though the total falls", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open("D-20106");
  const lane = page.locator('[data-lane="phq-9"]');
  await expect(lane.locator("[data-item-9]")).toHaveCount(1);
  await expect(lane.locator('[data-item-9="1"]')).toHaveText("9");
});

test("a criterion that lacks something says no data, in gray words, and what is missing", async ({
  page,
}) => {
  const patient = new PatientPage(page);
  await patient.open(TOTAL_ONLY.recordNumber);
  const criterion = patient.criteria.filter({ hasText: "Item 9" });
  const state = criterion.getByRole("cell");
  await expect(state).toHaveText("no data");
  expect(await colorOf(state)).toBe(await grayOf(page));
  expect(await colorOf(patient.criteria.first().getByRole("cell"))).not.toBe(await grayOf(page));
  await expect(patient.card).toContainText("without data");
  await expect(patient.card).toContainText("Missing to decide: 1 criterion");
  await expect(patient.card).toContainText("not known on");

  const list = new Caseload(page);
  await list.open({ q: TOTAL_ONLY.recordNumber });
  const words = list.cell(list.row(TOTAL_ONLY.name), "step_down").getByText("no data");
  await expect(words).toHaveText("1 no data");
  expect(await colorOf(words)).toBe(await grayOf(page));
});

test("ready but for one thing that is not known is not ready", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ q: "D-20104" });
  const row = list.row("Thaddeus Foxglovemast");
  await expect(list.cell(row, "step_down")).toContainText(/8 of 9 met\s*1 no data/);
  await expect(list.cell(row, "step_down")).not.toContainText("ready");
  const patient = new PatientPage(page);
  await patient.open("D-20104");
  await expect(patient.card).toContainText("8 of 9 met, 1 without data");
  await expect(patient.card).not.toContainText("Ready to consider");
});

test("weeks without a measure are holes with the letter of the reason", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ q: "D-20119" });
  const chips = list.cell(list.row("Montgomery Eelgrassbeacon"), "phq-9").getByRole("img");
  const holes = chips.locator("[data-hole]");
  await expect(holes).toHaveText(["r", "n", "r"]);
  const width = (element: Locator) => element.evaluate((node) => node.getBoundingClientRect().width);
  const scored = chips.locator("[data-hint]:not([data-hole])").first();
  expect(await width(holes.first())).toBe(await width(scored));
  await expect(chips).toHaveAccessibleName(/refused.*not asked.*refused/);

  const patient = new PatientPage(page);
  await patient.open("D-20119");
  const answers = patient.answers("PHQ-9");
  await expect(answers.getByRole("cell", { name: "refused" })).toHaveCount(2);
  await expect(answers.getByRole("cell", { name: "not asked" })).toHaveCount(1);
});

test("prorated and incomplete measures say so", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ q: "D-20115" });
  const chips = list.cell(list.row("Seraphine Hawthornrudder"), "phq-9").getByRole("img");
  await expect(chips.locator("[data-hole]")).toHaveText(["×"]);
  await expect(chips.locator("[data-hollow]")).toHaveCount(1);
  await expect(chips).toHaveAccessibleName(/incomplete/);
  await expect(chips).toHaveAccessibleName(/prorated/);

  const patient = new PatientPage(page);
  await patient.open("D-20115");
  const measures = await patient.values("Measures");
  await expect(measures.getByRole("row").filter({ hasText: "5 of 9" })).toContainText("incomplete");
  await expect(measures.getByRole("row").filter({ hasText: "8 of 9" })).toContainText("prorated");
});

test("no finding and no screen are not called well", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open("D-20109");
  await expect(patient.findings).toContainText("That says nothing about what is not known");
  await expect(page.getByText("That is not a negative result.")).toBeVisible();
});
