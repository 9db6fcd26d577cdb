import type { Locator, Page } from "@playwright/test";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

const PATIENT = "D-20107";
/** Has an earlier stay, months before the latest. */
const SEVERAL_STAYS = "D-20116";

/** How many days the timeline shows. */
async function daysShown(patient: PatientPage): Promise<number> {
  return Number(await patient.slider.getAttribute("aria-valuemax")) + 1;
}

async function drag(page: Page, slider: Locator, [from, to]: readonly [number, number]): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error("The timeline is not drawn.");
  const at = (share: number) => [box.x + box.width * share, box.y + 60] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at((from + to) / 2));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

test("a drag shows fewer days, and Escape or the choice of the whole stay all of them", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open(PATIENT);
  const all = await daysShown(patient);
  const choice = page.getByRole("button", { name: "Whole stay" });
  await expect(choice).toHaveAttribute("aria-pressed", "true");

  await drag(page, patient.slider, [0.7, 0.3]);
  await expect.poll(() => daysShown(patient)).toBeLessThan(all / 2);
  await expect(choice).toHaveAttribute("aria-pressed", "false");
  await choice.click();
  await expect.poll(() => daysShown(patient)).toBe(all);

  await drag(page, patient.slider, [0.2, 0.5]);
  await expect.poll(() => daysShown(patient)).toBeLessThan(all / 2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => daysShown(patient)).toBe(all);
});

test("keys zoom around the line and back, and a press without a drag zooms nothing", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open(PATIENT);
  const all = await daysShown(patient);
  await patient.slider.click({ position: { x: 120, y: 80 } });
  await expect.poll(() => daysShown(patient)).toBe(all);
  await patient.slider.focus();
  await page.keyboard.press("+");
  await expect.poll(() => daysShown(patient)).toBe(Math.ceil(all / 2));
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(() => daysShown(patient)).toBe(7);
  await page.keyboard.press("-");
  await expect.poll(() => daysShown(patient)).toBe(14);
  await page.keyboard.press("0");
  await expect.poll(() => daysShown(patient)).toBe(all);
});

test("lines behind the scores are put away and stay so for the person", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open(PATIENT);
  const line = (id: string) => page.locator(`path[data-line="${id}"]`);
  await expect(line("baseline")).toHaveCount(2);
  await expect(line("caseness")).toHaveCount(0);
  const control = page.getByText("Lines", { exact: true });
  await control.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: /^Baseline/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Caseness/ }).check();
  await expect(line("baseline")).toHaveCount(0);
  await expect(line("caseness")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("checkbox", { name: /^Caseness/ })).toBeHidden();
  await expect(control).toBeFocused();

  await page.reload();
  await patient.slider.waitFor();
  await expect(line("caseness")).toHaveCount(2);
  const kept = await page.evaluate(() => localStorage.getItem("soundings-timeline-lines"));
  expect(kept).not.toContain(PATIENT);

  await page.emulateMedia({ media: "print" });
  await expect(control).toBeHidden();
  await expect(line("caseness")).toHaveCount(2);
});

test("the timeline says itself in a few sentences", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open(PATIENT);
  const section = page.getByRole("region", { name: /^Timeline/ });
  await expect(section).toHaveAccessibleDescription(/PHQ-9: 12 at baseline on .+, 19, moderately severe/);
  await expect(patient.slider).toHaveAccessibleDescription(/Arrow keys step through the days/);
});

test("all stays of a patient stand on one line of time", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open(SEVERAL_STAYS);
  const one = await daysShown(patient);
  await page.getByRole("button", { name: "All stays" }).click();
  await expect.poll(() => daysShown(patient)).toBeGreaterThan(one);
  await expect(page.locator('[data-hole="between"]').first()).toBeAttached();
});
