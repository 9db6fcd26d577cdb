import {
  type CohortQuestion,
  DIMENSIONS,
  type Instant,
  leavingQuestion,
  NOT_RECORDED,
  type OutcomesReport,
} from "@soundings/clinical";
import type { OutcomeReport, OutcomeReportEntry, OutcomesOptions } from "@soundings/contract";
import { dateWords } from "../../../ui/dates.ts";
import { DIMENSION_WORDS, valueLabel } from "../parts/question-words.ts";

/** What a report is about: its programs, and what it was narrowed to. */
export function aboutWords(
  { programs, question }: OutcomeReportEntry,
  options: OutcomesOptions | undefined,
): string {
  const names = programs.map(({ name }) => name).join(", ");
  const only = DIMENSIONS.flatMap((dimension) => {
    const value = question.filter[dimension];
    if (value === undefined || dimension === "program") return [];
    return `${DIMENSION_WORDS[dimension].name.toLowerCase()}: ${value === NOT_RECORDED ? "not recorded" : valueLabel(dimension, value, options)}`;
  });
  return [names, ...only].join("; ");
}

/** The document of a report as this version of the page can draw it; null for one that it cannot. */
export function documentOf(document: unknown): OutcomesReport | null {
  if (typeof document !== "object" || document === null) return null;
  const { version, sections } = document as Readonly<Record<string, unknown>>;
  return version === 1 && Array.isArray(sections) ? (document as OutcomesReport) : null;
}

/** How many places of the tables of a report are withheld. */
export function withheldCount({ sections }: OutcomesReport): number {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "table" ? block.rows.flat() : []))
    .filter(({ withheld }) => withheld).length;
}

/** Whether the records behind a report have changed since it was made. */
export function sinceWords(
  { madeAt, recordsChangedAt }: Pick<OutcomeReport, "madeAt" | "recordsChangedAt">,
  moment: (instant: Instant) => string,
): string {
  if (recordsChangedAt === null) return "Whether records of these programs have changed since is not known.";
  if (recordsChangedAt <= madeAt) return "No record of these programs has changed since.";
  return `Records of these programs have changed since, last on ${moment(recordsChangedAt)}: the same question may give other figures now.`;
}

/** Which days a report of a question covers: whole quarters, which may not be the days asked. */
export function coverWords(question: CohortQuestion | undefined): string {
  const covers =
    question && question.from <= question.to ? leavingQuestion({ ...question, filter: {} }) : null;
  return covers === null
    ? "It covers the whole quarters nearest to the period."
    : `It covers the whole quarters nearest to the period: ${dateWords(covers.from)} – ${dateWords(covers.to)}.`;
}
