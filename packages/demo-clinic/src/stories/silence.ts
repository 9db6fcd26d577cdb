import { type Story, weekly } from "./story.ts";

/** Three weeks without a measure, each with its reason. */
export const silence: Story = {
  id: "silence",
  title: "Three weeks without a measure",
  recordNumber: "D-20119",
  givenName: "Montgomery",
  familyName: "Eelgrassbeacon",
  program: "C",
  therapistId: "T-08",
  happened: "Comes to every session and has answered nothing for three weeks: refused, not asked, refused.",
  look: "Three empty places among the chips, with the letter of the reason; silence is data too.",
  expected: ["measure-overdue"],
  notExpected: ["step-down-ready", "item-9-unknown", "early-non-response"],
  criteria: { "measures-current": "not_met" },
  script: {
    sex: "male",
    age: 55,
    language: "en",
    stays: [{ admitted: -44, diagnoses: ["F43.12", "F33.1"] }],
    measures: weekly(-23, [15, 13, 11, 10], [12, 10, 9, 8]),
    events: [
      { day: -44, kind: "risk_assessment", note: "At intake" },
      { day: -16, kind: "measure_missed", result: "refused" },
      { day: -9, kind: "measure_missed", result: "not_asked" },
      { day: -2, kind: "measure_missed", result: "refused" },
    ],
  },
};
