import { daysBetween } from "../calendar/civil.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { admissionEvidence, scoreEvidence } from "../findings/evidence.ts";
import { counted, instrumentName } from "../findings/wording.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { defineRule, type Ground } from "./define.ts";
import { house } from "./threshold.ts";

const THRESHOLDS = {
  days: house(10, "days"),
  longDays: house(15, "days"),
};

/** Days since the later of admission and the last score of the episode. */
function daysUnmeasured(view: EpisodeView, instrument: InstrumentId): number {
  const last = view.scores[instrument].at(-1);
  const { admittedOn } = view.episode;
  return daysBetween(last === undefined || last.on < admittedOn ? admittedOn : last.on, view.asOf);
}

/** Whether the rule holds for one instrument. */
export function isMeasureOverdue(view: EpisodeView, instrument: InstrumentId): boolean {
  return daysUnmeasured(view, instrument) > THRESHOLDS.days.value;
}

function groundOf(view: EpisodeView, instrument: InstrumentId): readonly Ground[] {
  if (!isMeasureOverdue(view, instrument)) return [];
  const days = daysUnmeasured(view, instrument);
  const last = view.scores[instrument].at(-1);
  const name = instrumentName(instrument);
  const isSinceAdmission = last === undefined || last.on < view.episode.admittedOn;
  return [
    {
      instrument,
      headline: isSinceAdmission
        ? `No ${name} in ${counted(days, "day")} since admission`
        : `No ${name} for ${counted(days, "day")}, the last on ${last.on}`,
      urgency: days >= THRESHOLDS.longDays.value ? "this_week" : "routine",
      evidence: [last === undefined ? admissionEvidence(view.episode) : scoreEvidence(last)],
      clears: `A scored ${name}`,
    },
  ];
}

export const measureOverdue = defineRule({
  id: "measure-overdue",
  version: 1,
  title: "Measure overdue",
  kind: "data",
  urgency: "routine",
  safety: false,
  thresholds: THRESHOLDS,
  wording: {
    consider: "Consider asking for it at the next session, or sending the link.",
    clears: () => "A scored PHQ-9 and a scored GAD-7",
  },
  source: "Weekly measurement; more than 10 and 15 or more days: program defaults without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view) => INSTRUMENT_IDS.flatMap((instrument) => groundOf(view, instrument)),
});
