import { type Story, weekly } from "./story.ts";

/** Every specimen since admission is positive for fentanyl, and none of it is new use. */
export const carryOver: Story = {
  id: "carry-over",
  title: "Carry-over that is not new use",
  recordNumber: "D-20102",
  givenName: "Gustavo",
  familyName: "Marigoldbuoy",
  program: "E",
  therapistId: "T-11",
  happened:
    "Came from residential care on buprenorphine sixteen days ago. Four specimens in a row were positive for fentanyl, with values that fall from 48 to 3 ng/mL inside the 19 days that fentanyl can linger.",
  look: "Four screens marked as possible carry-over, with their falling values; no finding.",
  expected: [],
  notExpected: ["unexpected-positive", "repeated-positives", "better-on-paper", "expected-drug-absent"],
  script: {
    sex: "male",
    age: 29,
    language: "es",
    stays: [{ admitted: -16, diagnoses: ["F11.20", "F32.1"] }],
    measures: weekly(-2, [14, 12, 10], [11, 9, 8]),
    screens: [
      {
        day: -14,
        positives: ["fentanyl", "buprenorphine"],
        confirmed: { fentanyl: 48, norbuprenorphine: 190, buprenorphine: 140 },
      },
      { day: -10, positives: ["fentanyl", "buprenorphine"], confirmed: { fentanyl: 21 } },
      { day: -7, positives: ["fentanyl", "buprenorphine"], confirmed: { fentanyl: 9 } },
      { day: -3, positives: ["fentanyl", "buprenorphine"], confirmed: { fentanyl: 3 } },
    ],
    medications: [
      { day: -44, change: "start", medication: "Buprenorphine-naloxone film", dose: "8", frequency: "daily" },
      { day: -37, change: "dose", medication: "Buprenorphine-naloxone film", dose: "16", frequency: "daily" },
    ],
    events: [
      { day: -16, kind: "risk_assessment", note: "At intake" },
      { day: -16, kind: "naloxone", note: "Kit given" },
    ],
  },
};
