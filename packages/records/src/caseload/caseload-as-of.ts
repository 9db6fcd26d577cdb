import type { CalendarDate } from "@soundings/clinical";
import { episodeInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import { episodesAsOf } from "../findings/as-of.ts";
import { type SummaryColumns, summaryColumns } from "../findings/evaluate.ts";
import { correctedSince } from "../history/revisions.ts";
import { foldName } from "../kinds/fold-name.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import {
  type AskedCaseload,
  CASELOAD_LIMIT,
  type Caseload,
  type CaseloadCounts,
  type CaseloadQuery,
  type CaseloadRow,
  type CaseloadSort,
  searchWords,
} from "./caseload.types.ts";

/** A row with what it is filtered and sorted by. */
interface Listed {
  readonly row: CaseloadRow;
  readonly columns: SummaryColumns;
  readonly foldedName: string;
  readonly prescriberId: string | null;
}

type SortValue = string | number | null;

const SORT_VALUES: { readonly [Sort in CaseloadSort]: (one: Listed) => SortValue } = {
  urgency: ({ columns }) => columns.rank,
  name: ({ foldedName }) => foldedName,
  program: ({ row }) => row.programName,
  week: ({ columns }) => columns.week,
  phq9: ({ columns }) => columns.phq9,
  phq9_change: ({ columns }) => columns.phq9_change,
  gad7: ({ columns }) => columns.gad7,
  gad7_change: ({ columns }) => columns.gad7_change,
  attendance: ({ columns }) => columns.attendance,
  next_due: ({ columns }) => columns.next_due,
  step_down: ({ columns }) => columns.step_down,
};

function utf8(text: string): Buffer {
  return Buffer.from(text);
}

/** Numbers by size, text by code point, as the database sorts. */
function compareValues(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return Buffer.compare(utf8(String(a)), utf8(String(b)));
}

function comparison({ sort = "urgency", dir = "asc" }: CaseloadQuery): (a: Listed, b: Listed) => number {
  const value = SORT_VALUES[sort];
  const sign = dir === "asc" ? 1 : -1;
  return (one, other) => {
    const a = value(one);
    const b = value(other);
    if ((a === null) !== (b === null)) return a === null ? 1 : -1;
    const order = a === null || b === null ? 0 : sign * compareValues(a, b);
    return order === 0 ? compareValues(one.row.episodeId, other.row.episodeId) : order;
  };
}

function isChosen({ row, columns, prescriberId }: Listed, filter: CaseloadQuery): boolean {
  const { therapist, prescriber, program } = filter;
  return (
    (columns.phase === "active" || columns.finding_count > 0) &&
    (therapist === undefined || row.therapistId === therapist) &&
    (prescriber === undefined || prescriberId === prescriber) &&
    (program === undefined || columns.program_id === program)
  );
}

function matches(one: Listed, words: readonly string[]): boolean {
  const recordNumber = one.row.patientId.toLowerCase();
  return words.every((word) => one.foldedName.includes(word) || recordNumber.includes(word));
}

function passes(one: Listed, filter: CaseloadQuery): boolean {
  const { level, finding, urgency, overdue, ready } = filter;
  const { row, columns } = one;
  const tests = [
    level === undefined || columns.level_of_care === level,
    finding === undefined || row.rules.includes(finding),
    urgency === undefined || columns.leading_urgency === urgency,
    overdue === undefined || (columns.overdue === 1) === overdue,
    ready === undefined || (columns.ready === 1) === ready,
  ];
  return tests.every((passed) => passed) && matches(one, searchWords(foldName, filter.q));
}

function count(rows: readonly Listed[]): CaseloadCounts {
  const number = (test: (columns: SummaryColumns) => boolean): number =>
    rows.filter(({ columns }) => test(columns)).length;
  return {
    inTreatment: number((columns) => columns.phase === "active"),
    immediate: number((columns) => columns.leading_urgency === "immediate"),
    same_day: number((columns) => columns.leading_urgency === "same_day"),
    this_week: number((columns) => columns.leading_urgency === "this_week"),
    routine: number((columns) => columns.leading_urgency === "routine"),
    overdue: number((columns) => columns.overdue === 1),
    ready: number((columns) => columns.ready === 1),
  };
}

export function namesQuery(connection: ReadConnection, scope: PatientScope, episodeId: string) {
  return connection.query
    .selectFrom("episodes as e")
    .innerJoin("patients as p", "p.patient_id", "e.patient_id")
    .innerJoin("programs as g", "g.program_id", "e.program_id")
    .leftJoin("staff as t", "t.staff_id", "e.therapist_id")
    .select([
      "p.given_name",
      "p.family_name",
      "p.folded_name",
      "g.name as program_name",
      "e.therapist_id",
      "t.name as therapist_name",
      "e.prescriber_id",
    ])
    .where("e.episode_id", "=", episodeId)
    .where(episodeInScope(scope, "e"));
}

async function listed(
  store: ReadStore,
  asOf: CalendarDate,
  { scope, filter }: AskedCaseload,
): Promise<Listed[]> {
  const corrected = correctedSince(store.reader, asOf);
  const rows: Listed[] = [];
  for await (const { summary } of episodesAsOf(store, asOf, { programId: filter.program, scope })) {
    const names = store.reader.first(namesQuery(store.reader, scope, summary.episodeId));
    if (names === undefined) continue;
    const row: CaseloadRow = {
      ...summary,
      givenName: names.given_name,
      familyName: names.family_name,
      programName: names.program_name,
      therapistId: names.therapist_id,
      therapistName: names.therapist_name,
      correctedSince: corrected.patients.has(summary.patientId) || corrected.programs.has(summary.programId),
    };
    rows.push({
      row,
      columns: summaryColumns(summary),
      foldedName: names.folded_name,
      prescriberId: names.prescriber_id,
    });
  }
  return rows;
}

/**
 * The caseload of an earlier day of those in scope today, computed from the records as rule set 1 reads them: the same shape, filters and order as
 * `caseloadPage`. Runs for seconds on a large clinic; between portions of patients the process does other work.
 */
export async function caseloadAsOf(
  store: ReadStore,
  asked: AskedCaseload,
  days: { readonly asOf: CalendarDate; readonly today: CalendarDate },
  limit = CASELOAD_LIMIT,
): Promise<Caseload> {
  const all = await listed(store, days.asOf, asked);
  const { filter } = asked;
  const chosen = all.filter((one) => isChosen(one, filter));
  const passing = chosen.filter((one) => passes(one, filter)).sort(comparison(filter));
  return {
    ...days,
    counts: count(chosen),
    rows: passing.slice(0, limit).map((one) => one.row),
    total: passing.length,
  };
}
