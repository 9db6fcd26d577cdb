import type { Page } from "@playwright/test";
import { CRITERION_STATES, RESULT_MARKS, SCREEN_MARKS, SESSION_MARKS, URGENCIES } from "@soundings/clinical";
import { expect, test } from "./story.ts";

const QUALITIES = ["every answer the same", "same answers as last time", "answered very fast"];

/** Families of marks, a word or sign of each that the pages use, and how many there must be at least. */
const FAMILIES: Readonly<Record<string, { readonly words: readonly string[]; readonly least: number }>> = {
  Urgency: { words: ["Now", "Today", "This week", "Routine"], least: URGENCIES.length },
  "Weeks of a measure": {
    words: [
      "done",
      "recorded late",
      "refused",
      "absent",
      "not asked",
      "unable",
      "no measure",
      "due",
      "prorated",
      "incomplete",
    ],
    least: 10,
  },
  Severity: { words: ["minimal", "mild", "moderate", "moderately severe", "severe"], least: 5 },
  "Change since the baseline": {
    words: ["better", "reliably better", "no change", "worse", "reliably worse"],
    least: 5,
  },
  "Scores on the timeline": {
    words: ["PHQ-9", "GAD-7", "prorated", "incomplete", "sudden gain", ...QUALITIES],
    least: 10,
  },
  "Lines behind the scores": {
    words: ["baseline", "reliably worse", "reliably better", "caseness"],
    least: 4,
  },
  Attendance: { words: ["attended", "absent", "excused"], least: SESSION_MARKS.length },
  "Drug screens": {
    words: [
      "negative",
      "new positive",
      "possible carry-over",
      "prescribed",
      "pending",
      "dilute",
      "invalid",
      "missed",
      "refused",
      "tampered",
      "excused",
      "negative though prescribed",
    ],
    least: new Set<string>([...SCREEN_MARKS, ...RESULT_MARKS]).size,
  },
  "Medication, events and decisions": {
    words: ["injection given", "review window", "event", "decision", "note"],
    least: 9,
  },
  "Criteria of the step-down card": {
    words: ["met", "not met", "no data", "not applicable"],
    least: CRITERION_STATES.length,
  },
  "Level of care": { words: [], least: 4 },
  "What is not known, and what was changed": { words: ["no data", "corrected since"], least: 2 },
};

async function open(page: Page): Promise<void> {
  await page.goto("/caseload");
  await page.getByRole("link", { name: "What the marks mean" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What the marks mean");
}

test("every mark stands in the gallery with shape, word and meaning, in light and in dark", async ({
  page,
}) => {
  await open(page);
  for (const [title, { words, least }] of Object.entries(FAMILIES)) {
    for (const scheme of ["light", "dark"]) {
      const table = page.getByRole("table", { name: `${title}, ${scheme}` });
      const rows = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
      expect([title, scheme, (await rows.count()) >= least]).toEqual([title, scheme, true]);
      const blank = await rows.evaluateAll((all) =>
        all.flatMap((row) => {
          const [drawn, , meaning] = [...row.children];
          const shape = drawn?.firstElementChild?.getBoundingClientRect().width ?? 0;
          const isDrawn = shape > 0 || (drawn?.textContent ?? "").trim() !== "";
          return isDrawn && (meaning?.textContent ?? "") !== "" ? [] : [row.textContent];
        }),
      );
      expect(blank).toEqual([]);
      const named = await table.getByRole("rowheader").allInnerTexts();
      expect(named).toEqual(expect.arrayContaining([...words]));
    }
  }
});

test("drug screens are signs, each its own", async ({ page }) => {
  await open(page);
  const rows = page.getByRole("table", { name: "Drug screens, light" }).getByRole("row");
  const signs = (await rows.locator("td:first-child").allInnerTexts()).map((sign) => sign.trim());
  expect(new Set(signs).size).toBe(signs.length);
  expect(signs).toEqual(expect.arrayContaining(["−", "+", "~", "℞", "?", "d", "i", "M", "R", "T", "e"]));
});

test("the timeline of the gallery marks what a finding rests on", async ({ page }) => {
  await open(page);
  await expect(page.locator('[data-standing="lit"]')).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Mark what a finding rests on" }).check();
  await expect(page.locator('[data-standing="lit"]')).not.toHaveCount(0);
  await expect(page.locator('[data-standing="plain"]')).toHaveCount(0);
});

test("the states of a page are shown with their words", async ({ page }) => {
  await open(page);
  const states = page.getByRole("region", { name: "States of a page" });
  for (const state of [
    "Loading keeps the layout",
    "Empty says why and what to do",
    "A problem says what happened",
  ]) {
    await expect(states.getByRole("heading", { name: state })).toBeVisible();
  }
});
