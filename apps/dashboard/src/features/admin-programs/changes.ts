import type { ProgramCore, ProgramPractice } from "@soundings/contract";

interface Settings {
  readonly core: ProgramCore;
  readonly practice: ProgramPractice;
}

/** What the groups of settings are called where two versions are told apart. */
const NAMES: Readonly<Record<keyof ProgramCore | keyof ProgramPractice, string>> = {
  name: "name",
  levelOfCare: "level of care",
  timeZone: "time zone",
  plannedWeeksMin: "least planned length",
  plannedWeeksMax: "most planned length",
  hoursPerWeekMin: "hours a week",
  daysPerWeekMin: "least days a week",
  daysPerWeekMax: "most days a week",
  tracks: "tracks",
  modalities: "in person or virtual",
  screensPerWeek: "screens a week",
  focus: "what it treats",
  services: "services",
  measureEveryDays: "days between measures",
  screening: "screening",
  schedule: "how the schedule adapts",
  sessionHours: "hours of a session",
  firstWeek: "first week",
  progressReviewEveryDays: "days between reviews",
  feeders: "where patients come from",
  stepDownTo: "step-down",
  returnAfterCrisis: "return after a crisis",
  aftercare: "aftercare",
  coordination: "coordination",
  crisisLine: "crisis line",
  workingHours: "working hours",
  holidays: "holidays",
  onCall: "people on call",
};

function differing(a: object, b: object): string[] {
  const other = new Map(Object.entries(b));
  return Object.entries(a)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other.get(key)))
    .map(([key]) => key);
}

/** The names of the settings in which two versions differ. */
export function changedSettings(a: Settings, b: Settings): readonly string[] {
  const names = new Map(Object.entries(NAMES));
  return [...differing(a.core, b.core), ...differing(a.practice, b.practice)].map(
    (key) => names.get(key) ?? key,
  );
}
