import { inLast } from "../findings/days.ts";
import { changeEvidence } from "../findings/evidence.ts";
import { counted, sentence } from "../findings/wording.ts";
import { MOUD } from "../medications/ingredients.ts";
import { runOn } from "../medications/prescriptions.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const moudStopped = defineRule({
  id: "moud-stopped",
  version: 1,
  title: "Medication for opioid use disorder stopped",
  kind: "escalate",
  urgency: "same_day",
  safety: false,
  thresholds: { days: house(14, "days") },
  wording: {
    consider:
      "Overdose risk rises: consider naloxone, contact today, and talking about going on with treatment.",
    clears: ({ days }) =>
      `Buprenorphine, methadone or naltrexone prescribed again, or ${counted(days, "day")} since the stop`,
  },
  source:
    "ASAM 2020 national practice guideline, focused update: risk of overdose and death rises after stopping. 14 days: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { days }) => {
    const { prescriptions, asOf } = view;
    if (MOUD.some((ingredient) => runOn(prescriptions, ingredient, asOf) !== null)) return [];
    return MOUD.flatMap((ingredient) => {
      const stop = inLast(prescriptions.stops.get(ingredient) ?? [], days, asOf).at(-1);
      if (stop === undefined) return [];
      const headline = `${sentence(ingredient)} stopped on ${stop.on}, no medication for opioid use disorder now`;
      return [{ headline, evidence: [changeEvidence(stop)] }];
    });
  },
});
