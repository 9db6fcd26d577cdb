import type { LevelOfCare, StaffRole } from "@soundings/clinical";
import { sql } from "kysely";
import { episodeInScope, isEverybody } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import type { EpisodeTable } from "../kinds/records.table.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** A member of staff, with the patients in treatment today whose therapist or prescriber it is. */
export interface StaffListing {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly programIds: readonly string[];
  readonly inTreatment: number;
}

/** A program with its patients in treatment today. */
export interface ProgramListing {
  readonly programId: string;
  readonly name: string;
  readonly levelOfCare: LevelOfCare;
  readonly inTreatment: number;
}

/** The caseload in scope: with whom and where. */
export function heldQuery(connection: ReadConnection, scope: PatientScope) {
  return connection.query
    .selectFrom("episode_summaries as s")
    .innerJoin("episodes as e", "e.episode_id", "s.episode_id")
    .select(["e.therapist_id", "e.prescriber_id", "s.program_id", "s.phase"])
    .where((at) => at.or([at("s.phase", "=", "active"), at("s.finding_count", ">", 0)]))
    .where(episodeInScope(scope, "e"));
}

type Held = Pick<EpisodeTable, "therapist_id" | "prescriber_id" | "program_id">;

/** Patients in treatment by an id that rows name; an id that no row in scope names is absent. */
function countsBy(
  store: ReadStore,
  scope: PatientScope,
  idsOf: (row: Held) => readonly (string | null)[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of store.reader.all(heldQuery(store.reader, scope))) {
    for (const id of new Set(idsOf(row))) {
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + (row.phase === "active" ? 1 : 0));
    }
  }
  return counts;
}

export function staffQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("staff")
    .select(["staff_id", "name", "role", "program_ids"])
    .orderBy("name")
    .orderBy("staff_id");
}

export function programsQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("programs")
    .select(["program_id", "name", "level_of_care"])
    .orderBy("name")
    .orderBy("program_id");
}

/** The staff of the caseload in scope, by name, with counts over it; everybody on the staff when the scope is everyone. */
export async function listStaff(store: ReadStore, scope: PatientScope): Promise<readonly StaffListing[]> {
  const { reader } = store;
  return reader.snapshot(() => {
    const counts = countsBy(store, scope, (row) => [row.therapist_id, row.prescriber_id]);
    const all = isEverybody(scope);
    return reader
      .all(staffQuery(reader))
      .filter(({ staff_id }) => all || counts.has(staff_id))
      .map((row) => ({
        staffId: row.staff_id,
        name: row.name,
        role: row.role,
        programIds: JSON.parse(row.program_ids) as readonly string[],
        inTreatment: counts.get(row.staff_id) ?? 0,
      }));
  });
}

/** The programs of the caseload in scope, by name, with counts over it; all programs when the scope is everyone. */
export async function listPrograms(
  store: ReadStore,
  scope: PatientScope,
): Promise<readonly ProgramListing[]> {
  const { reader } = store;
  return reader.snapshot(() => {
    const counts = countsBy(store, scope, (row) => [row.program_id]);
    const all = isEverybody(scope);
    return reader
      .all(programsQuery(reader))
      .filter(({ program_id }) => all || counts.has(program_id))
      .map((row) => ({
        programId: row.program_id,
        name: row.name,
        levelOfCare: row.level_of_care,
        inTreatment: counts.get(row.program_id) ?? 0,
      }));
  });
}

/** Everybody on the staff, by name, for a choice. */
export function staffChoices({
  reader,
}: ReadStore): readonly { readonly staffId: string; readonly name: string }[] {
  return reader.all(staffQuery(reader)).map(({ staff_id: staffId, name }) => ({ staffId, name }));
}

/** The names of some members of staff, by id. */
export function staffNames({ reader }: ReadStore, staffIds: readonly string[]): ReadonlyMap<string, string> {
  const query = reader.query
    .selectFrom("staff")
    .select(["staff_id", "name"])
    .where(sql<boolean>`staff_id in (select value from json_each(${JSON.stringify(staffIds)}))`);
  return new Map(reader.all(query).map((row) => [row.staff_id, row.name]));
}
