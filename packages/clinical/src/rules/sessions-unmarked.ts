import { addDays } from "../calendar/civil.ts";
import { inLast } from "../findings/days.ts";
import { sessionEvidence } from "../findings/evidence.ts";
import { counted } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

/** A session still not marked at this age should have been; the check of data quality reads the same age. */
export const NOT_MARKED_AT = house(2, "days old");

export const sessionsUnmarked = defineRule({
  id: "sessions-unmarked",
  version: 1,
  title: "Sessions not marked",
  kind: "data",
  urgency: "routine",
  safety: false,
  thresholds: { days: house(14, "days"), age: NOT_MARKED_AT },
  wording: {
    consider: "Consider marking who came: what is not marked counts nowhere.",
    clears: () => "The sessions marked",
  },
  source: "Program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { days, age }) => {
    const newest = addDays(view.asOf, -age);
    const unmarked = inLast(view.sessions, days, view.asOf).filter(
      ({ record, on }) => record.status === "scheduled" && on <= newest,
    );
    const [first] = unmarked;
    if (first === undefined) return [];
    const text = counted(unmarked.length, "session");
    return [
      {
        headline:
          unmarked.length === 1
            ? `${text} not marked, of ${first.on}`
            : `${text} not marked, the first of ${first.on}`,
        evidence: unmarked.map(sessionEvidence),
      },
    ];
  },
});
