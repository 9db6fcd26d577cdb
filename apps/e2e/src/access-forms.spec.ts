import type { Page } from "@playwright/test";
import { faults, open } from "./pages/access.ts";
import { expect, test } from "./story.ts";

const PATIENT = "/patients/D-20101";
const DIALOG = "dialog[open]";
const ENTRIES = [
  ["Medication change", "Event", "Decision"],
  ["Note", "Adherence or side effect", "Injection"],
] as const;

async function expectNoFaults(page: Page, what: string): Promise<void> {
  expect([what, await faults(page, DIALOG)]).toEqual([what, []]);
}

for (const [width, colorScheme] of [
  [1440, "light"],
  [390, "dark"],
] as const) {
  for (const entries of ENTRIES) {
    test(`axe finds nothing in the forms of ${entries.join(", ")}, ${width} wide in ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, width, PATIENT);
      for (const entry of entries) {
        await page.getByRole("button", { name: "Add…" }).click();
        await page.getByRole("menuitem", { name: entry, exact: true }).click();
        const form = page.getByRole("dialog");
        await expect(form).toBeVisible();
        await form.getByRole("button", { name: "Enter", exact: true }).click();
        await expect(form.getByRole("alert").first()).toBeVisible();
        await expectNoFaults(page, entry);
        await page.keyboard.press("Escape");
        await expect(form).toHaveCount(0);
      }
    });
  }

  test(`axe finds nothing in the forms that correct, ${width} wide in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, width, PATIENT);
    const score = page.getByRole("row").filter({ hasText: "GAD-7 score" }).getByRole("cell").last();
    await score.focus();
    await page.keyboard.press("Enter");
    const form = page.getByRole("dialog", { name: /^Correct: GAD-7/ });
    await expect(form.getByLabel("Reason for the correction")).toBeVisible();
    await expectNoFaults(page, "a correction");
    await form.getByRole("button", { name: "Mark as entered in error…" }).click();
    await expect(page.getByRole("dialog", { name: "Mark as entered in error" })).toBeVisible();
    await expectNoFaults(page, "marking as entered in error");
  });
}

test("a patient on paper has the record without what only a screen can do", async ({ page }) => {
  await open(page, 1440, PATIENT);
  await expect(page.getByRole("region", { name: "Medication", exact: true })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.getByText("Internal copy. It may not leave the program").first()).toBeVisible();
  for (const name of ["What changed", "Items that moved", "Medication", "Step-down"]) {
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("button", { name: /^(Add|Correct|Print)/ })).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
});
