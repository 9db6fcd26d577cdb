import { addDays } from "@soundings/clinical";
import { check, faults, open, SCHEMES } from "./pages/access.ts";
import { Caseload } from "./pages/caseload.ts";
import { expect, test } from "./story.ts";

const PAGES: Readonly<Record<string, string>> = {
  caseload: "/caseload?urgency=same_day",
  patient: "/patients/D-20101",
  imports: "/imports",
  gallery: "/gallery",
};
const STATES: Readonly<Record<string, string>> = {
  "the caseload of an earlier day": "/caseload?asOf=EARLIER&urgency=same_day",
  "a caseload without patients": "/caseload?q=no-such-record",
  "a patient with a chosen finding": "/patients/D-20103?finding=unexpected-positive",
  "a card that lacks data": "/patients/D-20114",
  "a patient who is worse": "/patients/D-20107",
  "a patient with injections": "/patients/D-20104",
};

for (const [name, address] of Object.entries(PAGES)) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing: ${name}, ${width} wide, light and dark`, async ({ page }) => {
      await open(page, width, address);
      for (const scheme of SCHEMES) await check(page, scheme);
    });
  }
}

for (const [name, address] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async ({ page, today }) => {
    const there = address.replace("EARLIER", addDays(today, -30));
    await open(page, 1440, there);
    await check(page, "light");
    await open(page, 390, there);
    await check(page, "dark");
  });
}

for (const [name, address] of Object.entries({ ...PAGES, ...STATES })) {
  test(`nothing is scrolled sideways on a tablet: ${name}`, async ({ page, today }) => {
    await open(page, 1024, address.replace("EARLIER", addDays(today, -30)));
  });
}

test("axe finds nothing in the list of keys", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("on a narrow page every fact of a row still has its name", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  const list = new Caseload(page);
  await list.open({ level: "iop", therapist: "T-12" });
  const row = list.rows.first();
  for (const label of ["Attended, 14 days", "Last 4 screens", "Next measure", "Step-down criteria"]) {
    await expect(row.getByText(label, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole("combobox", { name: /^Therapist/ })).toHaveValue("T-12");
  await expect(page.getByRole("combobox", { name: "Level of care" })).toBeHidden();
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByRole("combobox", { name: "Level of care" })).toHaveValue("iop");
});

test("light and dark follow the machine, and a choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  const lightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number);
      return (red + green + blue) / 3;
    });
  expect(await lightness()).toBeLessThan(60);
  await page.getByRole("button", { name: /^Colors: Auto/ }).click();
  await expect(page.getByRole("button", { name: /^Colors: Light/ })).toBeVisible();
  await expect.poll(lightness).toBeGreaterThan(200);
  await page.reload();
  await list.settled();
  expect(await lightness()).toBeGreaterThan(200);
});
