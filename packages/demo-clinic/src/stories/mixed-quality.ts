import { type Story, weekly } from "./story.ts";

/** Answers left out, and what may be made of the rest. */
export const mixedQuality: Story = {
  id: "mixed-quality",
  title: "Prorated and incomplete measures",
  recordNumber: "D-20115",
  givenName: "Seraphine",
  familyName: "Hawthornrudder",
  program: "B",
  therapistId: "T-06",
  happened:
    "Two weeks ago only five items of the PHQ-9 were answered, so it has no score. The latest leaves one item out of each questionnaire and is prorated.",
  look: "The cross at the axis, the hollow points; item 9 was answered every time.",
  expected: [],
  notExpected: ["item-9-unknown", "measure-overdue", "suicidal-ideation"],
  script: {
    sex: "female",
    age: 44,
    language: "en",
    stays: [{ admitted: -30, diagnoses: ["F43.10", "F33.1"] }],
    measures: [
      ...weekly(-23, [17, 15], [13, 12]),
      {
        day: -16,
        phq9: { items: [2, 2, null, 2, null, 1, null, null, 0] },
        gad7: { items: [2, 2, 2, null, null, 1, null] },
      },
      { day: -9, phq9: 12, gad7: 10 },
      {
        day: -2,
        phq9: { items: [1, 2, 2, 2, null, 1, 1, 0, 0, 1] },
        gad7: { items: [2, 1, 2, 1, null, 1, 1, 1] },
      },
    ],
    events: [{ day: -30, kind: "risk_assessment", note: "At intake" }],
  },
};
