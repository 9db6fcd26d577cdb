import type { Injection, MedicationNote, Note } from "@soundings/clinical";
import { type Codecs, type Shape, shape } from "./shapes.ts";

interface OwnOfKind {
  readonly note: Note;
  readonly medication_note: MedicationNote;
  readonly injection: Injection;
}
/** The kinds of record that are entered here and have no file in the clinic export. */
export type OwnKind = keyof OwnOfKind;

const CODECS: { readonly [Kind in OwnKind]: Codecs<OwnOfKind[Kind]> } = {
  note: { noteId: "text", patientId: "text", on: "text", text: "text", by: "text", recordedAt: "text" },
  medication_note: {
    medicationNoteId: "text",
    patientId: "text",
    on: "text",
    medication: "text",
    kind: "text",
    adherence: "text",
    text: "text",
    by: "text",
    recordedAt: "text",
  },
  injection: {
    injectionId: "text",
    patientId: "text",
    medication: "text",
    dose: "text",
    intervalDays: "number",
    givenOn: "text",
    givenBy: "text",
    nextDueOn: "text",
    by: "text",
    recordedAt: "text",
  },
};

export const OWN_SHAPES: { readonly [Kind in OwnKind]: Shape } = {
  note: shape("notes", CODECS.note, ["noteId"]),
  medication_note: shape("medication_notes", CODECS.medication_note, ["medicationNoteId"]),
  injection: shape("injections", CODECS.injection, ["injectionId"]),
};

export const OWN_KINDS = Object.keys(OWN_SHAPES) as readonly OwnKind[];

export function isOwnKind(kind: string): kind is OwnKind {
  return Object.hasOwn(OWN_SHAPES, kind);
}
