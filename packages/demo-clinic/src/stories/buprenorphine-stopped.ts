import { cleanScreens, type Story, weekly } from "./story.ts";

/** The weeks after stopping are the dangerous ones. */
export const buprenorphineStopped: Story = {
  id: "buprenorphine-stopped",
  title: "Buprenorphine stopped last week",
  recordNumber: "D-20111",
  givenName: "Rosalind",
  familyName: "Larkspurlantern",
  program: "E",
  therapistId: "T-11",
  happened: "Asked to come off buprenorphine and stopped a week ago; nothing has taken its place.",
  look: "The medication bar that ends; the finding asks for naloxone and contact.",
  expected: ["moud-stopped"],
  notExpected: ["expected-drug-absent", "unexpected-positive", "step-down-ready"],
  criteria: { "no-escalation": "not_met" },
  script: {
    sex: "female",
    age: 36,
    language: "en",
    stays: [{ admitted: -30, diagnoses: ["F11.20"] }],
    measures: weekly(-2, [9, 8, 7, 6, 6], [8, 7, 6, 6, 5]),
    screens: [...cleanScreens([-28, -25, -21, -18, -14, -11], ["buprenorphine"]), ...cleanScreens([-3])],
    medications: [
      {
        day: -120,
        change: "start",
        medication: "Buprenorphine-naloxone film",
        dose: "12",
        frequency: "daily",
      },
      {
        day: -16,
        change: "dose",
        medication: "Buprenorphine-naloxone film",
        dose: "4",
        frequency: "daily",
        reason: "Taper",
      },
      { day: -7, change: "stop", medication: "Buprenorphine-naloxone film", reason: "Patient's choice" },
    ],
    events: [{ day: -30, kind: "risk_assessment", note: "At intake" }],
  },
};
