import { cleanScreens, type Story, weekly } from "./story.ts";

/** A later zero does not settle what was never looked into. */
export const item9NotFollowedUp: Story = {
  id: "item-9-not-followed-up",
  title: "Item 9 answered 1 two weeks ago, no risk assessment since",
  recordNumber: "D-20106",
  givenName: "Bartholomew",
  familyName: "Cattailspar",
  program: "A",
  therapistId: "T-03",
  happened:
    "Sixteen days ago item 9 was answered several days. Both answers since were 0, and no risk assessment is on record after that day.",
  look: "The finding names the day of the answer; the zeros after it clear nothing.",
  expected: ["risk-assessment-overdue"],
  notExpected: ["suicidal-ideation", "item-9-unknown", "step-down-ready"],
  criteria: { "no-suicidal-ideation": "met", "no-escalation": "not_met" },
  script: {
    sex: "male",
    age: 45,
    language: "en",
    stays: [{ admitted: -37, diagnoses: ["F33.1", "F43.10"] }],
    measures: weekly(-2, [18, 16, 15, { score: 14, item9: 1 }, 11, 9], [13, 12, 11, 10, 8, 7]),
    screens: cleanScreens([-34, -27, -20, -13, -6]),
    medications: [{ day: -37, change: "start", medication: "Sertraline", dose: "50", frequency: "daily" }],
    events: [
      { day: -37, kind: "risk_assessment", note: "At intake" },
      { day: -37, kind: "c_ssrs", result: "none" },
    ],
  },
};
