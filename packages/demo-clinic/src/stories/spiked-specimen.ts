import { cleanScreens, type Story, weekly } from "./story.ts";

/** The drug is in the cup; what the body makes of it is not. */
export const spikedSpecimen: Story = {
  id: "spiked-specimen",
  title: "Buprenorphine without its metabolite",
  recordNumber: "D-20112",
  givenName: "Ambrose",
  familyName: "Marigoldjetty",
  program: "E",
  therapistId: "T-12",
  happened:
    "The last specimen holds 1,850 ng/mL of buprenorphine and 12 of norbuprenorphine: a ratio below 0.02, as when a film is dipped into the cup.",
  look: "The two values of the latest screen; a reason to ask, not a verdict.",
  expected: ["expected-drug-absent"],
  notExpected: ["unexpected-positive", "screen-not-given", "moud-stopped", "step-down-ready"],
  script: {
    sex: "male",
    age: 33,
    language: "en",
    stays: [{ admitted: -30, diagnoses: ["F11.20", "F41.1"] }],
    measures: weekly(-2, [11, 10, 8, 8, 7], [10, 9, 8, 7, 7]),
    screens: [
      ...cleanScreens([-28, -25, -21, -18, -14], ["buprenorphine"]),
      { day: -11, positives: ["buprenorphine"], confirmed: { buprenorphine: 150, norbuprenorphine: 210 } },
      { day: -5, positives: ["buprenorphine"], confirmed: { buprenorphine: 1850, norbuprenorphine: 12 } },
    ],
    medications: [
      {
        day: -90,
        change: "start",
        medication: "Buprenorphine-naloxone film",
        dose: "16",
        frequency: "daily",
      },
    ],
    events: [
      { day: -30, kind: "risk_assessment", note: "At intake" },
      { day: -30, kind: "naloxone", note: "Kit given" },
    ],
  },
};
