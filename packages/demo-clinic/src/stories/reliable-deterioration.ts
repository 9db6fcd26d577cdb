import { cleanScreens, type Story, weekly } from "./story.ts";

/** Both scores climb past what chance explains. */
export const reliableDeterioration: Story = {
  id: "reliable-deterioration",
  title: "Reliable deterioration",
  recordNumber: "D-20107",
  givenName: "Marguerite",
  familyName: "Saltbushanchor",
  program: "D",
  therapistId: "T-09",
  happened:
    "PHQ-9 rose from 12 at admission to 19, GAD-7 from 9 to 14, over five weeks with full attendance and clean screens.",
  look: "The line crossing two severity bands; the first and the last point are the evidence.",
  expected: ["reliable-deterioration"],
  notExpected: ["loss-of-gains", "early-non-response", "severe-persisting", "step-down-ready"],
  criteria: { improved: "not_met", "no-escalation": "not_met" },
  script: {
    sex: "female",
    age: 38,
    language: "en",
    stays: [{ admitted: -37, diagnoses: ["F33.1", "F41.1"] }],
    measures: weekly(-2, [12, 12, 13, 15, 17, 19], [9, 9, 10, 12, 13, 14]),
    screens: cleanScreens([-34, -27, -20, -13, -6]),
    medications: [{ day: -20, change: "start", medication: "Fluoxetine", dose: "20", frequency: "daily" }],
    events: [
      { day: -37, kind: "risk_assessment", note: "At intake" },
      { day: -37, kind: "c_ssrs", result: "none" },
      { day: -9, kind: "c_ssrs", result: "none", note: "Asked because the score rose" },
    ],
  },
};
