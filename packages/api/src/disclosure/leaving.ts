import { type Instant, noticeName, PART_2_STATEMENT } from "@soundings/clinical";
import {
  DISCLOSABLE,
  type DisclosureBasis,
  discloseInput,
  disclosureBasis,
  OTHER_BASES,
} from "@soundings/contract";
import type { Leaving } from "@soundings/interchange";
import {
  type Actor,
  type OwnBasis,
  type ReadStore,
  recordDisclosures,
  writeBeside,
} from "@soundings/records";
import { CommandError } from "../sentence.ts";
import { basisInWords } from "./document.ts";

/** What a command says of records that it lets out, as it was typed. */
export interface LeavingGiven {
  /** `medical_emergency`, or `other:` with the name of another ground. */
  readonly basis: string;
  readonly recipient?: string | undefined;
  readonly purpose?: string | undefined;
  /** Why the ground applies; of an emergency its nature. */
  readonly explanation?: string | undefined;
  /** Of an emergency: to whom the recipient belongs. */
  readonly affiliation?: string | undefined;
}

interface LeavingNamed {
  readonly basis: OwnBasis;
  readonly recipient: string;
  readonly purpose: string;
}

const OTHER = "other:";
/** A clinic export is the whole record: besides what a consent can name, diagnoses and free text. */
const EVERYTHING: readonly string[] = [...Object.keys(DISCLOSABLE), "diagnoses", "notes"];

function basisNamed({ basis, explanation, affiliation }: LeavingGiven): DisclosureBasis | undefined {
  if (basis === "consent") {
    throw new CommandError(
      "A consent is one patient's, so an export of many cannot leave on it. Nothing was written. Disclose from the patient's page, or name another basis.",
    );
  }
  const other = basis.startsWith(OTHER) ? basis.slice(OTHER.length) : null;
  if (basis !== "medical_emergency" && (other === null || !Object.hasOwn(OTHER_BASES, other))) {
    const names = Object.keys(OTHER_BASES).join(", ");
    throw new CommandError(
      `There is no such basis. Nothing was written. Name medical_emergency, or ${OTHER} and one of ${names}.`,
    );
  }
  const named =
    other === null
      ? { by: "medical_emergency", recipientAffiliation: affiliation, nature: explanation }
      : { by: "other", basis: other, explanation };
  return disclosureBasis.safeParse(named).data;
}

/**
 * The basis on which an export may leave, and for whom and what.
 * @throws CommandError when it is no such basis, or something that has to be on record is missing.
 */
export function leavingNamed(given: LeavingGiven): LeavingNamed {
  const basis = basisNamed(given);
  const { data: recipient } = discloseInput.shape.recipient.safeParse(given.recipient);
  const { data: purpose } = discloseInput.shape.purpose.safeParse(given.purpose);
  if (basis === undefined || basis.by === "consent" || recipient === undefined || purpose === undefined) {
    const more = given.basis === "medical_emergency" ? ", --affiliation" : "";
    throw new CommandError(
      `What leaves needs --recipient, --purpose${more} and --explanation, in a few words of one line each. Nothing was written. Name them, or leave --basis out for an internal copy.`,
    );
  }
  return { basis, recipient, purpose };
}

interface LeavingExport {
  readonly named: LeavingNamed;
  readonly actor: Actor;
  readonly at: Instant;
  /** Asked for when the export is complete, so that it names those who are in it. */
  readonly patientIds: Iterable<string>;
}

/**
 * The notice of an export that leaves, and the step that enters it for every patient in it, in the list of disclosures and
 * in the audit, before the first file takes its name.
 */
export function leavingOf(store: ReadStore, { named, actor, at, patientIds }: LeavingExport): Leaving {
  const { basis, recipient, purpose } = named;
  const notice = [
    PART_2_STATEMENT.text,
    "",
    `To: ${recipient}`,
    `Purpose: ${purpose}`,
    `Basis: ${basisInWords(basis as DisclosureBasis)}`,
    `Disclosed: ${at} by ${actor.name}`,
    `Notice: ${noticeName(PART_2_STATEMENT)}, ${PART_2_STATEMENT.source}`,
    "",
  ].join("\n");
  return {
    notice,
    sealed(digest) {
      const many = {
        form: "clinic_export",
        what: EVERYTHING,
        recipient,
        purpose,
        notice: noticeName(PART_2_STATEMENT),
        patientIds,
        basis,
        digest,
      };
      const entered = writeBeside(store, (writer) => recordDisclosures(writer, actor, many, at));
      if (entered === null) {
        throw new CommandError("What leaves has no basis. Nothing was written. Name one with --basis.");
      }
    },
  };
}
