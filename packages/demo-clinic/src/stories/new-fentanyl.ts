import { cleanScreens, type Story, weekly } from "./story.ts";

/** Weeks of clean specimens, then fentanyl. */
export const newFentanyl: Story = {
  id: "new-fentanyl",
  title: "A new fentanyl positive",
  recordNumber: "D-20103",
  givenName: "Odalys",
  familyName: "Tamarackoar",
  program: "E",
  therapistId: "T-12",
  happened:
    "Nine clean specimens over five weeks, then one that is presumptively positive for fentanyl. The confirmation has been asked for and is not back.",
  look: "The plus after a row of minuses; the headline says presumptive, not confirmed.",
  expected: ["unexpected-positive"],
  notExpected: ["repeated-positives", "expected-drug-absent", "step-down-ready"],
  criteria: { "screens-clear": "not_met" },
  script: {
    sex: "female",
    age: 41,
    language: "en",
    stays: [{ admitted: -37, diagnoses: ["F11.20", "F43.10"] }],
    measures: weekly(-2, [13, 12, 10, 9, 8, 8], [12, 11, 9, 8, 7, 7]),
    screens: [
      ...cleanScreens([-36, -33, -29, -26, -22, -19, -15, -12, -8], ["buprenorphine"]),
      { day: -2, positives: ["fentanyl", "buprenorphine"], asked: ["fentanyl"] },
    ],
    medications: [
      {
        day: -70,
        change: "start",
        medication: "Buprenorphine-naloxone film",
        dose: "12",
        frequency: "daily",
      },
    ],
    events: [
      { day: -37, kind: "risk_assessment", note: "At intake" },
      { day: -37, kind: "naloxone", note: "Kit given" },
    ],
  },
};
