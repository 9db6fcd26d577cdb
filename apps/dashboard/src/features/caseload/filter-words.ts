import type { CaseloadFilter, CaseloadOptions, RuleFacts } from "@soundings/contract";
import { URGENCY_MARKS } from "../../ui/marks/urgency.ts";
import { levelWords } from "./words.ts";

/** The filter as a person would say it, for paper. */
export function filterWords(
  filter: CaseloadFilter,
  options: CaseloadOptions | undefined,
  rules: readonly RuleFacts[],
): readonly string[] {
  const nameOf = (id: string | undefined) => options?.staff.find(({ staffId }) => staffId === id)?.name ?? id;
  const program =
    options?.programs.find(({ programId }) => programId === filter.program)?.name ?? filter.program;
  const finding = rules.find(({ rule }) => rule === filter.finding)?.title ?? filter.finding;
  return [
    filter.therapist && `Therapist ${nameOf(filter.therapist)}`,
    filter.prescriber && `Prescriber ${nameOf(filter.prescriber)}`,
    program && `Program ${program}`,
    filter.level && `Level ${levelWords(filter.level)}`,
    finding && `Finding ${finding}`,
    filter.urgency && `Urgency ${URGENCY_MARKS[filter.urgency].word}`,
    filter.overdue && "Measure overdue",
    filter.ready && "Ready to step down",
    filter.q && `Search “${filter.q}”`,
  ].filter((text) => typeof text === "string");
}
