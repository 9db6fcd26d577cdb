import type { ReadConnection } from "../store/sqlite.ts";

/** A member of staff of the records who treats patients or is there to. */
export interface Clinician {
  readonly staffId: string;
  readonly name: string;
  /** Programs that the records name, and those of episodes whose therapist or prescriber it is, sorted. */
  readonly programIds: readonly string[];
}

export function clinicianRowsQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("staff")
    .select(["staff_id", "name", "role", "program_ids"])
    .orderBy("name")
    .orderBy("staff_id");
}

export function treatingQuery(connection: ReadConnection) {
  const by = (column: "therapist_id" | "prescriber_id") =>
    connection.query
      .selectFrom("episodes")
      .select([`${column} as staff_id`, "program_id"])
      .where(column, "is not", null);
  return by("therapist_id").union(by("prescriber_id"));
}

/** Members of staff for whom a colleague can stand in, by name. */
export function listClinicians(connection: ReadConnection): readonly Clinician[] {
  const treating = new Map<string, string[]>();
  for (const { staff_id, program_id } of connection.all(treatingQuery(connection))) {
    if (staff_id !== null) treating.set(staff_id, [...(treating.get(staff_id) ?? []), program_id]);
  }
  return connection.all(clinicianRowsQuery(connection)).flatMap((row) => {
    const held = treating.get(row.staff_id);
    if (held === undefined && row.role !== "therapist" && row.role !== "prescriber") return [];
    const named = JSON.parse(row.program_ids) as readonly string[];
    const programIds = [...new Set([...named, ...(held ?? [])])].sort();
    return [{ staffId: row.staff_id, name: row.name, programIds }];
  });
}
