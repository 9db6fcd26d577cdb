import type { ProgramCore, ProgramPractice } from "@soundings/contract";

export type WorkingDay = { readonly open: boolean; readonly from: string; readonly until: string };

/** Lists that are typed a line each. */
export type LinesKey = "tracks" | "firstWeek" | "feeders" | "aftercare" | "coordination";
/** Numbers as they are typed; an empty text is "not laid down". */
export type NumberKey =
  | "plannedWeeksMin"
  | "plannedWeeksMax"
  | "hoursPerWeekMin"
  | "daysPerWeekMin"
  | "daysPerWeekMax"
  | "sessionHoursMin"
  | "sessionHoursMax"
  | "screensPerWeek"
  | "measureEveryDays"
  | "progressReviewEveryDays";
export type SwitchKey = "random" | "tapers" | "followsRisk" | "fitsShiftWork" | "returnAfterCrisis";

/** Every setting of a program as its form holds it. Items of lists have a number of their own, so that fields keep their place. */
export interface ProgramDraft
  extends Readonly<Record<LinesKey | NumberKey, string>>,
    Readonly<Record<SwitchKey, boolean>> {
  readonly name: string;
  readonly levelOfCare: ProgramCore["levelOfCare"];
  readonly timeZone: string;
  readonly modalities: ProgramCore["modalities"];
  readonly focus: ProgramPractice["focus"];
  readonly services: readonly (ProgramPractice["services"][number] & { readonly key: number })[];
  readonly specimen: string;
  readonly stepDownTo: ProgramPractice["stepDownTo"];
  readonly crisisLine: string;
  readonly workingHours: readonly WorkingDay[];
  readonly holidays: readonly (ProgramPractice["holidays"][number] & { readonly key: number })[];
  readonly onCall: readonly (ProgramPractice["onCall"][number] & { readonly key: number })[];
}

/** A number as it was typed: null where nothing was, and no number where something else was. */
export const number = (typed: string) => (typed.trim() === "" ? null : Number(typed));

/** A list that was typed a line each. */
export const list = (typed: string) =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
