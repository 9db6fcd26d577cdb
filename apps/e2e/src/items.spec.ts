import type { Locator } from "@playwright/test";
import { addDays } from "@soundings/clinical";
import { importFolder } from "./clinic/command.ts";
import { newcomer, phq9 } from "./clinic/newcomer.ts";
import { PatientPage } from "./pages/patient.ts";
import { inWords } from "./pages/read.ts";
import { expect, test } from "./story.ts";

const ARROW = /[↑↓]/;

/** The items of one list, in the order in which they stand: topic, item, change and answers. */
async function moves(section: Locator, list: string): Promise<string[]> {
  const items = section
    .locator("div", { has: section.page().getByRole("heading", { name: list, exact: true }) })
    .last()
    .getByRole("listitem");
  const texts = await items.allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, " "));
}

test("of the items that moved suicidality comes first, then what is severest; two forms are no trend", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, patientId } = newcomer("moving", today);
  const [from, to] = [addDays(today, -13), addDays(today, -6)];
  const rows = [
    phq9("E2E-A-moving-1", patientId, from, [2, 1, 2, 3, 1, 0, 3, 3, 0]),
    phq9("E2E-A-moving-2", patientId, to, [3, 3, 3, 1, 2, 2, 3, 2, 1]),
  ];
  expect((await importFolder(clinic, { ...folder, "assessments.csv": rows })).ok).toBe(true);
  const patient = new PatientPage(page);
  await patient.open(patientId);
  const section = page.getByRole("region", { name: "Items that moved" });
  const worse = await moves(section, "Worse");
  expect(worse.map((text) => /PHQ-9 item \d/.exec(text)?.[0])).toEqual(
    [9, 2, 1, 3, 6].map((item) => `PHQ-9 item ${item}`),
  );
  expect(worse[0]).toContain("+1");
  expect(worse[0]).toMatch(/0 \(.+\) → 1, several days \(/);
  expect(worse[1]).toMatch(/1, several days \(.+\) → 3, nearly every day \(/);
  const better = await moves(section, "Better");
  expect(better.map((text) => /PHQ-9 item \d/.exec(text)?.[0])).toEqual(["PHQ-9 item 4", "PHQ-9 item 8"]);
  expect([...worse, ...better].filter((text) => ARROW.test(text))).toEqual([]);

  await patient.open("D-20107");
  const [first, ...others] = await moves(section, "Worse");
  expect(others.length).toBeLessThan(5);
  expect(first).toMatch(/↑ worse/);
});

test("a cell says the words of its item and its answer; answers that ask for a second look are marked", async ({
  page,
  clinic,
  today,
}) => {
  const { folder, patientId } = newcomer("quality", today);
  const [first, second, third] = [addDays(today, -15), addDays(today, -8), addDays(today, -1)];
  const rows = [
    { ...phq9("E2E-A-quality-1", patientId, first, [2, 2, 2, 2, 2, 2, 2, 2, 2, 3]) },
    { ...phq9("E2E-A-quality-2", patientId, second, [2, 1, 2, 1, 3, 2, 1, 0, 0, 2]) },
    { ...phq9("E2E-A-quality-3", patientId, third, [2, 1, 2, 1, 3, 2, 1, 0, 0, 2]) },
  ];
  expect((await importFolder(clinic, { ...folder, "assessments.csv": rows })).ok).toBe(true);
  const patient = new PatientPage(page);
  await patient.open(patientId);
  const answers = patient.answers("PHQ-9");
  await expect(answers).toContainText("12, moderate. Difficulty: very difficult (2).");
  const heads = answers.getByRole("columnheader");
  await expect(heads.filter({ hasText: "every answer the same" })).toHaveCount(1);
  await expect(heads.filter({ hasText: "same answers as last time" })).toHaveCount(1);
  await expect(heads.last()).toContainText("same answers as last time");
  await expect(answers.getByRole("row").filter({ hasText: "Difficulty" }).getByRole("cell")).toHaveText([
    "3",
    "2",
    "2",
  ]);

  const cell = answers.getByRole("row").filter({ hasText: "Thoughts of death" }).getByRole("cell").first();
  await cell.focus();
  const hint = page
    .locator("[aria-hidden=true]")
    .filter({ hasText: /item 9: Thoughts that you would be better off/ });
  await expect(hint).toContainText("2, more than half the days");
  await expect(hint).toContainText(inWords(first));
});
