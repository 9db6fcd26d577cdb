import type { EpisodePicture, Evidence, ReviewWindow } from "@soundings/clinical";
import { ADMITTED, day, LAST_DAY } from "./sample-days.ts";
import { sampleLane } from "./sample-measures.ts";
import { screens } from "./sample-screens.ts";
import { attendanceWeeks, sessions } from "./sample-sessions.ts";

const N = null;

const PHQ = sampleLane({
  instrument: "phq-9",
  admittedOn: ADMITTED,
  lastDay: LAST_DAY,
  reasons: { 5: "absent", 6: "refused" },
  taken: [
    { day: -2, items: [2, 2, 2, 2, 1, 2, 1, 1, 1, 2] },
    { day: 6, items: [2, 2, 2, 2, 2, 2, 1, 1, 1, 2] },
    { day: 13, items: [1, 1, 1, 1, 0, 1, 0, 0, 0, 1] },
    { day: 20, items: [1, 1, 1, 2, 1, N, 1, 0, 0, 1] },
    { day: 27, items: [1, 1, 1, 1, 1, 1, 0, 0, 0, 1], recordedAfter: 5 },
    { day: 34, items: [1, 1, 1, 1, 0, 1, 0, 0, 0, 1] },
    { day: 51, items: [1, 2, N, N, N, N, 1, N, N, N] },
    { day: 57, items: [1, 2, 2, 2, 1, 1, 1, 0, 0, 1] },
    { day: 64, items: [2, 2, 2, 2, 1, 2, 1, 1, 1, 2] },
    { day: 72, items: [3, 3, 2, 3, 2, 3, 2, 1, 2, 3], quality: ["fast"], secondsTaken: 9 },
    { day: 79, items: [3, 3, 2, 3, 2, 3, 2, 1, 2, 3], quality: ["copy_of_last"] },
  ],
  gain: { from: 6, to: 13, reversedOn: 57 },
});

const GAD = sampleLane({
  instrument: "gad-7",
  admittedOn: ADMITTED,
  lastDay: LAST_DAY,
  reasons: { 5: "absent", 6: "refused", 7: "not_asked" },
  taken: [
    { day: -2, items: [2, 2, 2, 1, 1, 2, 1, 2] },
    { day: 6, items: [2, 2, 2, 1, 1, 1, 1, 2] },
    { day: 13, items: [2, 1, 2, 1, 1, 1, 1, 2] },
    { day: 20, items: [1, 1, 2, 1, 1, 1, 0, 1] },
    { day: 27, items: [1, 1, 1, 1, 0, 1, 0, 1] },
    { day: 34, items: [1, 1, 1, 1, 1, 1, 1, 1], quality: ["all_same"] },
    { day: 57, items: [1, 1, 1, 1, 1, N, 1, 1] },
    { day: 64, items: [2, 1, 2, 1, 1, 1, 1, 1] },
    { day: 72, items: [2, 2, 2, 2, 1, 1, 1, 2] },
    { day: 79, items: [2, 2, 2, 2, 1, 2, 1, 2] },
  ],
});

const dose = (id: string, on: number, change: "start" | "dose" | "stop", text: string) => ({
  medicationChangeId: id,
  on: day(on),
  change,
  text,
  reason: null,
  prescriberId: null,
});

export const SAMPLE_PICTURE: EpisodePicture = {
  episodeId: "sample",
  patientId: "sample",
  programId: "sample",
  asOf: day(LAST_DAY),
  admittedOn: ADMITTED,
  dischargedOn: null,
  dischargeReason: null,
  levelOfCare: "iop",
  daysAtLevel: LAST_DAY - 21,
  week: Math.floor(LAST_DAY / 7),
  from: day(-3),
  to: day(LAST_DAY),
  placements: [
    { levelOfCare: "php", from: ADMITTED, to: day(20) },
    { levelOfCare: "iop", from: day(21), to: null },
  ],
  measures: [PHQ, GAD],
  sessions,
  attendanceWeeks,
  screens,
  medications: [
    {
      medication: "sertraline",
      segments: [
        { from: day(3), to: day(16), doseText: "50 mg", step: 0.25 },
        { from: day(17), to: day(66), doseText: "100 mg", step: 0.5 },
        { from: day(67), to: null, doseText: "200 mg", step: 1 },
      ],
      changes: [
        dose("sertraline/3", 3, "start", "sertraline 50 mg started"),
        dose("sertraline/17", 17, "dose", "sertraline 50 → 100 mg"),
        dose("sertraline/67", 67, "dose", "sertraline 100 → 200 mg"),
      ],
    },
    {
      medication: "buprenorphine-naloxone",
      segments: [{ from: day(18), to: day(60), doseText: "8 mg", step: 1 }],
      changes: [
        dose("buprenorphine/18", 18, "start", "buprenorphine-naloxone 8 mg started"),
        dose("buprenorphine/61", 61, "stop", "buprenorphine-naloxone stopped"),
      ],
    },
  ],
  events: [
    {
      eventId: "event/0",
      on: day(0),
      kind: "safety_plan",
      letter: "P",
      text: "Safety plan",
      result: null,
      note: null,
    },
    {
      eventId: "event/73",
      on: day(73),
      kind: "risk_assessment",
      letter: "R",
      text: "Risk assessment",
      result: null,
      note: null,
    },
    {
      eventId: "event/74",
      on: day(74),
      kind: "outreach",
      letter: "T",
      text: "Outreach: telephone, reached",
      result: null,
      note: null,
    },
  ],
  decisions: [
    {
      decisionId: "decision/21",
      on: day(21),
      decision: "step_down",
      levelOfCare: "iop",
      letter: "D",
      text: "Stepped down to IOP",
      reason: "PHQ-9 below 10 twice",
      staffId: null,
    },
    {
      decisionId: "decision/74",
      on: day(74),
      decision: "added_contact",
      levelOfCare: null,
      letter: "A",
      text: "Added contact",
      reason: "Worse since week 9",
      staffId: null,
    },
  ],
  notes: [
    { noteId: "note/30", on: day(30), text: "Sleeps through most nights", by: "A. Sample" },
    { noteId: "note/73", on: day(73), text: "Called back the same day", by: "A. Sample" },
  ],
  injections: [25, 53].map((n) => ({
    injectionId: `injection/${n}`,
    on: day(n),
    medication: "naltrexone ER",
    text: "naltrexone ER 380 mg injected",
  })),
};

/** What an invented finding of deterioration would rest on. */
export const SAMPLE_EVIDENCE: readonly Evidence[] = [
  { type: "assessment", id: "phq-9/-2", on: day(-2), text: "PHQ-9 14" },
  { type: "assessment", id: "phq-9/79", on: day(79), text: "PHQ-9 20" },
  { type: "screen", id: "screen/72", on: day(72), text: "cocaine positive, presumptive, not confirmed" },
];

/** When to look whether an invented dose of 100 mg helps. */
export const SAMPLE_WINDOWS: readonly ReviewWindow[] = [
  { name: "2 weeks", from: day(31), to: day(37), state: "past" },
  { name: "4 weeks", from: day(45), to: day(51), state: "past" },
  { name: "6–8 weeks", from: day(59), to: day(73), state: "past" },
];
