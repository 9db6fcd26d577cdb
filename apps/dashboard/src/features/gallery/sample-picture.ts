import {
  type AttendanceWeek,
  addDays,
  type CalendarDate,
  DEFAULT_ZONE,
  type EpisodePicture,
  type Evidence,
  type ScreenMark,
  type ScreenOnTimeline,
  type ScreenResultMark,
  type SessionMark,
  type SessionMarkOnTimeline,
  type SessionStatus,
  startOfDay,
} from "@soundings/clinical";
import { sampleLane } from "./sample-measures.ts";

/** An invented stay that holds every mark of the timeline. Nobody's record. */
const ADMITTED = "2026-01-05" as CalendarDate;
const LAST_DAY = 81;
const day = (n: number): CalendarDate => addDays(ADMITTED, n);
const N = null;

const PHQ = sampleLane({
  instrument: "phq-9",
  admittedOn: ADMITTED,
  lastDay: LAST_DAY,
  reasons: { 5: "absent", 6: "refused" },
  taken: [
    { day: -2, items: [2, 2, 2, 2, 1, 2, 1, 1, 1, 2] },
    { day: 6, items: [2, 2, 2, 2, 1, 2, 1, 1, 0, 2] },
    { day: 13, items: [2, 2, 1, 2, 1, 1, 1, 0, 0, 2] },
    { day: 20, items: [1, 1, 1, 2, 1, N, 1, 0, 0, 1] },
    { day: 27, items: [1, 1, 1, 1, 1, 1, 0, 0, 0, 1], recordedAfter: 5 },
    { day: 34, items: [1, 1, 1, 1, 0, 1, 0, 0, 0, 1] },
    { day: 51, items: [1, 2, N, N, N, N, 1, N, N, N] },
    { day: 57, items: [1, 2, 2, 2, 1, 1, 1, 0, 0, 1] },
    { day: 64, items: [2, 2, 2, 2, 1, 2, 1, 1, 1, 2] },
    { day: 72, items: [3, 3, 2, 3, 2, 3, 2, 1, 2, 3] },
    { day: 79, items: [3, 3, 2, 3, 2, 3, 2, 1, 1, 3] },
  ],
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
    { day: 34, items: [1, 1, 1, 1, 0, 1, 0, 1] },
    { day: 57, items: [1, 1, 1, 1, 1, N, 1, 1] },
    { day: 64, items: [2, 1, 2, 1, 1, 1, 1, 1] },
    { day: 72, items: [2, 2, 2, 2, 1, 1, 1, 2] },
    { day: 79, items: [2, 2, 2, 2, 1, 2, 1, 2] },
  ],
});

const STATUS: Readonly<Record<SessionMark, SessionStatus>> = {
  attended: "attended",
  partial: "left_early",
  absent: "no_show",
  excused: "excused",
  cancelled_program: "cancelled_program",
  unmarked: "scheduled",
  planned: "scheduled",
};

/** Groups on Monday, Wednesday and Friday, an hour alone on Wednesday; one letter a session in the order of the days. */
const ATTENDANCE = "aaaa aaaa aaap aaaa axaa aaaa aaca aaea xxaa axxa xpax aa";
const LETTERS: Readonly<Record<string, SessionMark>> = {
  a: "attended",
  p: "partial",
  x: "absent",
  e: "excused",
  c: "cancelled_program",
};
const PLACES = [
  { offset: 0, service: "group", time: "09:00", minutes: 180 },
  { offset: 2, service: "group", time: "09:00", minutes: 180 },
  { offset: 2, service: "individual", time: "13:00", minutes: 50 },
  { offset: 4, service: "group", time: "09:00", minutes: 180 },
] as const;

const sessions: SessionMarkOnTimeline[] = ATTENDANCE.split(" ").flatMap((letters, week) =>
  PLACES.flatMap((place, n) => {
    const mark = LETTERS[letters[n] ?? ""];
    if (!mark) return [];
    const delivered = mark === "attended" ? place.minutes : place.minutes / 2;
    return {
      sessionId: `session/${week}/${n}`,
      on: day(week * 7 + place.offset),
      time: place.time,
      service: place.service,
      status: STATUS[mark],
      mark,
      scheduledMinutes: place.minutes,
      deliveredMinutes: mark === "attended" || mark === "partial" ? delivered : null,
      modality: "in_person" as const,
      earlyMiss: mark === "absent" && week < 2,
    };
  }),
);

