import {
  type AssessmentMark,
  addDays,
  type CalendarDate,
  daysBetween,
  type InstrumentId,
  instrumentOf,
  type MeasureLane,
  type MeasureWeek,
  type ResponseQuality,
  type ScoreOnDay,
  type SuddenGain,
  type WeekState,
} from "@soundings/clinical";

interface Taken {
  readonly day: number;
  readonly items: readonly (number | null)[];
  readonly recordedAfter?: number;
  readonly quality?: readonly ResponseQuality[];
  readonly secondsTaken?: number;
}

interface Course {
  readonly instrument: InstrumentId;
  readonly admittedOn: CalendarDate;
  readonly lastDay: number;
  readonly taken: readonly Taken[];
  readonly reasons: Readonly<Record<number, WeekState>>;
  readonly gain?: { readonly from: number; readonly to: number; readonly reversedOn: number };
}

function bandNamed(id: InstrumentId, score: number): string | null {
  return instrumentOf(id).bands.find(({ from, to }) => score >= from && score <= to)?.name ?? null;
}

function markOf(course: Course, taken: Taken): AssessmentMark {
  const { items, proratedFrom } = instrumentOf(course.instrument);
  const scored = taken.items.slice(0, items.length);
  const answers = scored.filter((item) => item !== null);
  const enough = answers.length >= proratedFrom;
  const sum = answers.reduce((total, item) => total + item, 0);
  const score = enough ? Math.floor((2 * sum * items.length + answers.length) / (2 * answers.length)) : null;
  const on = addDays(course.admittedOn, taken.day);
  const recordedAfter = taken.recordedAfter ?? 0;
  return {
    assessmentId: `${course.instrument}/${taken.day}`,
    on,
    score,
    band: score === null ? null : bandNamed(course.instrument, score),
    prorated: enough && answers.length < items.length,
    answered: answers.length,
    itemCount: items.length,
    totalOnly: false,
    items: Array.from({ length: 10 }, (_, place) => taken.items[place] ?? null),
    difficulty: taken.items[items.length] ?? null,
    mode: "self",
    recordedOn: addDays(on, recordedAfter),
    late: recordedAfter > 0,
    takesPart: true,
    secondsTaken: taken.secondsTaken ?? null,
    quality: taken.quality ?? [],
  };
}

function weekOf(course: Course, marks: readonly AssessmentMark[], week: number): MeasureWeek {
  const inWeek = marks.filter((mark) => Math.floor(daysBetween(course.admittedOn, mark.on) / 7) === week);
  const scored = inWeek.findLast((mark) => mark.score !== null);
  const present = Math.floor(course.lastDay / 7) === week;
  const empty = course.reasons[week] ?? (present ? "due" : "missing");
  return {
    week,
    state: scored ? (scored.late ? "late" : "done") : empty,
    score: scored?.score ?? null,
    band: scored?.band ?? null,
    prorated: scored?.prorated ?? false,
    incomplete: inWeek.some((mark) => mark.score === null),
    on: scored?.on ?? null,
    assessmentId: scored?.assessmentId ?? null,
  };
}

function gainsOf({ gain, admittedOn }: Course, marks: readonly AssessmentMark[]): SuddenGain[] {
  const scoreOn = (n: number): ScoreOnDay[] => {
    const mark = marks.find(({ on }) => on === addDays(admittedOn, n));
    return mark && mark.score !== null
      ? [{ score: mark.score, on: mark.on, assessmentId: mark.assessmentId }]
      : [];
  };
  const [from, to] = gain ? [...scoreOn(gain.from), ...scoreOn(gain.to)] : [];
  return gain && from && to ? [{ from, to, reversedOn: addDays(admittedOn, gain.reversedOn) }] : [];
}

/** The lane of an invented course of answers. */
export function sampleLane(course: Course): MeasureLane {
  const instrument = instrumentOf(course.instrument);
  const marks = course.taken.map((taken) => markOf(course, taken));
  const first = marks[0];
  const weeks = Array.from({ length: Math.floor(course.lastDay / 7) + 1 }, (_, week) => week);
  return {
    instrument: course.instrument,
    name: instrument.name,
    max: instrument.maximum,
    bands: instrument.bands,
    caseness: instrument.caseness,
    reliableChange: instrument.reliableChange,
    baseline:
      first && first.score !== null
        ? { score: first.score, on: first.on, assessmentId: first.assessmentId }
        : null,
    marks,
    weeks: weeks.map((week) => weekOf(course, marks, week)),
    gains: gainsOf(course, marks),
  };
}
