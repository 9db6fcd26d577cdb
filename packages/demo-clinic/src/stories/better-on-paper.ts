import { cleanScreens, type Story, weekly } from "./story.ts";

/** Scores fall week by week while the chair stays empty. */
export const betterOnPaper: Story = {
  id: "better-on-paper",
  title: "Better on paper, absent in the room",
  recordNumber: "D-20101",
  givenName: "Wren",
  familyName: "Larkspurkeel",
  program: "A",
  therapistId: "T-01",
  happened:
    "PHQ-9 fell from 19 to 8 in seven weeks, answered on the phone as on the kiosk. In the last two weeks the patient came once: the rest was no-shows and cancellations.",
  look: "The improving line above the row of outlined attendance blocks; the finding joins the two.",
  expected: ["better-on-paper", "low-attendance"],
  notExpected: [
    "no-contact",
    "consecutive-absences",
    "reliable-deterioration",
    "step-down-ready",
    "measure-overdue",
  ],
  criteria: { "phq-9-low": "not_met", "measures-current": "met", improved: "met" },
  script: {
    sex: "female",
    age: 34,
    language: "en",
    stays: [{ admitted: -51, diagnoses: ["F33.1", "F10.20"] }],
    measures: weekly(-2, [19, 18, 15, 13, 12, 11, 10, 8], [14, 13, 12, 10, 9, 8, 7, 6]),
    recentDays: [
      "attended",
      "no_show",
      "no_show",
      "cancelled_patient",
      "no_show",
      "no_show",
      "cancelled_patient",
    ],
    screens: cleanScreens([-47, -40, -33, -26, -19, -12, -5]),
    medications: [
      { day: -60, change: "start", medication: "Sertraline", dose: "50", frequency: "daily" },
      {
        day: -38,
        change: "dose",
        medication: "Sertraline",
        dose: "100",
        frequency: "daily",
        reason: "Partial response",
      },
    ],
    events: [
      { day: -51, kind: "risk_assessment", note: "At intake" },
      { day: -6, kind: "outreach", note: "Left a message" },
    ],
  },
};
