import { admissionEvidence } from "../findings/evidence.ts";
import { BASELINE_DAYS } from "../findings/series.ts";
import { counted, instrumentName } from "../findings/wording.ts";
import { INSTRUMENT_IDS } from "../records/codes.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

const SPAN = `from ${counted(BASELINE_DAYS.before, "day")} before to ${counted(BASELINE_DAYS.after, "day")} after admission`;

export const baselineMissing = defineRule({
  id: "baseline-missing",
  version: 1,
  title: "Baseline missing",
  kind: "data",
  urgency: "routine",
  safety: false,
  thresholds: { day: house(7, "days since admission") },
  wording: {
    consider: "Consider measuring soon: without a baseline no change can be told.",
    clears: () => `A scored PHQ-9 and GAD-7 ${SPAN}`,
  },
  source: "Program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { day }) => {
    if (view.day < day) return [];
    return INSTRUMENT_IDS.filter((instrument) => view.baselines[instrument] === null).map((instrument) => {
      const name = instrumentName(instrument);
      return {
        instrument,
        headline: `No ${name} baseline on day ${view.day}`,
        evidence: [admissionEvidence(view.episode)],
        clears: `A scored ${name} ${SPAN}`,
      };
    });
  },
});
