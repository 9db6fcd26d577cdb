import type { LevelOfCare, StaffRole } from "@soundings/clinical";
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

export function staffQuery(connection: ReadConnection) {
  const heldBy = (column: "e.therapist_id" | "e.prescriber_id") =>
    connection.query
      .selectFrom("episode_summaries as s")
      .innerJoin("episodes as e", "e.episode_id", "s.episode_id")
      .select([`${column} as staff_id`, "s.episode_id"])
      .where("s.phase", "=", "active");
  const active = connection.query
    .selectFrom(heldBy("e.therapist_id").union(heldBy("e.prescriber_id")).as("h"))
    .select((at) => ["h.staff_id", at.fn.countAll<number>().as("count")])
    .groupBy("h.staff_id");
  return connection.query
    .selectFrom("staff as t")
    .leftJoin(active.as("a"), "a.staff_id", "t.staff_id")
    .select(["t.staff_id", "t.name", "t.role", "t.program_ids", "a.count"])
    .orderBy("t.name")
    .orderBy("t.staff_id");
}

export function programsQuery(connection: ReadConnection) {
  const active = connection.query
    .selectFrom("episode_summaries as s")
    .select((at) => ["s.program_id", at.fn.countAll<number>().as("count")])
    .where("s.phase", "=", "active")
    .groupBy("s.program_id");
  return connection.query
    .selectFrom("programs as g")
    .leftJoin(active.as("a"), "a.program_id", "g.program_id")
    .select(["g.program_id", "g.name", "g.level_of_care", "a.count"])
    .orderBy("g.name")
    .orderBy("g.program_id");
}

/** Everybody on the staff, by name. */
export async function listStaff(store: ReadStore): Promise<readonly StaffListing[]> {
  return store.reader.all(staffQuery(store.reader)).map((row) => ({
    staffId: row.staff_id,
    name: row.name,
    role: row.role,
    programIds: JSON.parse(row.program_ids) as readonly string[],
    inTreatment: row.count ?? 0,
  }));
}

/** All programs, by name. */
export async function listPrograms(store: ReadStore): Promise<readonly ProgramListing[]> {
  return store.reader.all(programsQuery(store.reader)).map((row) => ({
    programId: row.program_id,
    name: row.name,
    levelOfCare: row.level_of_care,
    inTreatment: row.count ?? 0,
  }));
}
