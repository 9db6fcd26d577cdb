import { cleanScreens, type Story, weekly } from "./story.ts";

/** Seven weeks of progress, and nobody can say that the screens are clear. */
export const oneCriterionNoData: Story = {
  id: "one-criterion-no-data",
  title: "Ready to step down but for one criterion with no data",
  recordNumber: "D-20104",
  givenName: "Thaddeus",
  familyName: "Foxglovemast",
  program: "A",
  therapistId: "T-02",
  happened:
    "Every criterion is met except screens: of the last four weeks two screens were excused, one was dilute, and only one gave a valid specimen. Two are needed.",
  look: "The step-down card: eight met, one with no data, and what is missing to decide.",
  expected: [],
  notExpected: ["step-down-ready", "screen-not-given", "unexpected-positive"],
  criteria: {
    "days-at-level": "met",
    "measures-current": "met",
    "phq-9-low": "met",
    "gad-7-low": "met",
    improved: "met",
    "no-suicidal-ideation": "met",
    attendance: "met",
    "screens-clear": "no_data",
    "no-escalation": "met",
  },
  script: {
    sex: "male",
    age: 52,
    language: "en",
    stays: [{ admitted: -51, diagnoses: ["F10.20", "F33.1"] }],
    measures: weekly(-2, [17, 15, 12, 10, 8, 7, 6, 5], [13, 12, 10, 8, 7, 6, 5, 4]),
    screens: [
      ...cleanScreens([-48, -41, -34]),
      { day: -22, notCollected: "excused" },
      { day: -15, notCollected: "excused" },
      { day: -9 },
      { day: -3, validity: "dilute" },
    ],
    medications: [
      {
        day: -55,
        change: "start",
        medication: "Naltrexone ER injection",
        dose: "380",
        frequency: "every 4 weeks",
      },
    ],
    events: [{ day: -51, kind: "risk_assessment", note: "At intake" }],
    decisions: [{ day: -30, decision: "continue", level: "iop", reason: "Goals partly met" }],
  },
};
