import { addDays, type CalendarDate } from "@soundings/clinical";
import { type ProgramCore, type ProgramPractice, programCore, programPractice } from "@soundings/contract";
import { together } from "./together.ts";
import { list, type NumberKey, number, type ProgramDraft } from "./typed.ts";

interface Settings {
  readonly core: ProgramCore;
  readonly practice: ProgramPractice;
}

const text = (value: number | null) => (value === null ? "" : String(value));
const lines = (list: readonly string[]) => list.join("\n");
const keyed = <One extends object>(list: readonly One[]) => list.map((one, key) => ({ ...one, key }));

export function draftOf({ core, practice }: Settings): ProgramDraft {
  return {
    name: core.name,
    levelOfCare: core.levelOfCare,
    timeZone: core.timeZone ?? "",
    plannedWeeksMin: text(core.plannedWeeksMin),
    plannedWeeksMax: text(core.plannedWeeksMax),
    hoursPerWeekMin: text(core.hoursPerWeekMin),
    daysPerWeekMin: text(core.daysPerWeekMin),
    daysPerWeekMax: text(core.daysPerWeekMax),
    tracks: lines(core.tracks),
    modalities: core.modalities,
    screensPerWeek: text(core.screensPerWeek),
    focus: practice.focus,
    services: keyed(practice.services),
    measureEveryDays: text(practice.measureEveryDays),
    specimen: practice.screening.specimen ?? "",
    random: practice.screening.random,
    tapers: practice.schedule.tapers,
    followsRisk: practice.schedule.followsRisk,
    fitsShiftWork: practice.schedule.fitsShiftWork,
    sessionHoursMin: text(practice.sessionHours.min),
    sessionHoursMax: text(practice.sessionHours.max),
    firstWeek: lines(practice.firstWeek),
    progressReviewEveryDays: text(practice.progressReviewEveryDays),
    feeders: lines(practice.feeders.map((code) => code.replaceAll("_", " "))),
    stepDownTo: practice.stepDownTo,
    returnAfterCrisis: practice.returnAfterCrisis,
    aftercare: lines(practice.aftercare),
    coordination: lines(practice.coordination),
    crisisLine: practice.crisisLine ?? "",
    workingHours: practice.workingHours.map((day) => ({
      open: day !== null,
      from: day?.from ?? "08:00",
      until: day?.until ?? "17:00",
    })),
    holidays: keyed(practice.holidays),
    onCall: keyed(practice.onCall),
  };
}

const orNull = (typed: string) => (typed.trim() === "" ? null : typed.trim());

function unkeyed<One extends { readonly key: number }>(items: readonly One[]): Omit<One, "key">[] {
  return items.map(({ key: _, ...item }) => item);
}

/** What the form says, as it would be sent: not checked yet. */
function candidateOf(draft: ProgramDraft) {
  return {
    core: {
      name: draft.name,
      levelOfCare: draft.levelOfCare,
      timeZone: orNull(draft.timeZone),
      plannedWeeksMin: number(draft.plannedWeeksMin),
      plannedWeeksMax: number(draft.plannedWeeksMax),
      hoursPerWeekMin: number(draft.hoursPerWeekMin),
      daysPerWeekMin: number(draft.daysPerWeekMin),
      daysPerWeekMax: number(draft.daysPerWeekMax),
      tracks: list(draft.tracks),
      modalities: draft.modalities,
      screensPerWeek: number(draft.screensPerWeek),
    },
    practice: {
      focus: draft.focus,
      services: unkeyed(draft.services),
      measureEveryDays: number(draft.measureEveryDays),
      screening: { specimen: orNull(draft.specimen), random: draft.random },
      schedule: {
        tapers: draft.tapers,
        followsRisk: draft.followsRisk,
        fitsShiftWork: draft.fitsShiftWork,
      },
      sessionHours: { min: number(draft.sessionHoursMin), max: number(draft.sessionHoursMax) },
      firstWeek: list(draft.firstWeek),
      progressReviewEveryDays: number(draft.progressReviewEveryDays),
      feeders: list(draft.feeders),
      stepDownTo: draft.stepDownTo,
      returnAfterCrisis: draft.returnAfterCrisis,
      aftercare: list(draft.aftercare),
      coordination: list(draft.coordination),
      crisisLine: orNull(draft.crisisLine),
      workingHours: draft.workingHours.map(({ open, from, until }) => (open ? { from, until } : null)),
      holidays: unkeyed(draft.holidays),
      onCall: unkeyed(draft.onCall),
    },
  };
}

