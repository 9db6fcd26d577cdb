import { expect, test } from "vitest";
import { addDays } from "../../calendar/civil.ts";
import type { DischargeReason } from "../../records/codes.ts";
import { day } from "../../records/example-chart.ts";
import type { Site } from "../../records/types.ts";
import { measured } from "../example-facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { reportOf } from "./report.ts";
import type { OutcomesReport } from "./report.types.ts";
import { valueWords } from "./words.ts";

const AS_OF = day("2026-06-30");
const SITE: Site = { zone: "America/Los_Angeles" as Site["zone"], programs: new Map() };

/** A stay that ends every three days from July 2024 on, one in four by leaving early. */
const STAYS: readonly EpisodeFacts[] = Array.from({ length: 243 }, (_, place) => {
  const dischargedOn = addDays(day("2024-07-01"), place * 3);
  const admittedOn = addDays(dischargedOn, place % 4 === 0 ? -40 : -70);
  const dischargeReason: DischargeReason = place % 4 === 0 ? "lost_contact" : "completed";
  const given = {
    episodeId: `e-${place}`,
    patientId: `p-${place}`,
    asOf: AS_OF,
    admittedOn,
    dischargedOn,
    dischargeReason,
  };
  return measured([18, place % 2 === 0 ? 4 : 18], [14, 14], given);
});

function reportFrom(from: string): OutcomesReport {
  return reportOf({
    facts: STAYS,
    site: SITE,
    question: { from: day(from), to: AS_OF, asOf: AS_OF, filter: {} },
    organization: null,
    synthetic: false,
    madeOn: AS_OF,
    notes: null,
    also: null,
  });
}

function captionOf(from: string): string {
  const { sections } = reportFrom(from);
  const captions = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "figure" ? [block.caption] : [])),
  );
  return captions.find((caption) => caption.includes("by quarter of discharge")) ?? "";
}

test("a report speaks of the limits of quarters only where there are limits", () => {
  expect(captionOf("2025-07-01")).toContain("with the limits within which quarters differ by chance");
  expect(captionOf("2026-04-01")).toContain("too few quarters to set limits");
});

test("a report tells of the first score as the rule takes it, and what the marks on its chart are", () => {
  const method = JSON.stringify(reportFrom("2025-07-01").sections.find(({ id }) => id === "method"));
  expect(method).toContain("from 14 days before admission to the day of admission; without one, the first");
  expect(method).not.toContain("closest to admission");
  expect(method).toContain("Marks on charts over time");
});

test("a report does not tell an estimated share of retention as one of all admitted", () => {
  const { sections } = reportFrom("2025-07-01");
  const stay = JSON.stringify(sections.find(({ id }) => id === "stay"));
  expect(stay).toContain("lies below the share of all admitted who never left early");
  expect(JSON.stringify(sections)).not.toMatch(/% of those admitted/);
});

test("a language is named where the record holds its code, and stands as it is where it does not", () => {
  expect(valueWords("language", "es", SITE)).toBe("Spanish");
  expect(valueWords("language", "es-MX", SITE)).toBe("Mexican Spanish");
  expect(valueWords("language", "Tagalog", SITE)).toBe("Tagalog");
  expect(valueWords("language", "not-recorded", SITE)).toBe("Not recorded");
});
