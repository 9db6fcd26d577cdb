import type { Page } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { phq9 } from "./clinic/newcomer.ts";
import { ODD, ODD_NAMES, troubleFolder } from "./clinic/trouble.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

/** What arrives while a page is open shows within this time. */
const SHOWS_WITHIN = { timeout: 2_000 };
const PHONE = { width: 390, height: 844 };
/** What a program writes where it has no value; a page writes words instead. */
const LEAKED = /\bNaN\b|\bundefined\b|\bInfinity\b|\bnull\b|\[object|Invalid Date/;

test.use({ holds: "real" });
// One clinic is filled once for them all.
test.describe.configure({ mode: "default" });

test.beforeAll(async ({ clinic, signedIn }) => {
  const { cookie } = await signedIn("director");
  const answer = await fetch(`${clinic.address}/trpc/site.info`, { headers: { cookie } });
  const { result } = await answer.json();
  const report = await importFolder(clinic, troubleFolder(result.data.today));
  expect(report.rejected).toEqual([]);
});

/** What is wrong with a page to look at: values that leaked, geometry that is none, letters beyond its edge. */
async function faultsOf(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() => {
    const named = [...document.querySelectorAll("[aria-label], [aria-valuetext]")];
    const words = named.flatMap((node) => [
      node.getAttribute("aria-label"),
      node.getAttribute("aria-valuetext"),
    ]);
    const drawn = [...document.querySelectorAll("svg *")].flatMap((node) =>
      [...node.attributes].map(({ value }) => value),
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      texts: [document.body.textContent, ...words, ...drawn].filter((text) => text !== null),
      over: scrollWidth - clientWidth,
    };
  });
  const leaked = seen.texts.map((text) => LEAKED.exec(text)?.[0]).filter((text) => text !== undefined);
  return seen.over > 0 ? [...leaked, `${seen.over} pixels too wide`] : leaked;
}

test("patients of whom little, much or odd things are known stand whole on a phone", async ({ page }) => {
  await page.setViewportSize(PHONE);
  const patient = new PatientPage(page);
  for (const id of Object.values(ODD)) {
    await patient.open(id);
    await expect(page.locator("footer")).toBeVisible();
    expect(await faultsOf(page), id).toEqual([]);
  }
});

test("long, right-to-left and hostile names are shown as they are written, and nothing of them runs", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const patient = new PatientPage(page);
  for (const [id, given, family] of ODD_NAMES) {
    await patient.open(id);
    await expect(patient.name).toHaveText(`${given} ${family}`);
    expect(await faultsOf(page), id).toEqual([]);
  }
});

test("what is dated ahead is not known yet, and stays that overlap are named", async ({ page, today }) => {
  const patient = new PatientPage(page);
  await patient.open(ODD.future);
  await expect(patient.mark("assessment", "T-FUTURE-A1")).toBeVisible();
  await expect(patient.mark("assessment", "T-FUTURE-A2")).toHaveCount(0);
  await expect(page.getByText("Fluoxetine")).toHaveCount(0);
  await expect(page.getByText("Measures 1 row", { exact: true })).toBeVisible();
  expect(await patient.firstDay(today)).toBe(addDays(today, -20));
  await patient.open(ODD.twice);
  await expect(page.getByText("Two stays overlap.")).toBeVisible();
});

test("a correction that arrives shows within two seconds and leaves place, day, tables and a half-typed note as they were", async ({
  page,
  clinic,
  today,
}) => {
  const patient = new PatientPage(page);
  await patient.open(ODD.one);
  await expect(page.getByRole("status").filter({ hasText: /^Live$/ })).toBeVisible();
  const measures = await patient.values("Measures");
  await expect(measures.getByRole("row").last()).toContainText("14");
  await patient.slider.press("Home");
  const day = await patient.slider.getAttribute("aria-valuenow");
  const opened = page.locator("summary", { hasText: "Measures" });
  await opened.focus();
  const top = () => opened.evaluate((node) => Math.round(node.getBoundingClientRect().top));
  const before = await top();
  const correctTo = (item: number) =>
    importFolder(clinic, {
      "assessments.csv": [phq9("T-ONE-A", ODD.one, addDays(today, -9), [item, 2, 2, 2, 2, 2, 1, 1, 0])],
    });

  await correctTo(3);
  await expect(measures.getByRole("row").last()).toContainText("15", SHOWS_WITHIN);
  await expect(opened).toBeFocused();
  await expect(patient.slider).toHaveAttribute("aria-valuenow", day ?? "");
  expect(Math.abs((await top()) - before)).toBeLessThan(3);

  await page.keyboard.press("n");
  await page.getByRole("menuitem", { name: /note/i }).last().click();
  const text = page.getByRole("dialog").getByRole("textbox", { name: "Note" });
  await text.fill("Half a sentence");
  await correctTo(1);
  await expect(measures.getByRole("row").last()).toContainText("13", SHOWS_WITHIN);
  await expect(text).toHaveValue("Half a sentence");
  await expect(text).toBeFocused();
});
