import { ask, civil } from "./clinic/stored.ts";
import { textOf, wordsNear } from "./pages/read.ts";
import { expect, test } from "./story.ts";

test.use({ as: "prescriber" });

const REASONS = [
  "Item 9 positive",
  "Reliably worse",
  "Prescribed drug absent",
  "Injection overdue",
  "Little early response",
  "Review window open",
] as const;

test("a prescriber sees the own patients by who needs a medication review, and goes from a count to its list", async ({
  page,
}) => {
  await page.goto("/caseload");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Trends" }).click();
  await expect(page).toHaveURL("/trends?prescriber=R-01");
  const table = page.getByRole("table", { name: "Symptom trends" });
  const rows = table.locator("[data-episode]");
  await expect(rows.first()).toBeVisible();
  const leading = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector("li")?.textContent ?? ""),
  );
  const places = leading.map((reason) => REASONS.findIndex((one) => reason.includes(one)));
  const ranked = places.map((place) => (place < 0 ? REASONS.length : place));
  expect(ranked).toEqual(ranked.toSorted((a, b) => a - b));

  const count = page
    .getByRole("list", { name: "Reasons for a review" })
    .getByRole("link", { name: "Review window open" });
  const number = Number(/\d+/.exec(await textOf(count))?.[0]);
  expect(number).toBeGreaterThan(0);
  await count.click();
  await expect(page).toHaveURL("/trends?prescriber=R-01&reason=review_window_open");
  await expect(rows).toHaveCount(number);
  await expect(count).toHaveAttribute("aria-current", "true");
  for (const row of await rows.all()) await expect(row).toContainText("Review window open");
  await count.click();
  await expect(page).toHaveURL("/trends?prescriber=R-01");
});

test("the list is narrowed by medication and sorted from its headings, and its address opens it again", async ({
  page,
}) => {
  await page.goto("/trends");
  const table = page.getByRole("table", { name: "Symptom trends" });
  const rows = table.locator("[data-episode]");
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("sertra");
  await expect(page).toHaveURL("/trends?medication=sertra");
  await expect(page.getByText(/^\d+ patients? in treatment$/)).toBeVisible();
  await expect(async () => {
    for (const text of await rows.allInnerTexts()) expect(text.toLowerCase()).toContain("sertra");
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox", { name: "Medication" })).toHaveValue("sertra");
  const heading = table.getByRole("columnheader", { name: /^PHQ-9/ });
  const sort = heading.getByRole("link");
  await expect(sort).toHaveAttribute("href", /medication=sertra/);
  await sort.click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL("/trends?dir=desc&medication=sertra&sort=phq9_change");
  const names = await rows.locator("[data-row-link]").allInnerTexts();
  await page.reload();
  await expect(rows.locator("[data-row-link]")).toHaveText(names);

  await page.keyboard.press("j");
  await expect(rows.locator("[data-row-link]").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/patients\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[0] ?? "");
  await expect(page.getByRole("region", { name: "Medication", exact: true })).toContainText("ertraline");
});

test("a list that nobody fits says so and leads on", async ({ page }) => {
  await page.goto("/trends?medication=nosuchdrug&prescriber=R-01");
  await expect(page.getByText("No patient in treatment fits this list.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).first().click();
  await expect(page).toHaveURL("/trends?prescriber=R-01");
  await expect(
    page.getByRole("table", { name: "Symptom trends" }).locator("[data-episode]").first(),
  ).toBeVisible();
});

test("a row says the next visit that is on the schedule, and the scores since the change that the patient's page says", async ({
  page,
  clinic,
  today,
}) => {
  await page.goto("/trends?prescriber=R-01&sort=next_visit&dir=asc");
  const table = page.getByRole("table", { name: "Symptom trends" });
  const row = table
    .locator("[data-episode]")
    .filter({ hasText: /\d → \d/ })
    .first();
  await expect(row).toContainText(/, \d\d?:\d\d/);
  const episodeId = (await row.getAttribute("data-episode")) ?? "";
  const [next] = ask(
    clinic,
    `SELECT min(scheduled_start) AS start FROM sessions JOIN episodes USING (patient_id)
     WHERE episode_id = ? AND sessions.status = 'scheduled' AND service = 'psychiatry'
     AND scheduled_start > strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`,
    episodeId,
  );
  const visit = wordsNear(civil(next?.start), today);
  await expect(row).toContainText(visit);
  const said = /\d+ → \d+/.exec(await textOf(row))?.[0] ?? "no scores";
  await row.locator("[data-row-link]").click();
  const compared = page
    .getByRole("region", { name: "Medication", exact: true })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: /^(PHQ-9|GAD-7)/ }) });
  await expect(compared.filter({ hasText: said }).first()).toBeVisible();
});
