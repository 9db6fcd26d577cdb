import type { Injection, MedicationNote, Note, OwnRecords } from "@soundings/clinical";
import { selectedColumns } from "../kinds/access.ts";
import { decode } from "../kinds/codec.ts";
import { OWN_KINDS, OWN_SHAPES, type OwnKind } from "../kinds/own-shapes.ts";
import type { Fields } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import { stands } from "./standing.ts";

/** Notes and injections are few a patient, so each table is read by its index and sorted by the day and the key. */
function ofPatient(kind: OwnKind): string {
  const shape = OWN_SHAPES[kind];
  const day = kind === "injection" ? "next_due_on" : "on";
  const key = shape.key[0]?.column ?? "";
  return `select ${selectedColumns(shape, "t")} from "${shape.table}" as t where t."patient_id" = ? and ${stands(kind, shape)} order by t."${day}", t."${key}"`;
}

const TIMINGS = `select t."assessment_id", t."seconds" from "assessments" as a join "assessment_timings" as t on t."assessment_id" = a."assessment_id" where a."patient_id" = ?`;

/** The queries that read what was entered here, for the checked-in list of queries. */
export const OWN_QUERIES: readonly (readonly [name: string, sql: string])[] = [
  ...OWN_KINDS.map((kind) => [`own records: ${OWN_SHAPES[kind].table}`, ofPatient(kind)] as const),
  ["own records: assessment_timings", TIMINGS],
];

/** Everything of a patient that no file carries, as it stands: without what was marked as entered in error. */
export function readOwn(connection: ReadConnection, patientId: string): OwnRecords {
  const read = (kind: OwnKind): readonly Fields[] =>
    connection
      .statement(ofPatient(kind))
      .all([patientId])
      .map((row) => decode(OWN_SHAPES[kind].columns, row));
  const timings = connection.statement(TIMINGS).all([patientId]);
  return {
    notes: read("note") as unknown as readonly Note[],
    medicationNotes: read("medication_note") as unknown as readonly MedicationNote[],
    injections: read("injection") as unknown as readonly Injection[],
    secondsTaken: new Map(timings.map(([id, seconds]) => [String(id), Number(seconds)])),
  };
}
