import { cleanScreens, type Story, weekly } from "./story.ts";

/** A second stay, with the first one a step away. */
export const relapseAndReturn: Story = {
  id: "relapse-and-return",
  title: "Relapse and return",
  recordNumber: "D-20116",
  givenName: "Dashiell",
  familyName: "Cattailfathom",
  program: "A",
  therapistId: "T-02",
  happened:
    "Completed a first stay most of a year ago, drank again last month, and came back three weeks ago. The first specimen of this stay still showed ethyl glucuronide.",
  look: "The earlier episode in the header; the timeline of this stay begins at its own admission.",
  expected: [],
  notExpected: ["clinical-event", "unexpected-positive", "repeated-positives"],
  script: {
    sex: "male",
    age: 49,
    language: "en",
    stays: [
      { admitted: -338, discharged: -268, reason: "completed", diagnoses: ["F10.20", "F33.1"] },
      { admitted: -23, diagnoses: ["F10.20", "F33.1"] },
    ],
    measures: [
      ...weekly(-268, [18, 16, 14, 12, 10, 9, 8, 7, 6, 6, 5], [12, 11, 10, 9, 8, 7, 6, 6, 5, 5, 4]),
      ...weekly(-2, [16, 14, 12, 11], [11, 10, 9, 8]),
    ],
    screens: [
      ...cleanScreens([-330, -316, -302, -288, -274]),
      { day: -22, positives: ["etg"], confirmed: { etg: 640 } },
      ...cleanScreens([-16, -9, -3]),
    ],
    medications: [
      { day: -330, change: "start", medication: "Naltrexone", dose: "50", frequency: "daily" },
      { day: -200, change: "stop", medication: "Naltrexone", reason: "Patient's choice" },
      {
        day: -21,
        change: "start",
        medication: "Naltrexone ER injection",
        dose: "380",
        frequency: "every 4 weeks",
      },
    ],
    events: [
      { day: -338, kind: "risk_assessment", note: "At intake" },
      { day: -35, kind: "return_to_use", note: "Told at re-admission" },
      { day: -23, kind: "risk_assessment", note: "At intake" },
    ],
    decisions: [{ day: -268, decision: "discharge", reason: "Goals met" }],
  },
};
