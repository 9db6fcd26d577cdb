import {
  type AssessmentMark,
  addDays,
  type CalendarDate,
  daysBetween,
  type MeasureLane,
  type MeasureWeek,
} from "@soundings/clinical";

/** A week that has no value and is over: nothing may be drawn across it. */
function isHole(week: MeasureWeek): boolean {
  return week.score === null && week.state !== "due";
}

/** The marks that the line joins, in the order of their dates. */
export function lineMarks(lane: MeasureLane): AssessmentMark[] {
  return lane.marks
    .filter((mark) => mark.takesPart && mark.score !== null)
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Program week of a date, from 0; negative before admission. */
export function weekOf(admittedOn: CalendarDate, date: CalendarDate): number {
  return Math.floor(daysBetween(admittedOn, date) / 7);
}

/** Days that no line crosses: an empty program week, or a time between two stays. */
export interface Gap {
  /** Null between stays. */
  readonly week: MeasureWeek | null;
  readonly from: CalendarDate;
  /** The last day. */
  readonly to: CalendarDate;
}

/** Runs of marks that a line may join: a gap between two marks ends a run. */
export function segmentsOf(lane: MeasureLane, gaps: readonly Gap[]): AssessmentMark[][] {
  const segments: AssessmentMark[][] = [];
  let last: AssessmentMark | null = null;
  for (const mark of lineMarks(lane)) {
    const since = last?.on;
    const broken = since === undefined || gaps.some(({ from, to }) => from > since && to < mark.on);
    if (broken) segments.push([mark]);
    else segments.at(-1)?.push(mark);
    last = mark;
  }
  return segments;
}

/** The empty weeks of a lane with their days. */
export function holesOf(lane: MeasureLane, admittedOn: CalendarDate): Gap[] {
  return lane.weeks.filter(isHole).map((week) => {
    const from = addDays(admittedOn, week.week * 7);
    return { week, from, to: addDays(from, 6) };
  });
}
