import type { Problem } from "@soundings/clinical";
import type { AddEntryInput, Entered, EntryFields, EntryKind } from "@soundings/contract";
import { parseCells } from "@soundings/interchange";
import { enterRecord, siteOf } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import type { Fields } from "./field-spec.ts";
import { requirePatient } from "./name.ts";
import { OWN_FIELDS, type OwnType, valuesOf } from "./own-fields.ts";

type ExportEntry = Exclude<EntryKind, OwnType>;

/** Where what is entered comes to stand in the clinic export: its columns, by property of the form. */
const COLUMNS: { readonly [Kind in ExportEntry]: Readonly<Record<string, string>> } = {
  medication_change: {
    on: "changed_on",
    change: "change",
    medication: "medication",
    dose: "dose",
    unit: "unit",
    frequency: "frequency",
    reason: "reason",
  },
  event: { on: "occurred_on", event: "kind", result: "result", note: "note" },
  decision: { on: "decided_on", decision: "decision", levelOfCare: "level_of_care", reason: "reason" },
};

/** The column that names a record, and what the ids of records entered here begin with. */
const IDS: { readonly [Kind in EntryKind]: readonly [column: string, prefix: string] } = {
  medication_change: ["medication_change_id", "MC"],
  event: ["event_id", "EV"],
  decision: ["decision_id", "DE"],
  note: ["noteId", "NO"],
  medication_note: ["medicationNoteId", "MN"],
  injection: ["injectionId", "IN"],
};

const isOwn = (kind: EntryKind): kind is OwnType => Object.hasOwn(OWN_FIELDS, kind);

/** A therapist may note a change that somebody else prescribed, so only a prescriber is named as the one. */
function staffCells({ person, now }: Asked, kind: ExportEntry): Readonly<Record<string, string>> {
  const staffId = person.staffId ?? "";
  const prescribes = person.roles.some(({ role }) => role === "prescriber");
  if (kind === "medication_change") return { prescriber_id: prescribes ? staffId : "" };
  return kind === "event" ? { recorded_at: now() } : { staff_id: staffId, recorded_at: now() };
}

function cellsOf(kind: ExportEntry, entry: EntryFields): Readonly<Record<string, string>> {
  const cells = Object.entries(COLUMNS[kind]).map(([property, column]) => {
    const value: unknown = Reflect.get(entry, property);
    return [column, value === null ? "" : String(value)];
  });
  return Object.fromEntries(cells) as Readonly<Record<string, string>>;
}

/** The form names its properties; a problem names the column. */
function fieldOf(kind: EntryKind, column: string): string {
  const found = isOwn(kind)
    ? OWN_FIELDS[kind].find(({ field }) => field === column)?.entry
    : Object.entries(COLUMNS[kind]).find(([, name]) => name === column)?.[0];
  return found ?? column;
}

function stillWrong(kind: EntryKind, { column, code, message }: Problem): Entered {
  return { outcome: "still_wrong", field: fieldOf(kind, column), code, message };
}

/** The values of a new record, by the cells that an import would read where there is a file for it. */
function valuesFor(asked: Asked, { patientId, entry }: AddEntryInput, recordId: string): Fields | Problem {
  const { kind } = entry;
  const [column] = IDS[kind];
  const now = asked.now();
  if (isOwn(kind)) {
    return { ...valuesOf(kind, entry), [column]: recordId, patientId, by: asked.actor.name, recordedAt: now };
  }
  const cells = {
    [column]: recordId,
    patient_id: patientId,
    ...staffCells(asked, kind),
    ...cellsOf(kind, entry),
  };
  const read = parseCells(kind, cells, { zone: siteOf(asked.store).zone, now, line: 1 });
  return read.taken ? (read.row.values as Fields) : read.problem;
}

const isProblem = (value: Fields | Problem): value is Problem => "code" in value && "message" in value;

/**
 * Enters what a clinician entered, by the laws of an import. The same `entryId` again changes nothing, and says so
 * when what was entered under it is not what comes now.
 * @throws AppError no_such_patient; bad_request when the id was used for another patient.
 */
export function addEntry(asked: Asked, input: AddEntryInput): Entered {
  const { patientId, entryId, entry } = input;
  requirePatient(asked, patientId);
  const recordId = `${IDS[entry.kind][1]}-${entryId.toLowerCase()}`;
  const values = valuesFor(asked, input, recordId);
  if (isProblem(values)) return stillWrong(entry.kind, values);
  const author = { by: asked.actor.name, at: asked.now(), reason: null };
  const recordType = entry.kind;
  const outcome = enterRecord(asked.store.writer, { patientId, recordType, values }, author);
  if (outcome === "id_taken") throw new AppError("bad_request");
  if (typeof outcome !== "string") return stillWrong(entry.kind, outcome);
  return { outcome, recordType, recordId };
}
