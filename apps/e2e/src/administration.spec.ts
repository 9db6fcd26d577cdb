import { readFile } from "node:fs/promises";
import { expect, test } from "./story.ts";

test.use({ as: "administrator" });

test("the audit is narrowed by person and event, and taken out as it is shown", async ({ page }) => {
  await page.goto("/admin/audit");
  const entries = page.getByRole("table", { name: /^Audit entries/ });
  const rows = entries.getByRole("row").filter({ has: page.getByRole("cell") });
  await expect(rows.first()).toBeVisible();
  await page.getByRole("combobox", { name: "Event" }).selectOption("person_invited");
  await expect(page).toHaveURL("/admin/audit?event=person_invited");
  await expect(rows.filter({ hasNotText: "Invited a person" })).toHaveCount(0);
  await expect(rows.filter({ hasText: "the demo clinic" }).first()).toBeVisible();
  await page.getByRole("combobox", { name: "Event" }).selectOption("refused");
  await page.getByRole("combobox", { name: "Event" }).selectOption("person_invited");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save these entries as CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  await expect(page.getByText(/^Saved \d+ entr.*Taking them out is on record\.$/)).toBeVisible();
  const lines = text.trim().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.slice(1).filter((line) => !line.includes("person_invited"))).toEqual([]);

  await page.getByRole("combobox", { name: "Event" }).selectOption("audit_exported");
  await expect(rows.first()).toContainText("Peter Willowpurser");
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL("/admin/audit");
});

test("what is running is said, with the head of the audit", async ({ page, clinic }) => {
  await page.goto("/admin/running");
  const main = page.getByRole("main");
  await expect(main).toContainText("Demo clinic: every person is invented");
  await expect(main).toContainText("This machine only.");
  await expect(main).toContainText(clinic.dataDir);
  await expect(main).toContainText("After 15 minutes without a key or a touch");
  await expect(main).toContainText(/\d[\d,]* entries, the last one [\d:a-f ]+/);
});
