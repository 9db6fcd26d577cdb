import type { CalendarDate, EpisodeSummary, InstrumentId, MeasureSummary } from "@soundings/clinical";
import { episodeInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import { episodesAsOf } from "../findings/as-of.ts";
import { areCurrent } from "../findings/refresh.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** A measure that is owed: which, since when, and whether it is overdue; no score. */
export interface DueMeasure {
  readonly instrument: InstrumentId;
  readonly dueOn: CalendarDate;
  readonly overdue: boolean;
}

/** A patient in treatment who owes a measure. */
export interface DuePatient {
  readonly patientId: string;
  readonly episodeId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly programId: string;
  readonly programName: string;
  readonly therapistName: string | null;
  readonly measures: readonly DueMeasure[];
}

export function dueNamesQuery(connection: ReadConnection, scope: PatientScope) {
  return connection.query
    .selectFrom("episodes as e")
    .innerJoin("patients as p", "p.patient_id", "e.patient_id")
    .innerJoin("programs as g", "g.program_id", "e.program_id")
    .leftJoin("contacts as c", "c.patient_id", "e.patient_id")
    .leftJoin("staff as t", "t.staff_id", "e.therapist_id")
    .select([
      "e.episode_id as episodeId",
      "e.patient_id as patientId",
      "p.given_name as givenName",
      "p.family_name as familyName",
      "p.folded_name as foldedName",
      "c.preferred_name as preferredName",
      "e.program_id as programId",
      "g.name as programName",
      "t.name as therapistName",
    ])
    .where(episodeInScope(scope, "e"));
}

export function dueQuery(connection: ReadConnection, scope: PatientScope, today: CalendarDate) {
  return dueNamesQuery(connection, scope)
    .innerJoin("episode_summaries as s", "s.episode_id", "e.episode_id")
    .select("s.summary")
    .where("s.phase", "=", "active")
    .where("s.next_due", "<=", today);
}

function owed(measures: readonly MeasureSummary[], today: CalendarDate): readonly DueMeasure[] {
  return measures
    .filter(({ nextDue }) => nextDue <= today)
    .map(({ instrument, nextDue, overdue }) => ({ instrument, dueOn: nextDue, overdue }));
}

interface Named extends DuePatient {
  readonly foldedName: string;
}

function firstDue({ measures }: DuePatient): string {
  return measures.map(({ dueOn }) => dueOn).sort()[0] ?? "";
}

function listed(rows: readonly Named[]): readonly DuePatient[] {
  const key = (row: Named) => [firstDue(row), row.foldedName, row.episodeId].join("\n");
  return rows
    .filter(({ measures }) => measures.length > 0)
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
    .map(({ row: { foldedName: _sorted, ...row } }) => row);
}

/**
 * Who in scope owes a measure today or is overdue, the longest first, from stored summaries; null while any of them is of
 * another day: then `dueAsOf` computes the list.
 */
export function dueToday(
  { reader }: ReadStore,
  scope: PatientScope,
  today: CalendarDate,
): readonly DuePatient[] | null {
  return reader.snapshot(() => {
    if (!areCurrent(reader, today)) return null;
    return listed(
      reader.all(dueQuery(reader, scope, today)).map(({ summary, ...row }) => ({
        ...row,
        measures: owed((JSON.parse(summary) as EpisodeSummary).measures, today),
      })),
    );
  });
}

/** The same list, computed from the records. */
export async function dueAsOf(
  store: ReadStore,
  scope: PatientScope,
  today: CalendarDate,
): Promise<readonly DuePatient[]> {
  const rows: Named[] = [];
  for await (const { summary } of episodesAsOf(store, today, { scope })) {
    const measures = summary.phase === "active" ? owed(summary.measures, today) : [];
    const names = dueNamesQuery(store.reader, scope).where("e.episode_id", "=", summary.episodeId);
    const row = measures.length === 0 ? undefined : store.reader.first(names);
    if (row !== undefined) rows.push({ ...row, measures });
  }
  return listed(rows);
}
