import type { Page } from "@playwright/test";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

interface Stop {
  readonly what: string;
  readonly outlined: boolean;
  readonly inSight: boolean;
}

/** What has the focus: whether it shows, and whether it can be seen. */
function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    // The last stop inside a date field is the browser's own button, which draws its own ring.
    const ownRing = element.matches("input[type=date]:not(:focus-visible)");
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      what: `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent.slice(0, 40)}`,
      outlined: ownRing || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1),
      inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

/** Every stop of the Tab key, from the top of the page until it leaves the page. */
async function stops(page: Page): Promise<Stop[]> {
  const all: Stop[] = [];
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press("Tab");
    const at = await stop(page);
    if (at === null) return all;
    all.push(at);
  }
  throw new Error("The Tab key never leaves the page.");
}

async function tabTo(page: Page, arrived: () => Promise<boolean>): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await arrived()) return;
  }
  throw new Error("The Tab key does not get there.");
}

test("from the caseload to a finding and along the timeline without a pointer", async ({ page, truth }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-09" });
  const names = await list.rows.locator("[data-row-link]").allInnerTexts();
  const place = names.indexOf("Marguerite Saltbushanchor");
  for (let pressed = 0; pressed <= place; pressed += 1) await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "Marguerite Saltbushanchor" })).toBeFocused();
  await page.keyboard.press("Enter");

  const patient = new PatientPage(page);
  await expect(patient.name).toHaveText("Marguerite Saltbushanchor");
  await expect(page.getByRole("main")).toBeFocused();
  const choice = patient.items.first().getByRole("button");
  await tabTo(page, () => choice.evaluate((node) => node === document.activeElement));
  await page.keyboard.press("Enter");
  await expect(choice).toHaveAttribute("aria-pressed", "true");
  const evidence = truth.findingsOf("D-20107")[0]!.evidence;
  await expect.poll(() => patient.marked("lit")).toHaveLength(evidence.length);

  await tabTo(page, () => patient.slider.evaluate((node) => node === document.activeElement));
  const said = () => patient.slider.getAttribute("aria-valuetext");
  const day = async () => Number(await patient.slider.getAttribute("aria-valuenow"));
  await page.keyboard.press("End");
  const last = await day();
  await expect.poll(said).toContain("PHQ-9 19");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(day).toBeLessThan(last);
  const before = await day();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(day).toBeLessThan(before);
  await page.keyboard.press("ArrowRight");
  await expect.poll(day).toBe(before);
  await page.keyboard.press("PageDown");
  await expect.poll(day).toBeLessThanOrEqual(before - 7);
  await page.keyboard.press("Home");
  const first = await day();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(day).toBe(first);

  await page.keyboard.press("End");
  const spoken = (await said()) ?? "";
  const card = page.locator("[aria-hidden=true]").filter({ hasText: "PHQ-9 19, moderately severe" }).last();
  await expect(card).toBeVisible();
  expect(spoken).toContain("PHQ-9 19, moderately severe");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
});

test("arrows move in the answers", async ({ page }) => {
  // So low that moving to a cell scrolls: the words of the cell stay with it.
  await page.setViewportSize({ width: 1440, height: 420 });
  const patient = new PatientPage(page);
  await patient.open("D-20107");
  const cells = patient
    .answers("PHQ-9")
    .getByRole("row")
    .filter({ hasText: "Thoughts of death" })
    .getByRole("cell");
  await cells.last().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(cells.nth(-2)).toBeFocused();
  await expect(page.locator("[aria-hidden=true]").filter({ hasText: "item 9: Thoughts" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const below = patient.answers("PHQ-9").getByRole("row").filter({ hasText: "Interest" }).getByRole("cell");
  await expect(below.nth(-2)).toBeFocused();
});

test("Escape leaves the search and keeps what is searched for", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ q: "D-201" });
  await page.keyboard.press("/");
  await expect(list.search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list.search).not.toBeFocused();
  await expect(list.search).toHaveValue("D-201");
});

test("the first stop skips to the content", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-09" });
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

const PLACES = {
  caseload: "/caseload?q=D-20101",
  patient: "/patients/D-20103",
  imports: "/imports",
  gallery: "/gallery",
  papers: "/patients/D-20101/papers",
  trends: "/trends?medication=sertra",
  outcomes: "/outcomes?program=compass",
} as const;

for (const [name, address] of Object.entries(PLACES)) {
  test(`every stop of the keyboard on the ${name} page can be seen`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
    const all = await stops(page);
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ outlined, inSight }) => !outlined || !inSight)).toEqual([]);
  });
}
