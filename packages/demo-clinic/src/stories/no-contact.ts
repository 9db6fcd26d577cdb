import { type Story, weekly } from "./story.ts";

/** Gone without a word. */
export const noContact: Story = {
  id: "no-contact",
  title: "No contact for eight days",
  recordNumber: "D-20110",
  givenName: "Caspian",
  familyName: "Eelgrasstiller",
  program: "B",
  therapistId: "T-05",
  happened:
    "Came to everything until eight days ago or a little longer, and to nothing since. Two calls were not answered.",
  look: "The empty blocks at the end of the attendance lane; one finding stands for all of them.",
  expected: ["no-contact"],
  notExpected: ["consecutive-absences", "low-attendance", "step-down-ready"],
  script: {
    sex: "male",
    age: 23,
    language: "en",
    stays: [{ admitted: -30, diagnoses: ["F32.1", "F12.10"] }],
    measures: weekly(-9, [16, 14, 13, 12], [12, 11, 10, 10]),
    absentFrom: -7,
    events: [
      { day: -30, kind: "risk_assessment", note: "At intake" },
      { day: -4, kind: "outreach", note: "Left a message" },
      { day: -2, kind: "outreach", note: "Left a message" },
      { day: -2, kind: "measure_missed", result: "absent" },
    ],
  },
};
