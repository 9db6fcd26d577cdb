import type { Page } from "@playwright/test";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { inWords, numberIn } from "./pages/read.ts";
import { expect, test } from "./story.ts";

const STRIP = "Synthetic demo data";

async function toPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
}

test("a printed caseload has every row, its day, its filter, and says that it is synthetic", async ({
  page,
  today,
}) => {
  const list = new Caseload(page);
  await list.open();
  const shown = await list.rows.count();
  const total = await numberIn(list.heading);
  expect(shown).toBeLessThan(total);
  const entered = page.waitForResponse((response) => response.url().includes("/trpc/caseload.printed"));
  await toPaper(page);
  expect((await entered).status()).toBe(200);
  await expect(page.getByRole("main").getByText(inWords(today)).first()).toBeVisible();
  await expect(page.getByText(STRIP)).toBeVisible();
  await expect(list.rows).toHaveCount(total);
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
  await expect(list.search).toBeHidden();
  await expect(page.getByText("Internal copy. It may not leave the program.")).toBeVisible();

  await page.emulateMedia({ media: "screen" });
  await list.open({ therapist: "T-12", urgency: "same_day" });
  await toPaper(page);
  await expect(page.getByText(/Therapist .+ · Urgency Today/)).toBeVisible();
});

test("a printed patient has the day, the record number, and says that it is synthetic", async ({
  page,
  today,
}) => {
  const patient = new PatientPage(page);
  await patient.open("D-20103");
  await toPaper(page);
  await expect(page.getByText(STRIP)).toBeVisible();
  await expect(page.getByText("record D-20103")).toBeVisible();
  await expect(page.getByRole("main").getByText(inWords(today)).first()).toBeVisible();
  await expect(patient.card).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"]).toContain(background);
});

/** The longest transition or animation of anything on the page, in milliseconds. */
function longestMotion(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ms = (list: string) =>
      list.split(",").map((time) => Number.parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000));
    const times = [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, transitionDelay, animationName, animationDuration } =
        getComputedStyle(element);
      const animated = animationName === "none" ? [] : ms(animationDuration);
      return [...ms(transitionDuration), ...ms(transitionDelay), ...animated];
    });
    return Math.max(0, ...times);
  });
}

test("motion is short, and there is none when reduced motion is asked for", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open("D-20103");
  expect(await longestMotion(page)).toBeLessThanOrEqual(150);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await longestMotion(page)).toBeLessThanOrEqual(0.01);
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  expect(await longestMotion(page)).toBeLessThanOrEqual(0.01);
});
