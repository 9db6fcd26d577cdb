import {
  PROGRAM_TEMPLATES,
  type Program,
  type ProgramTemplate,
  parseCalendarDate,
} from "@soundings/clinical";
import {
  type ProgramCore,
  type ProgramPractice,
  type ProgramsPage,
  programPractice,
} from "@soundings/contract";

const WORKING_DAYS = 5;
const WEEKDAYS = 7;

/** Monday to Friday from 8 to 18 o'clock, until the program says otherwise. */
const USUAL_HOURS: ProgramPractice["workingHours"] = Array.from({ length: WEEKDAYS }, (_, weekday) =>
  weekday < WORKING_DAYS ? { from: "08:00", until: "18:00" } : null,
);

const OWN = { crisisLine: null, workingHours: USUAL_HOURS, holidays: [], onCall: [] };

/** What stands for a program of which nothing was laid down here. */
const UNSAID: ProgramPractice = {
  focus: [],
  services: [],
  measureEveryDays: 7,
  screening: { specimen: null, random: false },
  schedule: { tapers: false, followsRisk: false, fitsShiftWork: false },
  sessionHours: { min: null, max: null },
  firstWeek: [],
  progressReviewEveryDays: null,
  feeders: [],
  stepDownTo: null,
  returnAfterCrisis: false,
  aftercare: [],
  coordination: [],
  ...OWN,
};

/** How a program works, from the text under which it is stored. */
export function practiceOf(stored: string | null): ProgramPractice {
  return stored === null ? UNSAID : programPractice.parse(JSON.parse(stored));
}

export function coreOf({ programId: _, ...core }: Program): ProgramCore {
  return { ...core, tracks: [...core.tracks], modalities: [...core.modalities] as ProgramCore["modalities"] };
}

function practiceOfTemplate(template: ProgramTemplate): ProgramPractice {
  const { focus, services, screening, schedule, sessionHours, firstWeek, feeders } = template;
  return {
    focus: [...focus],
    services: [...services],
    measureEveryDays: template.measures.everyDays,
    screening,
    schedule,
    sessionHours,
    firstWeek: [...firstWeek],
    progressReviewEveryDays: template.progressReviewEveryDays,
    feeders: [...feeders],
    stepDownTo: template.stepDownTo,
    returnAfterCrisis: template.returnAfterCrisis,
    aftercare: [...template.aftercare],
    coordination: [...template.coordination],
    ...OWN,
  };
}

/** The templates as settings that a new program begins with. */
export function templates(): ProgramsPage["templates"] {
  return Object.values(PROGRAM_TEMPLATES).map((template) => ({
    templateId: template.id,
    title: template.title,
    core: coreOf({ programId: "", name: template.title, timeZone: null, ...template.program }),
    practice: practiceOfTemplate(template),
  }));
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

const inOrder = ({ min, max }: Range) => min === null || max === null || min <= max;
const distinct = (values: readonly string[]) => new Set(values).size === values.length;
const isDay = (text: string) => parseCalendarDate(text) !== null;

/**
 * Whether the settings fit together. Hours end after they begin on the same day; a random screen has a specimen; nothing
 * is named twice; tracks hold no semicolon, which separates them in the clinic export.
 */
export function fitTogether(core: ProgramCore, practice: ProgramPractice): boolean {
  const { workingHours, holidays, onCall, screening, sessionHours, focus } = practice;
  return [
    inOrder({ min: core.plannedWeeksMin, max: core.plannedWeeksMax }),
    inOrder({ min: core.daysPerWeekMin, max: core.daysPerWeekMax }),
    inOrder(sessionHours),
    distinct(core.tracks) && !core.tracks.some((track) => track.includes(";")),
    distinct(core.modalities),
    distinct(focus),
    !screening.random || screening.specimen !== null,
    workingHours.every((hours) => hours === null || hours.from < hours.until),
    distinct(holidays.map(({ on }) => on)) && holidays.every(({ on }) => isDay(on)),
    onCall.every(({ from, until }) => isDay(from) && isDay(until) && from <= until),
  ].every(Boolean);
}
