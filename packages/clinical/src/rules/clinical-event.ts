import { firstOfLast } from "../findings/days.ts";
import { eventEvidence, eventName } from "../findings/evidence.ts";
import type { Known } from "../findings/known.ts";
import { counted, sentence } from "../findings/wording.ts";
import type { EventKind } from "../records/codes.ts";
import type { ClinicalEvent } from "../records/types.ts";
import { defineRule, type Ground } from "./define.ts";
import { house } from "./threshold.ts";

/** What asks for contact on the same day. */
export const ESCALATING: ReadonlySet<EventKind> = new Set([
  "overdose",
  "withdrawal",
  "medical_instability",
  "crisis",
  "ed_visit",
  "hospital_stay",
]);
const REVIEWED: EventKind = "return_to_use";

function groundOf(event: Known<ClinicalEvent>): Ground {
  const { kind } = event.record;
  const late = event.recordedOn !== null && event.recordedOn > event.on;
  const recorded = late ? `, recorded ${event.recordedOn}` : "";
  const weight = ESCALATING.has(kind)
    ? ({ kind: "escalate", urgency: "same_day" } as const)
    : ({ kind: "review", urgency: "this_week" } as const);
  return {
    headline: `${sentence(eventName(kind))} on ${event.on}${recorded}`,
    evidence: [eventEvidence(event)],
    ...weight,
  };
}

export const clinicalEvent = defineRule({
  id: "clinical-event",
  version: 1,
  title: "Clinical event",
  kind: "escalate",
  urgency: "same_day",
  safety: false,
  thresholds: { days: house(7, "days") },
  wording: {
    consider: "Consider contact, added support, and whether the present level of care still holds.",
    clears: ({ days }) => `${counted(days, "day")} without such an event occurring or being recorded`,
  },
  source:
    "Program default without a published basis: the usual causes of escalation in intensive outpatient care",
  reviewed: "2026-11-21",
  evaluate: (view, { days }) => {
    const from = firstOfLast(days, view.asOf);
    return view.events
      .filter(({ record }) => ESCALATING.has(record.kind) || record.kind === REVIEWED)
      .filter(({ on, recordedOn }) => on >= from || (recordedOn !== null && recordedOn >= from))
      .map(groundOf);
  },
});
