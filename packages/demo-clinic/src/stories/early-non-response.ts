import { type Story, weekly } from "./story.ts";

/** Five weeks in, and the line is flat. */
export const earlyNonResponse: Story = {
  id: "early-non-response",
  title: "Early non-response at week 5",
  recordNumber: "D-20108",
  givenName: "Leopold",
  familyName: "Mangrovesail",
  program: "B",
  therapistId: "T-04",
  happened:
    "PHQ-9 was 17 at admission and is 16 after five weeks of full attendance: less than a fifth better.",
  look: "A flat line inside one band; the finding asks for a review of the plan, not for blame.",
  expected: ["early-non-response"],
  notExpected: ["reliable-deterioration", "severe-persisting", "better-on-paper", "step-down-ready"],
  criteria: { improved: "not_met", "screens-clear": "not_applicable" },
  script: {
    sex: "male",
    age: 31,
    language: "en",
    stays: [{ admitted: -37, diagnoses: ["F33.1", "F41.1"] }],
    measures: weekly(-2, [17, 17, 16, 17, 16, 16], [12, 11, 12, 11, 12, 11]),
    medications: [
      { day: -30, change: "start", medication: "Venlafaxine XR", dose: "75", frequency: "daily" },
    ],
    events: [
      { day: -37, kind: "risk_assessment", note: "At intake" },
      { day: -37, kind: "c_ssrs", result: "none" },
    ],
  },
};
