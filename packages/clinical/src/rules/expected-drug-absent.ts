import { addDays } from "../calendar/civil.ts";
import { inLast } from "../findings/days.ts";
import { isLess, parseDecimal, times } from "../findings/decimal.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { changeEvidence, resultEvidence } from "../findings/evidence.ts";
import { withCaution } from "../findings/screen-facts.ts";
import { sentence } from "../findings/wording.ts";
import { runOn } from "../medications/prescriptions.ts";
import type { CountedResult, ScreenReading } from "../screens/reading.ts";
import { defineRule, type Ground } from "./define.ts";
import { house, published } from "./threshold.ts";

/** Each is its own analyte, and should be found while it is prescribed. */
export const EXPECTED_DRUGS = ["buprenorphine", "methadone"] as const;

/** How long a drug must have been prescribed before a screen is expected to find it. */
export const EXPECTED_AFTER = house(3, "days prescribed before the screen");

function absence(
  view: EpisodeView,
  screen: ScreenReading,
  drug: (typeof EXPECTED_DRUGS)[number],
  days: number,
): readonly Ground[] {
  const result = screen.counted.get(drug);
  const run = runOn(view.prescriptions, drug, screen.on);
  if (result?.result !== "negative" || run === null || run.from > addDays(screen.on, -days)) return [];
  const text = `${sentence(drug)} prescribed since ${run.from}, negative on ${screen.on}`;
  return [
    {
      headline: withCaution(text, [result]),
      evidence: [changeEvidence(run.firstChange), resultEvidence(screen, result)],
    },
  ];
}

/** Both values as plain numbers in one unit that is not empty, and the metabolite's too low for the drug's. */
function isTooLow(metabolite: CountedResult, drug: CountedResult, ratio: number): boolean {
  const unit = drug.unit?.trim() ?? "";
  const part = parseDecimal(metabolite.value);
  const whole = parseDecimal(drug.value);
  if (unit === "" || metabolite.unit?.trim() !== unit || part === null || whole === null) return false;
  return isLess(times(ratio, part), whole);
}

function lowMetabolite(view: EpisodeView, screen: ScreenReading, ratio: number): readonly Ground[] {
  const drug = screen.counted.get("buprenorphine");
  const metabolite = screen.counted.get("norbuprenorphine");
  const run = runOn(view.prescriptions, "buprenorphine", screen.on);
  if (run === null || drug === undefined || metabolite === undefined) return [];
  if (!isTooLow(metabolite, drug, ratio)) return [];
  const text = `Norbuprenorphine ${metabolite.value} to buprenorphine ${drug.value} ${drug.unit} on ${screen.on}, below 1 to ${ratio}`;
  return [
    {
      headline: withCaution(text, [drug, metabolite]),
      evidence: [
        changeEvidence(run.firstChange),
        resultEvidence(screen, drug),
        resultEvidence(screen, metabolite),
      ],
    },
  ];
}

export const expectedDrugAbsent = defineRule({
  id: "expected-drug-absent",
  version: 1,
  title: "Prescribed drug absent",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: {
    days: house(14, "days"),
    prescribedDays: EXPECTED_AFTER,
    ratio: published(50, "times norbuprenorphine"),
  },
  wording: {
    consider: "Consider asking about missed doses, side effects and supply, without blame, before retesting.",
    clears: () => "A valid screen in which the prescribed drug is found",
  },
  source:
    "ASAM 2017 (Jarvis, J Addict Med 11:163); norbuprenorphine to buprenorphine below 0.02: CCJM 2022;89:557. 3 days and 14 days: program defaults without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { days, prescribedDays, ratio }) => {
    const latest = view.screens.findLast((screen) => screen.valid && screen.takesPart);
    if (latest === undefined || inLast([latest], days, view.asOf).length === 0) return [];
    return [
      ...EXPECTED_DRUGS.flatMap((drug) => absence(view, latest, drug, prescribedDays)),
      ...lowMetabolite(view, latest, ratio),
    ];
  },
});
