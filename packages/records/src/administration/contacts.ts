import type { Instant } from "@soundings/clinical";
import { appendChanges } from "../history/changes.ts";
import { type Author, appendRevision } from "../history/revisions.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import { Refused } from "./refused.ts";

/** What the clinic keeps here of reaching a patient; `null` is "not known". */
export interface ContactNotes {
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly reachBy: string | null;
  readonly emergencyName: string | null;
  readonly emergencyRelation: string | null;
  readonly emergencyPhone: string | null;
}

/** How to reach a patient: the records' own name, phone, e-mail and language, and what is kept here. */
export interface Contact extends ContactNotes {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string | null;
  /** 0 when nothing was ever saved. */
  readonly revision: number;
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
}

export function contactQuery(connection: ReadConnection, patientId: string) {
  return connection.query
    .selectFrom("patients as p")
    .leftJoin("contacts as c", "c.patient_id", "p.patient_id")
    .select([
      "p.patient_id as patientId",
      "p.given_name as givenName",
      "p.family_name as familyName",
      "p.phone",
      "p.email",
      "p.language",
      "c.preferred_name as preferredName",
      "c.pronouns",
      "c.reach_by as reachBy",
      "c.emergency_name as emergencyName",
      "c.emergency_relation as emergencyRelation",
      "c.emergency_phone as emergencyPhone",
      "c.revision",
      "c.changed_at as changedAt",
      "c.changed_by as changedBy",
    ])
    .where("p.patient_id", "=", patientId);
}

/** How to reach a patient; null when there is no such patient. */
export function readContact(connection: ReadConnection, patientId: string): Contact | null {
  const found = connection.first(contactQuery(connection, patientId));
  return found === undefined ? null : { ...found, revision: found.revision ?? 0 };
}

function notesOf(contact: ContactNotes): ContactNotes {
  const { preferredName, pronouns, reachBy, emergencyName, emergencyRelation, emergencyPhone } = contact;
  return { preferredName, pronouns, reachBy, emergencyName, emergencyRelation, emergencyPhone };
}

/** A change of the contact details of one patient, made on the revision that the person saw. */
export interface ContactChange {
  readonly patientId: string;
  readonly revision: number;
  readonly notes: ContactNotes;
}

/**
 * Replaces what is kept of reaching a patient. What stood before stays as a revision.
 * @throws Refused no_such_patient, changed_meanwhile.
 */
export function saveContact(
  connection: WriteConnection,
  { patientId, revision, notes }: ContactChange,
  author: Author,
): void {
  connection.act(() => {
    const before = readContact(connection, patientId);
    if (before === null) throw new Refused("no_such_patient");
    if (before.revision !== revision) throw new Refused("changed_meanwhile");
    if (revision > 0) {
      const stood = { recordType: "contact", recordId: patientId, patientId, before: { ...notesOf(before) } };
      appendRevision(connection, stood, author);
    }
    const row = {
      preferred_name: notes.preferredName,
      pronouns: notes.pronouns,
      reach_by: notes.reachBy,
      emergency_name: notes.emergencyName,
      emergency_relation: notes.emergencyRelation,
      emergency_phone: notes.emergencyPhone,
      revision: revision + 1,
      changed_at: author.at,
      changed_by: author.by,
    };
    connection.run(
      connection.change
        .insertInto("contacts")
        .values({ patient_id: patientId, ...row })
        .onConflict((conflict) => conflict.column("patient_id").doUpdateSet(row)),
    );
    appendChanges(connection, [patientId], "records");
  });
}
