import { type Instant, instantToMs, type Program } from "@soundings/clinical";
import { findRow } from "../kinds/access.ts";
import { SHAPES } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";

/** A program with how it works, as it stands. */
export interface StoredProgram {
  readonly program: Program;
  /** JSON text as it was saved; null when the practice was never saved here. */
  readonly practice: string | null;
  /** How often program or practice were changed, here or by an import; a change names the one it was made on. */
  readonly revision: number;
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
  /** Patients in treatment today. */
  readonly inTreatment: number;
}

export function programIdsQuery(connection: ReadConnection) {
  return connection.query.selectFrom("programs").select("program_id").orderBy("name").orderBy("program_id");
}

export function practiceQuery(connection: ReadConnection, programId: string) {
  return connection.query
    .selectFrom("program_practices")
    .select(["practice", "revision", "changed_at", "changed_by"])
    .where("program_id", "=", programId);
}

/** The last correction of a program itself; its number is how many there were. */
export function lastRevisionQuery(connection: ReadConnection, programId: string) {
  return connection.query
    .selectFrom("revisions")
    .select(["revision", "changed_at", "changed_by"])
    .where("record_kind", "=", "program")
    .where("record_key", "=", programId)
    .orderBy("revision", "desc")
    .limit(1);
}

export function inTreatmentQuery(connection: ReadConnection, programId: string) {
  return connection.query
    .selectFrom("episode_summaries")
    .select((at) => at.fn.countAll<number>().as("count"))
    .where("program_id", "=", programId)
    .where("phase", "=", "active");
}

interface Changed {
  readonly changed_at: Instant;
  readonly changed_by: string;
}

function later(one: Changed | undefined, other: Changed | undefined): Changed | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return instantToMs(one.changed_at) < instantToMs(other.changed_at) ? other : one;
}

/** One program with how it works, or null. */
export function readProgram(connection: ReadConnection, programId: string): StoredProgram | null {
  const program = findRow(connection, SHAPES.program, { programId });
  if (program === null) return null;
  const practice = connection.first(practiceQuery(connection, programId));
  const corrected = connection.first(lastRevisionQuery(connection, programId));
  const changed = later(practice, corrected);
  return {
    program: program as unknown as Program,
    practice: practice?.practice ?? null,
    revision: (practice?.revision ?? 0) + (corrected?.revision ?? 0),
    changedAt: changed?.changed_at ?? null,
    changedBy: changed?.changed_by ?? null,
    inTreatment: connection.first(inTreatmentQuery(connection, programId))?.count ?? 0,
  };
}

/** All programs by name, as of one moment. */
export function readPrograms(connection: ReadConnection): readonly StoredProgram[] {
  return connection.snapshot(() =>
    connection
      .all(programIdsQuery(connection))
      .flatMap(({ program_id }) => readProgram(connection, program_id) ?? []),
  );
}
