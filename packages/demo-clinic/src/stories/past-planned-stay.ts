import { cleanScreens, type Story, weekly } from "./story.ts";

/** Fourteen weeks of a plan for twelve. */
export const pastPlannedStay: Story = {
  id: "past-planned-stay",
  title: "Length of stay past the plan",
  recordNumber: "D-20113",
  givenName: "Henrietta",
  familyName: "Tamarackbell",
  program: "A",
  therapistId: "T-01",
  happened:
    "In the program for fourteen weeks of a planned twelve at most; the last decision to go on is six weeks old.",
  look: "Week 15 of 8 to 12 in the header; a decision to continue would clear it.",
  expected: ["length-of-stay"],
  notExpected: ["step-down-ready", "early-non-response", "loss-of-gains"],
  criteria: { "gad-7-low": "not_met", "phq-9-low": "not_met" },
  script: {
    sex: "female",
    age: 58,
    language: "en",
    stays: [{ admitted: -100, diagnoses: ["F33.1", "F41.1", "F10.20"] }],
    measures: weekly(
      -2,
      [18, 18, 17, 16, 15, 15, 14, 13, 13, 12, 12, 11, 11, 11, 10],
      [14, 14, 13, 13, 12, 12, 11, 11, 11, 10, 10, 10, 9, 9, 9],
    ),
    screens: cleanScreens([-97, -83, -69, -55, -41, -34, -27, -20, -13, -6]),
    medications: [{ day: -95, change: "start", medication: "Sertraline", dose: "50", frequency: "daily" }],
    events: [{ day: -100, kind: "risk_assessment", note: "At intake" }],
    decisions: [
      { day: -44, decision: "continue", level: "iop", reason: "Support at home still being arranged" },
    ],
  },
};
