import { noticeName, PART_2_STATEMENT } from "@soundings/clinical";
import type { DisclosedDocument, DiscloseInput } from "@soundings/contract";
import { type Disclosing, discloseRecords, visiblePatient } from "@soundings/records";
import { openingFor } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { documentOf } from "./document.ts";
import { documentAsCsv } from "./document-csv.ts";
import { documentAsHtml } from "./document-html.ts";

const FORMS = {
  csv: { write: documentAsCsv, mediaType: "text/csv", ending: "csv" },
  print: { write: documentAsHtml, mediaType: "text/html", ending: "html" },
} as const;

/** What the gate is asked for, and how the document is written once a ground holds. */
export function documentWanted(input: DiscloseInput) {
  const chosen = { what: [...new Set(input.what)], basis: input.basis };
  const form = FORMS[input.form === "csv" ? "csv" : "print"];
  const wanted = { ...input, what: chosen.what, notice: noticeName(PART_2_STATEMENT) };
  const write = (disclosing: Disclosing) =>
    Buffer.from(form.write(documentOf(disclosing, chosen, PART_2_STATEMENT)), "utf8");
  return { form, wanted, write };
}

/**
 * Lets the chosen parts of a record out as a document, entered in the patient's list of disclosures and in the audit.
 * @throws AppError no_such_patient; basis_missing when no ground holds, audit_unwritable: then nothing has left.
 */
export function disclose(asked: Asked, input: DiscloseInput): DisclosedDocument {
  const { store, scope, actor, now, today, person, action } = asked;
  if (!visiblePatient(store, scope, input.patientId)) throw new AppError("no_such_patient");
  const { form, wanted, write } = documentWanted(input);
  const at = now();
  const openingId = openingFor({ services: asked, person, action }, input.patientId);
  const disclosed = discloseRecords(store.writer, actor, { wanted, at, openingId }, write);
  if (disclosed === null) throw new AppError("basis_missing");
  const { disclosureId, bytes } = disclosed;
  const name = `disclosure-${today()}-${disclosureId}.${form.ending}`;
  return { disclosureId, name, mediaType: form.mediaType, base64: Buffer.from(bytes).toString("base64") };
}