/** Fields by name; the items of a list as `holidays.0`. */
export type ProgramProblems = Readonly<Record<string, string>>;

const LISTS = new Set(["services", "holidays", "onCall", "workingHours"]);

/** The field of the form where an answer of the schema is mended. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String);
  if (first === "sessionHours") return second === "min" ? "sessionHoursMin" : "sessionHoursMax";
  if (first === "screening") return second ?? "specimen";
  return first && second !== undefined && LISTS.has(first) ? `${first}.${second}` : (first ?? "");
}

const ITEM_SENTENCES: Readonly<Record<string, string>> = {
  name: "Enter the program's name.",
  services: "Enter the service's name.",
  holidays: "Enter the day and its name.",
  onCall: "Choose a person, a phone number and both days.",
  workingHours: "Enter both times, such as 08:00 and 17:00.",
  tracks: "Write at most 20 lines of at most 60 characters.",
  feeders: "Write at most 20 lines of at most 60 characters.",
  firstWeek: "Write at most 20 lines of at most 120 characters.",
  aftercare: "Write at most 20 lines of at most 120 characters.",
  coordination: "Write at most 20 lines of at most 160 characters.",
  crisisLine: "Write at most 60 characters.",
};

/** Numbers and what fits them; every one may stay open but how often a measure is given. */
export const NUMBER_RANGES: Readonly<Record<NumberKey, { least: number; most: number; whole: boolean }>> = {
  plannedWeeksMin: { least: 0, most: 104, whole: true },
  plannedWeeksMax: { least: 0, most: 104, whole: true },
  hoursPerWeekMin: { least: 0, most: 80, whole: false },
  daysPerWeekMin: { least: 0, most: 7, whole: true },
  daysPerWeekMax: { least: 0, most: 7, whole: true },
  sessionHoursMin: { least: 0, most: 24, whole: false },
  sessionHoursMax: { least: 0, most: 24, whole: false },
  screensPerWeek: { least: 0, most: 14, whole: false },
  measureEveryDays: { least: 1, most: 60, whole: true },
  progressReviewEveryDays: { least: 0, most: 120, whole: true },
};

function sentenceOf(field: string): string {
  const range = Object.hasOwn(NUMBER_RANGES, field) ? NUMBER_RANGES[field as NumberKey] : null;
  if (range === null) return ITEM_SENTENCES[field.split(".")[0] ?? ""] ?? "This does not fit here.";
  const open = field === "measureEveryDays" ? "" : ", or leave it empty";
  return `Enter a ${range.whole ? "whole " : ""}number from ${range.least} to ${range.most}${open}.`;
}

export type Checked =
  | { readonly settings: Settings; readonly problems: null }
  | { readonly settings: null; readonly problems: ProgramProblems };

/** The settings that a form holds, or what is wrong with it, each at its field. */
export function check(draft: ProgramDraft): Checked {
  const candidate = candidateOf(draft);
  const core = programCore.safeParse(candidate.core);
  const practice = programPractice.safeParse(candidate.practice);
  const problems: Record<string, string> = { ...together(draft) };
  for (const { error } of [core, practice]) {
    for (const { path } of error?.issues ?? []) problems[fieldOf(path)] = sentenceOf(fieldOf(path));
  }
  if (!core.success || !practice.success || Object.keys(problems).length > 0)
    return { settings: null, problems };
  return { settings: { core: core.data, practice: practice.data }, problems: null };
}

/** The first number that no item of a list has. */
export const nextKey = (items: readonly { readonly key: number }[]) =>
  items.reduce((most, { key }) => Math.max(most, key), -1) + 1;

/** A week of being on call, beginning on a day. */
export function weekFrom(day: CalendarDate): { from: string; until: string } {
  return { from: day, until: addDays(day, 6) };
}

/** Whether nothing was typed or chosen otherwise. */
export const isSameDraft = (one: ProgramDraft, other: ProgramDraft) =>
  JSON.stringify(one) === JSON.stringify(other);