function attendanceWeek(week: number): AttendanceWeek {
  const inWeek = sessions.filter((session) => session.on >= day(week * 7) && session.on < day(week * 7 + 7));
  const attended = inWeek.filter(({ deliveredMinutes }) => deliveredMinutes !== null);
  return {
    week,
    from: day(week * 7),
    attended: attended.length,
    countable: attended.length + inWeek.filter(({ mark }) => mark === "absent").length,
    deliveredMinutes: attended.reduce((sum, session) => sum + (session.deliveredMinutes ?? 0), 0),
    requiredMinutes: 540,
    complete: week * 7 + 6 < LAST_DAY,
  };
}

const negative = (analyte: string): ScreenResultMark => ({
  analyte,
  method: "presumptive",
  result: "negative",
  resultStatus: "final",
  mark: "negative",
  carryOverUntil: null,
  value: null,
  unit: null,
  cutoff: null,
  text: `${analyte} negative`,
  interference: null,
});

const positive = (analyte: string, mark: ScreenResultMark["mark"]): ScreenResultMark => ({
  ...negative(analyte),
  result: "positive",
  mark,
  carryOverUntil: mark === "carry_over" ? day(37) : null,
  text: `${analyte} positive, presumptive, not confirmed`,
});

function screen(on: number, mark: ScreenMark, text: string, results: ScreenResultMark[]): ScreenOnTimeline {
  const given = mark !== "missed" && mark !== "refused" && mark !== "excused";
  return {
    screenId: `screen/${on}`,
    on: day(on),
    scheduledOn: day(on),
    collectedAt: given ? startOfDay(day(on), DEFAULT_ZONE) : null,
    disposition: mark === "missed" || mark === "refused" || mark === "excused" ? mark : "collected",
    specimen: given ? "urine" : null,
    validity: mark === "dilute" || mark === "invalid" ? mark : given ? "valid" : null,
    mark,
    text,
    results,
    specimenFacts: [],
  };
}

const clean = ["cocaine", "fentanyl", "opiates"].map(negative);
const screens: ScreenOnTimeline[] = [
  screen(2, "carry_over", "possible carry-over: thc", [positive("thc", "carry_over"), ...clean]),
  screen(9, "carry_over", "possible carry-over: thc", [positive("thc", "carry_over"), ...clean]),
  screen(16, "negative", "all negative", [negative("thc"), ...clean]),
  screen(23, "prescribed", "prescribed: buprenorphine", [positive("buprenorphine", "prescribed"), ...clean]),
  screen(30, "dilute", "dilute; another specimen is asked for", clean),
  screen(32, "negative", "all negative", clean),
  screen(37, "missed", "missed", []),
  screen(44, "excused", "excused", []),
  screen(51, "invalid", "invalid; another specimen is asked for", []),
  screen(58, "negative", "all negative", clean),
  screen(65, "refused", "refused", []),
  screen(67, "tampered", "substituted specimen", []),
  screen(72, "new_positive", "new positive: cocaine, presumptive, not confirmed", [
    positive("cocaine", "new_positive"),
  ]),
  screen(79, "pending", "pending", []),
];

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
  attendanceWeeks: Array.from({ length: 12 }, (_, week) => attendanceWeek(week)),
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
  notes: [],
  injections: [],
};

/** What an invented finding of deterioration would rest on. */
export const SAMPLE_EVIDENCE: readonly Evidence[] = [
  { type: "assessment", id: "phq-9/-2", on: day(-2), text: "PHQ-9 14" },
  { type: "assessment", id: "phq-9/79", on: day(79), text: "PHQ-9 20" },
  { type: "screen", id: "screen/72", on: day(72), text: "cocaine positive, presumptive, not confirmed" },
];
