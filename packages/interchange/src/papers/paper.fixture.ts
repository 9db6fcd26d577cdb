import type { CalendarDate, EpisodePicture, Instant, Paper } from "@soundings/clinical";
import type { PaperSetting } from "./sheet.ts";

const day = (text: string) => text as CalendarDate;

const LANE = {
  instrument: "phq-9",
  name: "PHQ-9",
  max: 27,
  bands: [
    { name: "minimal", from: 0, to: 4 },
    { name: "mild", from: 5, to: 9 },
    { name: "moderate", from: 10, to: 14 },
    { name: "moderately severe", from: 15, to: 19 },
    { name: "severe", from: 20, to: 27 },
  ],
  caseness: 10,
  reliableChange: 6,
  baseline: { score: 18, on: day("2026-02-02"), assessmentId: "a-0" },
  gains: [],
} as const;

function mark(on: string, score: number | null, more: object = {}) {
  return {
    assessmentId: `a ${on}`,
    on: day(on),
    score,
    band: score === null ? null : "moderate",
    prorated: false,
    answered: score === null ? 3 : 9,
    itemCount: 9,
    totalOnly: false,
    items: [],
    difficulty: null,
    mode: null,
    recordedOn: null,
    late: false,
    takesPart: score !== null,
    secondsTaken: null,
    quality: [],
    ...more,
  } as const;
}

function week(number: number, state: "done" | "refused" | "missing") {
  const score = state === "done" ? 12 : null;
  return {
    week: number,
    state,
    score,
    band: null,
    prorated: false,
    incomplete: false,
    on: null,
    assessmentId: null,
  };
}

/** A stay with something in every lane. */
export const PICTURE: EpisodePicture = {
  episodeId: "e-1",
  patientId: "p-1",
  programId: "iop",
  asOf: day("2026-03-16"),
  admittedOn: day("2026-02-02"),
  dischargedOn: null,
  dischargeReason: null,
  levelOfCare: "iop",
  daysAtLevel: 20,
  week: 6,
  from: day("2026-02-02"),
  to: day("2026-03-16"),
  placements: [
    { levelOfCare: "php", from: day("2026-02-02"), to: day("2026-02-23") },
    { levelOfCare: "iop", from: day("2026-02-24"), to: null },
  ],
  measures: [
    {
      ...LANE,
      marks: [
        mark("2026-02-02", 18),
        mark("2026-02-09", 15, { prorated: true, answered: 8 }),
        mark("2026-02-18", null),
        mark("2026-03-02", 12, { late: true, recordedOn: day("2026-03-05") }),
        mark("2026-03-02", 13, { takesPart: false }),
      ],
      weeks: [week(0, "done"), week(1, "done"), week(2, "missing"), week(3, "refused"), week(4, "done")],
    },
  ],
  sessions: ["attended", "partial", "absent", "excused", "cancelled_program", "unmarked"].map(
    (kind, place) => ({
      sessionId: `s-${place}`,
      on: day(`2026-02-${String(4 + place).padStart(2, "0")}`),
      time: "17:00",
      service: "group",
      status: "attended",
      mark: kind as "attended",
      scheduledMinutes: 180,
      deliveredMinutes: null,
      modality: null,
      earlyMiss: kind === "absent",
    }),
  ),
  attendanceWeeks: [],
  screens: ["negative", "new_positive", "prescribed", "missed"].map((kind, place) => ({
    screenId: `u-${place}`,
    on: day(`2026-02-1${place}`),
    scheduledOn: day(`2026-02-1${place}`),
    collectedAt: null,
    disposition: "collected",
    specimen: "urine",
    validity: "valid",
    mark: kind as "negative",
    text: kind,
    results: [],
    specimenFacts: [],
  })),
  medications: [
    {
      medication: "sertraline",
      segments: [
        { from: day("2026-02-05"), to: day("2026-02-18"), doseText: "50 mg", step: 0.5 },
        { from: day("2026-02-19"), to: null, doseText: "100 mg", step: 1 },
      ],
      changes: [
        {
          medicationChangeId: "m-1",
          on: day("2026-02-05"),
          change: "start",
          text: "Sertraline started",
          reason: null,
          prescriberId: null,
        },
      ],
    },
  ],
  events: [
    {
      eventId: "x",
      on: day("2026-02-20"),
      kind: "crisis",
      letter: "X",
      text: "Crisis",
      result: null,
      note: null,
    },
  ],
  decisions: [
    {
      decisionId: "d",
      on: day("2026-02-24"),
      decision: "step_down",
      levelOfCare: "iop",
      letter: "D",
      text: "Decided to step down to IOP",
      reason: null,
      staffId: null,
    },
  ],
  notes: [],
  injections: [],
};

export function paperWith(more: Partial<Paper> = {}): Paper {
  return {
    kind: "summary",
    title: "Summary of the stay",
    asOf: day("2026-03-16"),
    about: [
      ["Patient", "Ada Testcase"],
      ["Record number", "P-1"],
    ],
    sections: [
      { kind: "picture", heading: "The stay", picture: PICTURE },
      { kind: "lines", heading: "Scores", lines: ["PHQ-9 18 → 12 since 2026-02-02 (−6), reliably better"] },
      {
        kind: "table",
        heading: "Findings",
        table: { columns: ["When", "What"], rows: [["Today", "New unexpected positive"]] },
      },
    ],
    leftOut: [],
    foot: "“No data” means that nothing is on record.",
    ...more,
  };
}

export const INSIDE: PaperSetting = {
  recordNumber: "P-1",
  madeAt: "2026-03-17T02:00:00Z" as Instant,
  made: "2026-03-16 19:00 (America/Los_Angeles) by Robin Therapist",
  leaving: null,
};

export const OUTSIDE: PaperSetting = {
  ...INSIDE,
  leaving: {
    notice: "The whole notice of the regulation.",
    shortNotice: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    about: [["To", "Dr. Example"]],
  },
};
