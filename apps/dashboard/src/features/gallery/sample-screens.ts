import {
  DEFAULT_ZONE,
  type ScreenMark,
  type ScreenOnTimeline,
  type ScreenResultMark,
  startOfDay,
} from "@soundings/clinical";
import { day } from "./sample-days.ts";

const negative = (analyte: string): ScreenResultMark => ({
  analyte,
  method: "presumptive",
  result: "negative",
  resultStatus: "final",
  mark: "negative",
  carryOverUntil: null,
  value: null,
  unit: null,
  cutoff: null,
  text: `${analyte} negative`,
  interference: null,
});

const positive = (analyte: string, mark: ScreenResultMark["mark"]): ScreenResultMark => ({
  ...negative(analyte),
  result: "positive",
  mark,
  carryOverUntil: mark === "carry_over" ? day(37) : null,
  text: `${analyte} positive, presumptive, not confirmed`,
});

function screen(on: number, mark: ScreenMark, text: string, results: ScreenResultMark[]): ScreenOnTimeline {
  const given = mark !== "missed" && mark !== "refused" && mark !== "excused";
  return {
    screenId: `screen/${on}`,
    on: day(on),
    scheduledOn: day(on),
    collectedAt: given ? startOfDay(day(on), DEFAULT_ZONE) : null,
    disposition: mark === "missed" || mark === "refused" || mark === "excused" ? mark : "collected",
    specimen: given ? "urine" : null,
    validity: mark === "dilute" || mark === "invalid" ? mark : given ? "valid" : null,
    mark,
    text,
    results,
    specimenFacts: [],
  };
}

const clean = ["cocaine", "fentanyl", "opiates"].map(negative);
export const screens: ScreenOnTimeline[] = [
  screen(2, "carry_over", "possible carry-over: thc", [positive("thc", "carry_over"), ...clean]),
  screen(9, "carry_over", "possible carry-over: thc", [positive("thc", "carry_over"), ...clean]),
  screen(16, "negative", "all negative", [negative("thc"), ...clean]),
  screen(23, "prescribed", "prescribed: buprenorphine", [positive("buprenorphine", "prescribed"), ...clean]),
  screen(30, "dilute", "dilute; another specimen is asked for", clean),
  screen(32, "negative", "all negative", clean),
  screen(37, "missed", "missed", []),
  screen(44, "excused", "excused", []),
  screen(51, "invalid", "invalid; another specimen is asked for", []),
  screen(58, "negative", "all negative", [
    {
      ...negative("buprenorphine"),
      mark: "expected_absent",
      text: "buprenorphine negative though prescribed",
    },
    ...clean,
  ]),
  screen(65, "refused", "refused", []),
  screen(67, "tampered", "substituted specimen", []),
  screen(72, "new_positive", "new positive: cocaine, presumptive, not confirmed", [
    positive("cocaine", "new_positive"),
  ]),
  screen(79, "pending", "pending", []),
];
