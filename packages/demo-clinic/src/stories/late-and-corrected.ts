import { cleanScreens, type Story } from "./story.ts";

/** What was known when. */
export const lateAndCorrected: Story = {
  id: "late-and-corrected",
  title: "A value recorded late and two corrections",
  recordNumber: "D-20117",
  givenName: "Winifred",
  familyName: "Saltbushpennant",
  program: "D",
  therapistId: "T-09",
  happened:
    "A PHQ-9 answered on paper nine days ago was typed in three days ago. Another was typed in upside down, marked entered in error and written again. A cocaine result was corrected by the laboratory to negative.",
  look: "The tail of the late point; ask for an earlier day and the point is gone. The mistaken score is nowhere on the line.",
  expected: [],
  notExpected: ["reliable-deterioration", "loss-of-gains", "unexpected-positive", "measure-overdue"],
  script: {
    sex: "female",
    age: 39,
    language: "en",
    stays: [{ admitted: -30, diagnoses: ["F15.20", "F33.1"] }],
    measures: [
      { day: -30, phq9: 16, gad7: 11 },
      { day: -23, phq9: 14, gad7: 10 },
      { day: -16, phq9: 24, gad7: 18, mode: "staff", enteredInError: true },
      { day: -16, phq9: 12, gad7: 9, mode: "staff" },
      { day: -9, phq9: 11, gad7: 8, mode: "staff", recordedOn: -3 },
      { day: -2, phq9: 10, gad7: 7 },
    ],
    screens: [...cleanScreens([-28, -21]), { day: -14, corrected: ["cocaine"] }, ...cleanScreens([-6])],
    events: [{ day: -30, kind: "risk_assessment", note: "At intake" }],
  },
};
