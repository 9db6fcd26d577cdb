import type { LevelOfCare, Modality, Service } from "@soundings/clinical";
import type { ProgramCore, ProgramPractice, RuleFacts } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { plannedWeeks } from "../../ui/planned-weeks.ts";
import { capital } from "../../ui/role-words.ts";

/** Settings whose value a rule reads, by the rule's id. */
export const READ_BY: Readonly<Partial<Record<keyof ProgramCore, readonly string[]>>> = {
  levelOfCare: ["length-of-stay", "under-dose"],
  plannedWeeksMax: ["length-of-stay"],
  hoursPerWeekMin: ["under-dose"],
  screensPerWeek: ["step-down-ready"],
};

/** `Read by rules: Longer than planned.`; nothing for a setting that no rule reads. */
export function readByWords(key: keyof ProgramCore, rules: readonly RuleFacts[]): string | undefined {
  const ids = READ_BY[key];
  if (ids === undefined) return undefined;
  const titles = ids.map((id) => rules.find(({ rule }) => rule === id)?.title ?? id);
  return `Read by rules: ${titles.join(", ")}.`;
}

export const levelWords = (level: LevelOfCare) => capital(LEVEL_MARKS[level].word);
export const codeLabel = (code: Modality | Service | ProgramPractice["focus"][number]) =>
  capital(codeWords(code));

/** `8–12 weeks`; "not laid down" where no length is planned. */
export function lengthWords(core: ProgramCore): string {
  const weeks = plannedWeeks(core);
  return weeks === null ? "not laid down" : `${weeks} weeks`;
}

/** `3–5 days, 9 hours or more`. */
export function weekWords({
  daysPerWeekMin: min,
  daysPerWeekMax: max,
  hoursPerWeekMin: hours,
}: ProgramCore): string {
  const days = min !== null && max !== null && min !== max ? `${min}–${max}` : (min ?? max);
  const words = [days === null ? "" : `${days} days`, hours === null ? "" : `${hours} hours or more`];
  return words.filter(Boolean).join(", ") || "not laid down";
}

export function screensWords({ screensPerWeek }: ProgramCore): string {
  if (screensPerWeek === null) return "not laid down";
  return screensPerWeek === 0 ? "none asked for" : `${screensPerWeek} a week`;
}
