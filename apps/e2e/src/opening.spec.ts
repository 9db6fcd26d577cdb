import type { Page } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer } from "./clinic/newcomer.ts";
import type { Session } from "./clinic/people.ts";
import type { Clinic } from "./clinic/server.ts";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

test.use({ as: "therapist" });

const REASON = "On call tonight, asked by the crisis line";

async function ask(page: Page, recordNumber: string, reason = REASON) {
  await new Caseload(page).open();
  await page.getByRole("button", { name: /^Open a patient who is not yours/ }).click();
  const dialog = page.getByRole("dialog", { name: "Open a patient who is not yours" });
  await dialog.getByLabel("Why you need to see this patient").fill(reason);
  await dialog.getByRole("textbox", { name: "Record number" }).fill(recordNumber);
  await dialog.getByRole("button", { name: "Open and tell the director" }).click();
  return dialog;
}

/** Takes the notices of a story away again, so that no other story's page begins with them. */
async function seeAll(clinic: Clinic, director: Session, patientId: string): Promise<void> {
  const answer = await fetch(`${clinic.address}/trpc/notices.list`, { headers: { cookie: director.cookie } });
  const { result } = (await answer.json()) as {
    result: { data: { notices: { noticeId: string; patientId: string }[] } };
  };
  for (const { noticeId } of result.data.notices.filter((notice) => notice.patientId === patientId))
    await director.post("/trpc/notices.seen", { noticeId });
}

test("a patient of others opens by record number and reason; the director is told live, and it stays on record", async ({
  page,
  elsewhere,
  clinic,
  today,
  signedIn,
  watch,
}) => {
  watch.expectErrors(/status of 404/);
  const { folder, name, patientId } = newcomer("outside", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  const director = await signedIn("director");
  const other = await elsewhere(director);
  try {
    await other.goto("/gallery");
    await expect(other.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
    await page.goto(`/patients/${patientId}`);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("There is no such patient");

    const dialog = await ask(page, patientId, "hm");
    await expect(dialog.getByLabel("Why you need to see this patient")).toBeFocused();
    await expect(dialog.getByLabel("Why you need to see this patient")).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await dialog.getByLabel("Why you need to see this patient").fill(REASON);
    await dialog.getByRole("button", { name: "Open and tell the director" }).click();

    const notice = other.getByRole("list", { name: "What you should know" }).getByRole("listitem").filter({
      hasText: REASON,
    });
    await expect(notice).toContainText("Imani Alderpilot", { timeout: 2_000 });
    await expect(notice).toContainText("opened a patient of your programs from outside");
    const patient = new PatientPage(page);
    await expect(patient.name).toHaveText(name);
    const strip = page.getByRole("complementary", { name: "Opened from outside" });
    await expect(strip).toContainText(/Opened from outside until .*\d:\d\d/);
    await expect(strip).toContainText(REASON);
    await new Caseload(page).open();
    await expect(page.getByRole("main")).not.toContainText(name);

    await other.goto(`/patients/${patientId}/lookers`);
    const looks = other.getByRole("table", { name: "Who looked at this record" }).getByRole("row");
    const look = looks
      .filter({ hasText: "Imani Alderpilot" })
      .filter({ hasText: "Viewed a patient" })
      .first();
    await expect(look).toContainText("from outside, with a reason");
    await expect(looks.filter({ hasText: "Opened a patient outside" })).toHaveCount(1);

    await other.goto("/admin/opened");
    const opening = other.getByRole("row").filter({ hasText: patientId });
    await expect(opening).toContainText(REASON);
    await opening.getByRole("link").click();
    const entries = other.getByRole("table", { name: /^Audit entries/ }).getByRole("row");
    await expect(entries.filter({ hasText: "Opened a patient outside" })).toHaveCount(1);
    await expect(entries.filter({ hasText: "Viewed a patient" }).first()).toHaveAttribute(
      "data-marked",
      "true",
    );

    await other.goto("/gallery");
    await notice.getByRole("button", { name: "Seen" }).click();
    await expect(notice).toHaveCount(0);
    await other.reload();
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
  } finally {
    await seeAll(clinic, director, patientId);
  }
});

test("a patient opens by name and birth date when both are exactly right, and nothing is said of a near miss", async ({
  page,
  clinic,
  today,
  signedIn,
}) => {
  const { folder, name, patientId } = newcomer("byname", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  await page.goto("/caseload?q=no-such-record");
  await page
    .getByRole("listitem")
    .getByRole("button", { name: /^Open a patient who is not yours/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Open a patient who is not yours" });
  await dialog.getByLabel("Why you need to see this patient").fill("Called by the family, no number at hand");
  await dialog.getByRole("radio", { name: "By name and birth date" }).check();
  const [given = "", family = ""] = name.split(" ");
  await dialog.getByLabel("Given name").fill(given);
  await dialog.getByLabel("Family name").fill(family.slice(0, -1));
  await dialog.getByRole("textbox", { name: "Birth date" }).fill("1988-05-17");
  const submit = dialog.getByRole("button", { name: "Open and tell the director" });
  await submit.click();
  await expect(dialog.getByText("No record was opened.")).toBeVisible();
  await dialog.getByLabel("Family name").fill(family);
  await dialog.getByRole("textbox", { name: "Birth date" }).fill("1988-05-18");
  await submit.click();
  await expect(dialog.getByText("No record was opened.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Birth date" }).fill("1988-05-17");
  await submit.click();
  await expect(page).toHaveURL(`/patients/${patientId}`);
  await expect(new PatientPage(page).name).toHaveText(name);
  await seeAll(clinic, await signedIn("director"), patientId);
});

test("an open page of somebody from outside learns of new records as others do", async ({
  page,
  clinic,
  today,
  signedIn,
}) => {
  const { folder, patientId } = newcomer("glasslive", today);
  expect((await importFolder(clinic, folder)).ok).toBe(true);
  await ask(page, patientId, "Covers the night in another program");
  const patient = new PatientPage(page);
  await patient.slider.waitFor();
  const report = await importFolder(clinic, {
    "events.csv": [
      { event_id: "E2E-GLASS-1", patient_id: patientId, occurred_on: addDays(today, -1), kind: "crisis" },
    ],
  });
  expect(report.ok).toBe(true);
  await expect(patient.mark("event", "E2E-GLASS-1")).toBeVisible({ timeout: 5_000 });
  await seeAll(clinic, await signedIn("director"), patientId);
});

test("nobody is found by a number that does not exist, and the reason is kept in the form", async ({
  page,
}) => {
  const dialog = await ask(page, "NOBODY-1");
  await expect(dialog.getByText("No record was opened.")).toBeVisible();
  await expect(dialog.getByText("That you looked is in the audit.")).toBeVisible();
  await expect(dialog.getByLabel("Why you need to see this patient")).toHaveValue(REASON);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
