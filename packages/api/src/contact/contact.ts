import type { ContactDetails, SaveContactInput } from "@soundings/contract";
import { type Contact, readContact, saveContact, visiblePatient } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_patient */
function within({ store, scope }: Asked, patientId: string): void {
  if (!visiblePatient(store, scope, patientId)) throw new AppError("no_such_patient");
}

function shown(contact: Contact | null): ContactDetails {
  if (contact === null) throw new AppError("no_such_patient");
  return contact;
}

export function readContactDetails(
  asked: Asked,
  { patientId }: { readonly patientId: string },
): ContactDetails {
  within(asked, patientId);
  return shown(readContact(asked.store.reader, patientId));
}

/** An emptied field is "not known". */
const known = (text: string | null) => (text === "" ? null : text);

export function saveContactDetails(asked: Asked, input: SaveContactInput): ContactDetails {
  const { store, actor, now } = asked;
  const { patientId, revision } = input;
  within(asked, patientId);
  const notes = {
    preferredName: known(input.preferredName),
    pronouns: known(input.pronouns),
    reachBy: known(input.reachBy),
    emergencyName: known(input.emergencyName),
    emergencyRelation: known(input.emergencyRelation),
    emergencyPhone: known(input.emergencyPhone),
  };
  const author = { by: actor.name, at: now(), reason: null, batchId: null };
  saveContact(store.writer, { patientId, revision, notes }, author);
  return shown(readContact(store.writer, patientId));
}
