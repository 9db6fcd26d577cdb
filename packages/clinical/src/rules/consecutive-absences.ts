import { isAttended, isCountable } from "../attendance/attendance.ts";
import { firstOfLast } from "../findings/days.ts";
import { sessionEvidence } from "../findings/evidence.ts";
import { listed } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const consecutiveAbsences = defineRule({
  id: "consecutive-absences",
  version: 1,
  title: "Absent in a row",
  kind: "review",
  urgency: "same_day",
  safety: false,
  thresholds: { dates: house(2, "dates in a row with sessions"), days: house(14, "days") },
  wording: {
    consider: "Consider a call today to ask what keeps the patient away.",
    clears: () => "A session attended",
  },
  source:
    "Program default without a published basis: no published attendance threshold that predicts drop-out from intensive outpatient care was found",
  reviewed: "2026-11-21",
  supersededBy: [{ rule: "no-contact" }],
  evaluate: (view, { dates, days }) => {
    const countable = view.sessions.filter(({ record }) => isCountable(record));
    const last = [...new Set(countable.map(({ on }) => on))].slice(-dates);
    const [first] = last;
    if (first === undefined || last.length < dates || first < firstOfLast(days, view.asOf)) return [];
    const missed = countable.filter(({ on }) => on >= first);
    if (missed.some(({ record }) => isAttended(record))) return [];
    return [
      {
        headline: `Absent on ${listed(last)}, the last ${dates} days with sessions`,
        evidence: missed.map(sessionEvidence),
      },
    ];
  },
});
