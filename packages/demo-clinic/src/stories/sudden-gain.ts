import { type Story, weekly } from "./story.ts";

/** Three flat weeks, then a drop of seven points that holds. */
export const suddenGain: Story = {
  id: "sudden-gain",
  title: "A sudden gain",
  recordNumber: "D-20109",
  givenName: "Philippa",
  familyName: "Seagrassquay",
  program: "C",
  therapistId: "T-08",
  happened: "PHQ-9 stood at 18, 17 and 18, then fell to 11 between two weeks and went on to 10 and 9.",
  look: "The step in the line; no finding, because nothing here asks for anybody.",
  expected: [],
  notExpected: ["early-non-response", "loss-of-gains", "better-on-paper", "step-down-ready"],
  criteria: { "phq-9-low": "not_met", improved: "met" },
  script: {
    sex: "female",
    age: 47,
    language: "en",
    stays: [{ admitted: -37, diagnoses: ["F33.1"], modality: "telehealth" }],
    measures: weekly(-2, [18, 17, 18, 11, 10, 9], [14, 13, 14, 9, 8, 8]),
    events: [{ day: -37, kind: "risk_assessment", note: "At intake" }],
  },
};
