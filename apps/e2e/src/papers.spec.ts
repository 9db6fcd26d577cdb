import { readFile } from "node:fs/promises";
import { arrived, check, open } from "./pages/access.ts";
import { expect, test } from "./story.ts";

const PAPERS = "/patients/D-20101/papers";
const INTERNAL = "Internal copy. It may not leave the program.";

test("a paper stands as it prints: alone, upright, marked, a summary on one page", async ({ page }) => {
  await page.goto(PAPERS);
  const sheet = page.getByRole("article", { name: "Summary of the stay" });
  await expect(sheet.getByText(INTERNAL)).toBeVisible();
  await expect(sheet.getByText("Wren Larkspurkeel")).toBeVisible();
  await arrived(page);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes.map(([, width, height]) => [width, height])).toEqual([["612", "792"]]);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 720, height: 960 });
  await expect
    .poll(() => sheet.evaluate((node) => node.scrollWidth - node.clientWidth), {
      message: "nothing is cut off",
    })
    .toBeLessThanOrEqual(0);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByText("Not for emergencies")).toBeHidden();
  await expect(sheet.getByText(INTERNAL)).toBeVisible();
});

test("files are saved as what they are, and their making is told", async ({ page }) => {
  await page.goto(`${PAPERS}?paper=review`);
  for (const [button, begins] of [
    ["Download PDF", "%PDF-"],
    ["Download XLSX", "PK"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    const file = await download;
    expect(file.suggestedFilename()).not.toMatch(/wren|larkspur/i);
    expect((await readFile(await file.path())).toString("latin1").startsWith(begins)).toBe(true);
    await expect(
      page.getByText(`${file.suggestedFilename()}, an internal copy. That is on record.`),
    ).toBeVisible();
  }
});

test("a paper leads to the form that lets it leave, with its parts; what leaves is listed", async ({
  page,
}) => {
  await page.goto(`${PAPERS}?paper=patient_copy`);
  await page.getByRole("link", { name: "Send outside…" }).click();
  const form = page.getByRole("dialog", { name: "Let records leave the program" });
  await expect(form.getByLabel("As", { exact: true })).toHaveValue("patient_copy");
  await expect(form.getByLabel("Which basis")).toHaveValue("to_patient");
  await expect(form.getByRole("checkbox", { checked: true })).toHaveCount(6);
  await form.getByLabel("Why it applies").fill("Asked for a copy");
  await form.getByRole("textbox", { name: "Purpose" }).fill("Own copy");
  const download = page.waitForEvent("download");
  await form.getByRole("button", { name: "Make the file and enter the disclosure" }).click();
  const file = await download;
  expect((await readFile(await file.path())).toString("latin1").startsWith("%PDF-")).toBe(true);
  const row = page.getByRole("table", { name: "Disclosures" }).getByRole("row");
  await expect(row.filter({ hasText: "copy for the patient (PDF)" }).first()).toContainText(
    "To the patient (2.23)",
  );
  await expect(page).toHaveURL(/consents$/);
});

for (const paper of ["summary", "review", "patient_copy"]) {
  test(`axe finds nothing: the ${paper}, wide in light and narrow in dark`, async ({ page }) => {
    await open(page, 1440, `${PAPERS}?paper=${paper}`);
    await check(page, "light");
    await open(page, 390, `${PAPERS}?paper=${paper}`);
    await check(page, "dark");
  });
}
