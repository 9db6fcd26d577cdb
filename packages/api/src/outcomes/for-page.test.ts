import {
  type BeforeAfter,
  type CalendarDate,
  type EpisodeFacts,
  type InstrumentId,
  overviewOf,
  type Site,
} from "@soundings/clinical";
import { expect, it } from "vitest";
import { forPage } from "./for-page.ts";

const DAY = "2026-01-01" as CalendarDate;
const SITE = { zone: "UTC", programs: new Map() } as unknown as Site;

function dots(count: number, pre: number, post: number): readonly BeforeAfter[] {
  return Array.from({ length: count }, (_, place) => ({
    episodeId: `E-${pre}-${place}`,
    patientId: `P-${pre}-${place}`,
    ...{ pre, post, preOn: DAY, postOn: DAY, change: "none" as const },
  }));
}

it("says how many stand in a crowded place, names none of them, and leaves the others as they are", () => {
  const question = { from: DAY, to: DAY, asOf: DAY, filter: {} };
  const overview = overviewOf([] as readonly EpisodeFacts[], SITE, question, null);
  const beforeAfter: Record<InstrumentId, readonly BeforeAfter[]> = {
    "phq-9": [...dots(25, 12, 4), ...dots(26, 20, 19)],
    "gad-7": dots(2, 9, 9),
  };
  const page = forPage({ ...overview, beforeAfter }).beforeAfter;
  expect(page["gad-7"]).toEqual(beforeAfter["gad-7"]);
  expect(page["phq-9"].slice(0, 25)).toEqual(beforeAfter["phq-9"].slice(0, 25));
  expect(page["phq-9"].slice(25)).toMatchObject([{ pre: 20, post: 19, patients: 26, patientId: "" }]);
  expect(JSON.stringify(page)).not.toContain("P-20-");
});
