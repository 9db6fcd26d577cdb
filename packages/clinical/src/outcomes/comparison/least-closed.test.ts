import { expect, test } from "vitest";
import { day, EXAMPLE_SITE } from "../../records/example-chart.ts";
import { facts, HALF_YEAR } from "../example-facts.ts";
import { type CohortFilter, NOT_RECORDED } from "../question.ts";
import { isTooFewOfTherapist, LEAST_CLOSED } from "./least-closed.ts";

const stays = (count: number, therapistId: string | null) =>
  Array.from({ length: count }, (_, place) =>
    facts({ episodeId: `${therapistId}-${place}`, therapistId, payer: place === 0 ? "A" : "B" }),
  );
const isTooFew = (all: ReturnType<typeof stays>, filter: CohortFilter) =>
  isTooFewOfTherapist(all, EXAMPLE_SITE, { ...HALF_YEAR, filter });

test("one therapist has too few below twenty stays that ended, in the cohort that all filters leave", () => {
  const enough = stays(LEAST_CLOSED, "t-1");
  expect(isTooFew(enough, { therapist: "t-1" })).toBe(false);
  expect(isTooFew(enough.slice(1), { therapist: "t-1" })).toBe(true);
  expect(isTooFew(enough, { therapist: "t-1", payer: "B" })).toBe(true);
  const open = facts({ episodeId: "open", therapistId: "t-1", dischargedOn: null, dischargeReason: null });
  expect(isTooFew([...enough.slice(1), open], { therapist: "t-1" })).toBe(true);
  expect(isTooFew([{ ...open, admittedOn: day("2026-06-01") }], { therapist: "t-1" })).toBe(true);
});

test("all therapists, nobody's patients and a therapist of whom nothing is on record are not held back", () => {
  const few = [...stays(3, "t-1"), ...stays(2, null)];
  expect(isTooFew(few, {})).toBe(false);
  expect(isTooFew(few, { payer: "A" })).toBe(false);
  expect(isTooFew(few, { therapist: NOT_RECORDED })).toBe(false);
  expect(isTooFew(few, { therapist: "t-2" })).toBe(false);
});
