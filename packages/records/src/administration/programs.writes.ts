import { dateOf, type Program, parseZone, problemOf, sameZone, type ZoneName } from "@soundings/clinical";
import { evaluateAgain } from "../findings/findings.writes.ts";
import { appendChanges } from "../history/changes.ts";
import { type Author, appendRevision } from "../history/revisions.ts";
import { findRow, insertRow, updateRow } from "../kinds/access.ts";
import { firstDifference } from "../kinds/merge.ts";
import { type Fields, fieldsOf, SHAPES } from "../kinds/shapes.ts";
import { readSite, saveZone } from "../store/site.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import { practiceQuery, readProgram } from "./programs.reads.ts";
import { Refused } from "./refused.ts";

/** Settings of a program: what the clinic export holds of it, and how it works, as JSON text. */
export interface ProgramSettings {
  readonly program: Program;
  readonly practice: string;
}

const shape = SHAPES.program;

/** Programs share the site's zone; the first that names one decides for a site that has none yet. */
function settleZone(connection: WriteConnection, named: ZoneName | null): boolean {
  if (named === null) return false;
  const { zone, zoneSource } = readSite(connection);
  if (zoneSource === "default") {
    saveZone(connection, named, "program");
    return !sameZone(named, zone);
  }
  if (!sameZone(named, zone)) throw new Refused("bad_settings");
  return false;
}

/** The program as it would be stored. @throws Refused bad_settings */
function sound(program: Program): Program {
  const timeZone = program.timeZone === null ? null : parseZone(program.timeZone);
  if (program.timeZone !== null && timeZone === null) throw new Refused("bad_settings");
  if (problemOf("program", program) !== null) throw new Refused("bad_settings");
  return { ...program, timeZone };
}

function savePractice(
  connection: WriteConnection,
  { program: { programId }, practice }: ProgramSettings,
  author: Author,
): void {
  const before = connection.first(practiceQuery(connection, programId));
  if (before?.practice === practice) return;
  if (before !== undefined) {
    const stood = JSON.parse(before.practice) as Fields;
    const correction = { recordType: "program_practice", recordId: programId, patientId: null };
    appendRevision(connection, { ...correction, before: stood }, author);
  }
  const row = {
    practice,
    revision: (before?.revision ?? 0) + 1,
    changed_at: author.at,
    changed_by: author.by,
  };
  connection.run(
    connection.change
      .insertInto("program_practices")
      .values({ program_id: programId, ...row })
      .onConflict((conflict) => conflict.column("program_id").doUpdateSet(row)),
  );
}

const OF_PROGRAM = `select distinct "patient_id" from "episodes" where "program_id" = ?`;
const OF_ALL = `select distinct "patient_id" from "episodes"`;

/** What the rules say rests on the program, and everything on the zone. */
function evaluateProgram(connection: WriteConnection, programId: string | null, author: Author): void {
  const rows =
    programId === null
      ? connection.statement(OF_ALL).all([])
      : connection.statement(OF_PROGRAM).all([programId]);
  const patientIds = rows.map(([patientId]) => String(patientId));
  const site = readSite(connection);
  evaluateAgain(connection, patientIds, site, dateOf(author.at, site.zone));
}

/**
 * Adds a program. Part of the act that enters it in the audit.
 * @throws Refused id_taken, bad_settings.
 */
export function addProgram(connection: WriteConnection, given: ProgramSettings, author: Author): void {
  const program = sound(given.program);
  connection.act(() => {
    if (findRow(connection, shape, fieldsOf(program)) !== null) throw new Refused("id_taken");
    const newZone = settleZone(connection, program.timeZone);
    insertRow(connection, shape, fieldsOf(program));
    savePractice(connection, { program, practice: given.practice }, author);
    if (newZone) evaluateProgram(connection, null, author);
    appendChanges(connection, [null], "program");
  });
}

/**
 * Changes a program. What stood before stays as a revision, and the patients of the program are evaluated anew, because
 * the rules read its settings. Part of the act that enters it in the audit.
 * @throws Refused no_such_entry, changed_meanwhile, bad_settings.
 */
export function saveProgram(
  connection: WriteConnection,
  given: ProgramSettings & { readonly revision: number },
  author: Author,
): void {
  const program = sound(given.program);
  const { programId } = program;
  connection.act(() => {
    const stood = readProgram(connection, programId);
    if (stood === null) throw new Refused("no_such_entry");
    if (stood.revision !== given.revision) throw new Refused("changed_meanwhile");
    const newZone = settleZone(connection, program.timeZone);
    const before = fieldsOf(stood.program);
    savePractice(connection, { program, practice: given.practice }, author);
    if (firstDifference(shape.columns, before, fieldsOf(program)) !== null) {
      const correction = { recordType: "program", recordId: programId, patientId: null, before };
      appendRevision(connection, correction, author);
      updateRow(connection, shape, fieldsOf(program));
      evaluateProgram(connection, newZone ? null : programId, author);
    }
    appendChanges(connection, [null], "program");
  });
}
