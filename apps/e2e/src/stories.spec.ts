import type { STEP_DOWN_CRITERIA } from "@soundings/clinical";
import { STORIES } from "@soundings/demo-clinic";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

const STATE_WORDS = {
  met: "met",
  not_met: "not met",
  no_data: "no data",
  not_applicable: "not applicable",
} as const;

/** A placement is a band behind all lanes and an episode the whole picture: neither is a mark. */
const NOT_MARKS = new Set(["placement", "episode"]);

for (const story of STORIES) {
  test(`${story.recordNumber}: ${story.title}`, async ({ page, truth, today }) => {
    const patient = new PatientPage(page);
    await patient.open(story.recordNumber);
    await expect(patient.name).toHaveText(`${story.givenName} ${story.familyName}`);

    const findings = truth.findingsOf(story.recordNumber);
    const rules = await patient.rules();
    expect(rules).toEqual(findings.map(({ rule }) => rule));
    expect(rules).toEqual(expect.arrayContaining([...story.expected]));
    expect(rules.filter((rule) => story.notExpected.includes(rule))).toEqual([]);

    const nothingChosen = await patient.marked("plain");
    expect(nothingChosen.length).toBeGreaterThan(0);
    for (const [place, finding] of findings.entries()) {
      const item = patient.items.nth(place);
      const choice = item.getByRole("button");
      await choice.click();
      await expect(choice).toHaveAttribute("aria-pressed", "true");
      await expect(page).toHaveURL(new RegExp(`finding=${finding.rule}`));
      const drawn = await patient.firstDay(today);
      const evidence = finding.evidence.filter(({ type, on }) => !NOT_MARKS.has(type) && on >= drawn);
      expect(evidence.length > 0 || finding.evidence.every(({ type }) => NOT_MARKS.has(type))).toBe(true);
      const keys = [...new Set(evidence.map(({ type, id }) => `${type}:${id}`))].toSorted();
      await expect.poll(() => patient.marked("lit")).toEqual(keys);
      expect(await patient.marked("plain")).toEqual([]);
      await expect(item.getByText(`${finding.rule}@${finding.version}`)).toBeVisible();
      await expect(item.getByText("Clears:")).toBeVisible();
      await expect(item).toContainText(finding.source);
      for (const { text } of finding.evidence) await expect(item).toContainText(text);
      await choice.click();
      await expect(choice).toHaveAttribute("aria-pressed", "false");
      await expect.poll(() => patient.marked("plain")).toEqual(nothingChosen);
    }

    const criteria = truth.cardOf(story.recordNumber)?.criteria ?? [];
    expect(await patient.states()).toEqual(criteria.map(({ state }) => STATE_WORDS[state]));
    const told = Object.entries(story.criteria ?? {});
    const shown = new Map(criteria.map(({ id, state }) => [id, state]));
    expect(told.map(([id]) => [id, shown.get(id as (typeof STEP_DOWN_CRITERIA)[number]["id"])])).toEqual(
      told,
    );
  });
}

test("a finding in the address is chosen when the page opens", async ({ page, truth }) => {
  const patient = new PatientPage(page);
  await patient.open("D-20107", { finding: "reliable-deterioration" });
  const finding = truth.findingsOf("D-20107").find(({ rule }) => rule === "reliable-deterioration")!;
  await expect
    .poll(() => patient.marked("lit"))
    .toEqual(finding.evidence.map(({ type, id }) => `${type}:${id}`).toSorted());
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/patients/D-20107");
  await expect.poll(() => patient.marked("lit")).toEqual([]);
});

test("an earlier stay is one step away, and a stay of its own", async ({ page }) => {
  const patient = new PatientPage(page);
  await patient.open("D-20116");
  const episodes = page.getByRole("region", { name: "Episodes" });
  await expect(episodes.getByRole("listitem")).toHaveCount(2);
  const present = await patient.marked("plain");
  await episodes.getByRole("link").click();
  await expect(page).toHaveURL(/episodeId=/);
  await expect(page.getByText(/, discharged /)).toBeVisible();
  await expect.poll(() => patient.marked("plain")).not.toEqual(present);
  const earlier = await patient.marked("plain");
  expect(earlier.filter((key) => key.startsWith("assessment:") && present.includes(key))).toEqual([]);
  await expect(patient.card).toBeHidden();
});
