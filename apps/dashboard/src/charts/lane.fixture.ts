import {
  type AssessmentMark,
  addDays,
  type CalendarDate,
  type EpisodePicture,
  type MeasureLane,
  type MeasureWeek,
  parseCalendarDate,
  type WeekState,
} from "@soundings/clinical";

export function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new RangeError(`${text} is no date`);
  return parsed;
}

/** A Monday. */
export const ADMITTED = date("2026-01-05");
export const day = (n: number): CalendarDate => addDays(ADMITTED, n);

export function mark(n: number, score: number | null, more: Partial<AssessmentMark> = {}): AssessmentMark {
  return {
    assessmentId: `a${n}`,
    on: day(n),
    score,
    band: score === null ? null : "moderate",
    prorated: false,
    answered: score === null ? 3 : 9,
    itemCount: 9,
    totalOnly: false,
    items: [1, 1, 1, 1, 1, 1, 1, 1, 0, 2],
    difficulty: 2,
    mode: "self",
    recordedOn: day(n),
    late: false,
    takesPart: score !== null,
    secondsTaken: null,
    quality: [],
    ...more,
  };
}

export function week(n: number, state: WeekState): MeasureWeek {
  const scored = state === "done" || state === "late";
  return {
    week: n,
    state,
    score: scored ? 12 : null,
    band: scored ? "moderate" : null,
    prorated: false,
    incomplete: false,
    on: null,
    assessmentId: null,
  };
}

export function phqLane(marks: readonly AssessmentMark[], weeks: readonly MeasureWeek[]): MeasureLane {
  return {
    instrument: "phq-9",
    name: "PHQ-9",
    max: 27,
    bands: [{ name: "minimal", from: 0, to: 4 }],
    caseness: 10,
    reliableChange: 6,
    baseline: null,
    marks,
    weeks,
    gains: [],
  };
}

export function picture(more: Partial<EpisodePicture>): EpisodePicture {
  return {
    episodeId: "e",
    patientId: "p",
    programId: "g",
    asOf: day(27),
    admittedOn: ADMITTED,
    dischargedOn: null,
    dischargeReason: null,
    levelOfCare: "iop",
    daysAtLevel: 27,
    week: 3,
    from: ADMITTED,
    to: day(27),
    placements: [{ levelOfCare: "iop", from: ADMITTED, to: null }],
    measures: [],
    sessions: [],
    attendanceWeeks: [],
    screens: [],
    medications: [],
    events: [],
    decisions: [],
    notes: [],
    injections: [],
    ...more,
  };
}
