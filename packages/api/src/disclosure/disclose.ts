import { noticeName, PART_2_STATEMENT } from "@soundings/clinical";
import type { DisclosedDocument, DisclosedForm, DiscloseInput } from "@soundings/contract";
import { type Disclosing, discloseMade, type ReadStore, visiblePatient } from "@soundings/records";
import { openingFor } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import { untilFree } from "../patience.ts";
import type { Asked } from "../trpc.ts";
import { type Chosen, documentOf } from "./document.ts";
import { documentAsCsv } from "./document-csv.ts";
import { documentAsHtml } from "./document-html.ts";
import { documentAsWorkbook } from "./document-xlsx.ts";
import { paperLeaving } from "./paper-leaving.ts";

const PDF = { mediaType: "application/pdf", ending: "pdf" } as const;
const FILES = {
  csv: { mediaType: "text/csv", ending: "csv" },
  print: { mediaType: "text/html", ending: "html" },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: "xlsx",
  },
  summary: PDF,
  review: PDF,
  patient_copy: PDF,
} as const satisfies Record<DisclosedForm, Pick<DisclosedDocument, "mediaType"> & { ending: string }>;

const TEXTS = { csv: documentAsCsv, print: documentAsHtml } as const;
type TextForm = keyof typeof TEXTS;

function chosenIn({ what, basis }: DiscloseInput): Chosen {
  return { what: [...new Set(what)], basis };
}

/** What the gate is asked for, and how a document of text is written once a ground holds. */
export function documentWanted(input: DiscloseInput & { readonly form: TextForm }) {
  const chosen = chosenIn(input);
  const wanted = { ...input, what: chosen.what, notice: noticeName(PART_2_STATEMENT) };
  const write = (disclosing: Disclosing) =>
    Buffer.from(TEXTS[input.form](documentOf(disclosing, chosen, PART_2_STATEMENT)), "utf8");
  return { wanted, write };
}

async function made(store: ReadStore, input: DiscloseInput, disclosing: Disclosing): Promise<Uint8Array> {
  const { form, episodeId } = input;
  if (form === "csv" || form === "print") return documentWanted({ ...input, form }).write(disclosing);
  const chosen = chosenIn(input);
  if (form === "xlsx") return documentAsWorkbook(documentOf(disclosing, chosen, PART_2_STATEMENT));
  return paperLeaving(store, disclosing, { kind: form, episodeId, chosen, notice: PART_2_STATEMENT });
}

/** The copy in plain words is the patient's own. */
function mayTake({ form, basis }: DiscloseInput): boolean {
  if (form !== "patient_copy" || basis.by === "consent") return true;
  return basis.by === "other" && basis.basis === "to_patient";
}

/**
 * Lets the chosen parts of a record out as a document, entered in the patient's list of disclosures and in the audit.
 * @throws AppError no_such_patient, no_such_episode, copy_not_theirs; basis_missing when no ground holds, record_changing,
 * audit_unwritable: then nothing has left.
 */
export async function disclose(asked: Asked, input: DiscloseInput): Promise<DisclosedDocument> {
  const { store, scope, actor, now, today, person, action } = asked;
  if (!visiblePatient(store, scope, input.patientId)) throw new AppError("no_such_patient");
  if (!mayTake(input)) throw new AppError("copy_not_theirs");
  const wanted = { ...input, what: chosenIn(input).what, notice: noticeName(PART_2_STATEMENT) };
  const openingId = openingFor({ services: asked, person, action }, input.patientId);
  const leaving = { wanted, at: now(), openingId };
  const disclosed = await discloseMade(store.writer, actor, leaving, async (disclosing) => {
    const bytes = await made(store, input, disclosing);
    await untilFree(store.writer);
    return bytes;
  });
  if (disclosed === null) throw new AppError("basis_missing");
  const { disclosureId, bytes } = disclosed;
  const { mediaType, ending } = FILES[input.form];
  const name = `disclosure-${today()}-${disclosureId}.${ending}`;
  return { disclosureId, name, mediaType, base64: Buffer.from(bytes).toString("base64") };
}
