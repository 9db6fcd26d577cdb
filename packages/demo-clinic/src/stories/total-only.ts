import { cleanScreens, type Story, weekly } from "./story.ts";

/** A number came, the answers did not. */
export const totalOnly: Story = {
  id: "total-only",
  title: "A total without answers",
  recordNumber: "D-20114",
  givenName: "Cornelius",
  familyName: "Foxglovecompass",
  program: "D",
  therapistId: "T-10",
  happened:
    "The latest PHQ-9 came from another system as a total of 9. What was answered to item 9 is not known.",
  look: "The empty last row of the item grid; unknown is not zero.",
  expected: ["item-9-unknown"],
  notExpected: ["suicidal-ideation", "measure-overdue", "step-down-ready"],
  criteria: { "no-suicidal-ideation": "no_data" },
  script: {
    sex: "male",
    age: 62,
    language: "en",
    stays: [{ admitted: -30, diagnoses: ["F10.20", "F33.1"] }],
    measures: [
      ...weekly(-9, [15, 13, 12, 10], [9, 8, 8, 7]),
      { day: -2, phq9: { total: 9 }, gad7: { total: 7 }, mode: "import" },
    ],
    screens: cleanScreens([-27, -20, -13, -6]),
    events: [{ day: -30, kind: "risk_assessment", note: "At intake" }],
  },
};
