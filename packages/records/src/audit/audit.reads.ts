import { type RawBuilder, type SqlBool, sql } from "kysely";
import { patientInScope } from "../access/conditions.ts";
import { visiblePatient } from "../access/visible.reads.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { AuditPortion, AuditQuery, AuditReach, StoredEntry } from "./audit.types.ts";
import { withheld } from "./withheld.ts";

type Condition = RawBuilder<SqlBool>;

/** Made under an opening from outside, or the asking for one. */
const OUTSIDE = sql<SqlBool>`("a"."opening_id" is not null or "a"."event" in ('glass_asked', 'glass_opened'))`;

function listsOf(patientId: string): RawBuilder<unknown> {
  return sql`select "l"."seq" from "audit_listed" as "l" where "l"."patient_id" = ${patientId}`;
}

/** The entry is about the patient, or a list that showed the patient. */
function concerns(patientId: string): Condition {
  return sql<SqlBool>`("a"."patient_id" = ${patientId} or "a"."listed_as" in (${listsOf(patientId)}))`;
}

/** People who hold a role in one of the programs. */
function colleaguesIn(programIds: readonly string[]): RawBuilder<unknown> {
  return sql`select "r"."person_id" from "person_roles" as "r" where "r"."program_id" in (select value from json_each(${JSON.stringify(programIds)}))`;
}

function within(reach: AuditReach): Condition {
  if (reach.of === "site") return sql<SqlBool>`true`;
  const { scope, programIds } = reach;
  const listed = sql`select 1 from "audit_listed" as "l" where "l"."seq" = "a"."listed_as" and ${patientInScope(scope, "l.patient_id")}`;
  return sql<SqlBool>`(${patientInScope(scope, "a.patient_id")} or exists (${listed}) or "a"."person_id" in (${colleaguesIn(programIds)}))`;
}

function showing(reach: AuditReach): Condition {
  return reach.of === "site"
    ? sql<SqlBool>`"a"."patient_id" is not null`
    : sql<SqlBool>`("a"."patient_id" is not null and ${patientInScope(reach.scope, "a.patient_id")})`;
}

/** Of a list, the patients within reach. */
function shown(reach: AuditReach): RawBuilder<number> {
  const patients = sql`select count(*) from "audit_listed" as "l" where "l"."seq" = "a"."listed_as"`;
  return reach.of === "site"
    ? sql<number>`(${patients})`
    : sql<number>`(${patients} and ${patientInScope(reach.scope, "l.patient_id")})`;
}

function entriesQuery(connection: ReadConnection, reach: AuditReach, { before, limit }: AuditPortion) {
  const query = connection.query
    .selectFrom("audit_entries as a")
    .select([
      "a.seq",
      "a.at",
      "a.event",
      "a.outcome",
      "a.person_id",
      "a.actor",
      "a.patient_id",
      "a.request_id",
      "a.detail",
      "a.listed_as",
      sql<number>`${showing(reach)}`.as("showing"),
      shown(reach).as("patients"),
      sql<number>`${OUTSIDE}`.as("outside"),
    ])
    .orderBy("a.seq", "desc")
    .limit(limit);
  return before === undefined ? query : query.where("a.seq", "<", before);
}

/** Entries by any of the filters. */
export function auditQuery(
  connection: ReadConnection,
  reach: AuditReach,
  filter: AuditQuery,
  portion: AuditPortion,
) {
  const { from, until, personId, patientId, event, outcome, outside } = filter;
  let query = entriesQuery(connection, reach, portion).where(within(reach));
  if (from !== undefined) query = query.where("a.at", ">=", from);
  if (until !== undefined) query = query.where("a.at", "<", until);
  if (personId !== undefined) query = query.where("a.person_id", "=", personId);
  if (patientId !== undefined) query = query.where(concerns(patientId));
  if (event !== undefined) query = query.where("a.event", "=", event);
  if (outcome !== undefined) query = query.where("a.outcome", "=", outcome);
  if (outside !== undefined) query = query.where(outside ? OUTSIDE : sql<SqlBool>`not ${OUTSIDE}`);
  return query;
}

type Row =
  ReturnType<ReturnType<typeof entriesQuery>["execute"]> extends Promise<readonly (infer One)[]>
    ? One
    : never;

/** Without the digests, which are for verify and for nobody to read. */
function detailOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const detail: unknown = JSON.parse(text);
    if (typeof detail !== "object" || detail === null) return {};
    const { vouched: _, ...said } = detail as Record<string, unknown>;
    return said;
  } catch {
    return {};
  }
}

function entryOf(row: Row): StoredEntry {
  return {
    seq: row.seq,
    at: row.at,
    event: row.event,
    outcome: row.outcome,
    personId: row.person_id,
    actor: row.actor,
    patientId: row.showing === 1 ? row.patient_id : null,
    patients: row.listed_as === null ? null : row.patients,
    outside: row.outside === 1,
    requestId: row.request_id,
    detail: detailOf(row.detail),
  };
}

function entriesOf(store: ReadStore, reach: AuditReach, rows: readonly Row[]): readonly StoredEntry[] {
  const entries = rows.map(entryOf);
  if (reach.of === "site") return entries;
  const hidden = new Set(
    rows.filter((row) => row.patient_id !== null && row.showing !== 1).map((row) => row.seq),
  );
  return withheld(store, reach.scope, entries, hidden);
}

/**
 * Entries within reach, newest first. A filter by a patient out of reach finds what a filter by an unknown one finds: nothing.
 */
export function auditEntries(
  store: ReadStore,
  reach: AuditReach,
  filter: AuditQuery,
  portion: AuditPortion,
): readonly StoredEntry[] {
  const { reader } = store;
  return reader.snapshot(() => {
    const { patientId } = filter;
    const within =
      patientId === undefined || reach.of === "site" || visiblePatient(store, reach.scope, patientId);
    if (!within) return [];
    return entriesOf(store, reach, reader.all(auditQuery(reader, reach, filter, portion)));
  });
}

export function auditPeopleQuery(connection: ReadConnection, reach: AuditReach) {
  const query = connection.query
    .selectFrom("people as p")
    .select(["p.person_id as personId", "p.name"])
    .orderBy("p.name")
    .orderBy("p.person_id");
  if (reach.of === "site") return query;
  return query.where(sql<SqlBool>`"p"."person_id" in (${colleaguesIn(reach.programIds)})`);
}

/** The people by whom entries can be filtered: everybody, or those who hold a role in the programs. */
export function auditPeople(
  { reader }: ReadStore,
  reach: AuditReach,
): readonly { readonly personId: string; readonly name: string }[] {
  return reader.all(auditPeopleQuery(reader, reach));
}
