import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import { expect, test } from "./story.ts";

const PAYER = "Harbor Mutual, utilization review";
const SEND = "Make the file and enter the disclosure";

async function sendReview(page: Page, patientId: string) {
  await page.goto(`/patients/${patientId}/papers?paper=review`);
  await page.getByRole("link", { name: "Send outside…" }).click();
  const form = page.getByRole("dialog", { name: "Let records leave the program" });
  await expect(form.getByLabel("As", { exact: true })).toHaveValue("review");
  return { form, submit: form.getByRole("button", { name: SEND }) };
}

test("the page for a payer leaves with a consent and not without one, and both are on record", async ({
  page,
  signedIn,
  clinic,
  today,
  watch,
}) => {
  watch.expectErrors(/status of 403/);
  const { folder, patientId } = newcomer(`payer${test.info().retry}`, today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const without = await sendReview(page, patientId);
  await expect(without.form.getByText("No consent of this patient is in force.")).toBeVisible();
  await expect(without.form.getByLabel("Basis").getByRole("option", { name: /consent/ })).toHaveCount(0);
  await expect(without.submit).toBeDisabled();

  const director = await signedIn("director");
  const what = ["course", "attendance", "measures"];
  await director.post("/trpc/consents.record", {
    patientId,
    discloser: "Compass IOP",
    recipient: PAYER,
    recipientKind: "name",
    what,
    purpose: "Concurrent review",
    purposeKind: "other",
    ends: { by: "day", on: addDays(today, 30) },
    signedOn: today,
    signedBy: "the patient",
  });
  const asked = { patientId, form: "review", what: [...what, "screens"], recipient: PAYER };
  const refused = director.post("/trpc/disclosures.make", {
    ...asked,
    purpose: "Concurrent review",
    basis: { by: "consent", consentId: "of nobody" },
  });
  await expect(refused).rejects.toThrow(/answered 4\d\d/);

  const { form, submit } = await sendReview(page, patientId);
  await form.getByLabel("Basis").selectOption("consent");
  await form.getByLabel("Consent", { exact: true }).selectOption({ index: 1 });
  await expect(form.getByLabel("To whom")).toHaveValue(PAYER);
  await expect(form.getByRole("checkbox", { checked: true })).toHaveCount(what.length);
  const download = page.waitForEvent("download");
  await submit.click();
  const file = await readFile(await (await download).path());
  expect(file.toString("latin1").startsWith("%PDF-")).toBe(true);
  const rows = page.getByRole("table", { name: "Disclosures" }).getByRole("row");
  await expect(rows.filter({ hasText: PAYER })).toHaveCount(1);
  await page.goto(`/patients/${patientId}/lookers`);
  const looks = page.getByRole("table", { name: "Who looked at this record" }).getByRole("row");
  await expect(looks.filter({ hasText: "Records left the program" })).toHaveCount(1);
});

test("the table of a patient's data says that it is an internal copy, and its making is in the audit", async ({
  page,
  elsewhere,
  signedIn,
}) => {
  await page.goto("/patients/D-20109/papers");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^internal-.*\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  for (const words of ["INTERNAL COPY", "D-20109", "PHQ-9", "It never means a normal result."]) {
    expect(text).toContain(words);
  }
  const audit = await elsewhere(await signedIn("administrator"));
  await audit.goto("/admin/audit?event=paper_made");
  const entries = audit.getByRole("table", { name: /^Audit entries/ }).getByRole("row");
  const made = entries.filter({ hasText: "Made a paper or a data file for use inside" });
  await expect(made.filter({ hasText: "D-20109" }).first()).toContainText("Marian Olivecaptain");
});

test("the copy for the patient has the scores in plain words, and no finding, rule or note", async ({
  page,
  truth,
}) => {
  const patientId = "D-20107";
  await page.goto(`/patients/${patientId}/papers?paper=patient_copy`);
  const sheet = page.getByRole("article", { name: "Your copy of your record" });
  await expect(sheet.getByRole("region", { name: "Your PHQ-9 scores", exact: true })).toContainText(
    /That is 7 points higher, which is worse\./,
  );
  await expect(sheet.getByRole("region", { name: "If you need help" })).toContainText("988");
  const findings = truth.findingsOf(patientId);
  expect(findings.length).toBeGreaterThan(0);
  for (const { rule, headline } of findings) {
    await expect(sheet).not.toContainText(rule);
    await expect(sheet).not.toContainText(headline);
  }
  await expect(sheet).not.toContainText(/finding|reliabl|step-down|risk|non-response|rent is due/i);
  await page.goto(`/patients/${patientId}/papers?paper=summary`);
  await expect(page.getByRole("article")).toContainText(findings[0]?.headline ?? "no finding");
});
