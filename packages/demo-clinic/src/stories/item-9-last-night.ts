import { type Story, weekly } from "./story.ts";

/** Answered in bed, read in the morning. */
export const item9LastNight: Story = {
  id: "item-9-last-night",
  title: "Item 9 answered 2 last night on the phone",
  recordNumber: "D-20105",
  givenName: "Ignacia",
  familyName: "Hawthornhelm",
  program: "C",
  therapistId: "T-07",
  happened:
    "The link was opened at 21:47 last night: PHQ-9 15, item 9 answered more than half the days. All earlier answers were 0. Nobody has seen the patient since.",
  look: "At the top of the caseload; the last row of the item grid; the risk assessment that is still missing.",
  expected: ["suicidal-ideation", "risk-assessment-overdue"],
  notExpected: ["item-9-unknown", "step-down-ready", "reliable-deterioration"],
  criteria: { "no-suicidal-ideation": "not_met", "no-escalation": "not_met" },
  script: {
    sex: "female",
    age: 26,
    language: "es",
    stays: [{ admitted: -22, diagnoses: ["F33.2", "F41.1"], modality: "hybrid" }],
    measures: [
      ...weekly(-8, [16, 15, 13], [13, 12, 11]),
      { day: -1, phq9: { score: 15, item9: 2 }, gad7: 11, atHome: { minute: 21 * 60 + 47 } },
    ],
    medications: [{ day: -26, change: "start", medication: "Escitalopram", dose: "10", frequency: "daily" }],
    events: [
      { day: -22, kind: "risk_assessment", note: "At intake" },
      { day: -22, kind: "c_ssrs", result: "none" },
    ],
  },
};
