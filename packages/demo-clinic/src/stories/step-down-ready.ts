import { cleanScreens, type Story, weekly } from "./story.ts";

/** Nothing is missing and nothing speaks against it. */
export const stepDownReady: Story = {
  id: "step-down-ready",
  title: "Ready to step down",
  recordNumber: "D-20118",
  givenName: "Octavia",
  familyName: "Mangrovehalyard",
  program: "A",
  therapistId: "T-03",
  happened:
    "Began with two weeks of partial hospitalization; six weeks into IOP every criterion of the step-down card is met.",
  look: "Nine of nine on the card; the placement band that changes from PHP to IOP.",
  expected: ["step-down-ready"],
  notExpected: ["length-of-stay", "better-on-paper", "screen-not-given", "measure-overdue"],
  criteria: {
    "days-at-level": "met",
    "measures-current": "met",
    "phq-9-low": "met",
    "gad-7-low": "met",
    improved: "met",
    "no-suicidal-ideation": "met",
    attendance: "met",
    "screens-clear": "met",
    "no-escalation": "met",
  },
  script: {
    sex: "female",
    age: 30,
    language: "en",
    stays: [
      {
        admitted: -58,
        diagnoses: ["F33.2", "F41.1"],
        levels: [
          { level: "php", from: -58 },
          { level: "iop", from: -44 },
        ],
      },
    ],
    measures: weekly(-2, [20, 18, 15, 12, 10, 8, 6, 5, 4], [15, 14, 12, 10, 8, 6, 5, 4, 4]),
    screens: cleanScreens([-54, -47, -40, -33, -26, -19, -12, -5]),
    medications: [
      { day: -58, change: "start", medication: "Escitalopram", dose: "10", frequency: "daily" },
      {
        day: -40,
        change: "dose",
        medication: "Escitalopram",
        dose: "20",
        frequency: "daily",
        reason: "Partial response",
      },
    ],
    events: [
      { day: -58, kind: "risk_assessment", note: "At intake" },
      { day: -58, kind: "c_ssrs", result: "low" },
      { day: -30, kind: "c_ssrs", result: "none" },
      { day: -56, kind: "safety_plan", note: "Written with the patient" },
    ],
    decisions: [{ day: -44, decision: "step_down", level: "iop", reason: "Ready for IOP" }],
  },
};
