import { makePaper, type Paper } from "@soundings/clinical";
import {
  DISCLOSABLE,
  type Disclosable,
  type InternalFile,
  type InternalFileInput,
  PAPER_NAMES,
  type PaperInput,
  type PatientInput,
  type PatientPage,
} from "@soundings/contract";
import { INTERNAL_COPY, paperAsPdf, patientSheets, workbookOf } from "@soundings/interchange";
import { type AuditEvent, readChart, siteOf } from "@soundings/records";
import { momentInWords } from "../disclosure/document.ts";
import { documentAsCsv } from "../disclosure/document-csv.ts";
import { partsOf } from "../disclosure/rows.ts";
import { AppError } from "../errors.ts";
import { correctionsFor, readPatientPage } from "../patient/read.ts";
import type { Asked } from "../trpc.ts";

/** A paper to look at and to print. @throws AppError no_such_patient, no_such_episode. */
export async function readPaper(asked: Asked, input: PaperInput): Promise<Paper> {
  return makePaper(input.paper, await readPatientPage(asked, input));
}

function madeInWords({ store, now, person }: Asked): string {
  return `${momentInWords(now(), siteOf(store))} by ${person.name}`;
}

type Fact = readonly [label: string, text: string];

const HELD = {
  xlsx: "The whole record of the patient as it stands now, every stay.",
  csv: "Every stay of the patient as it stands now, without free text, notes, injections and corrections: the workbook has them.",
} as const;

function aboutData(asked: Asked, { patient }: PatientPage, form: keyof typeof HELD): readonly Fact[] {
  return [
    ["Internal copy", `${INTERNAL_COPY}. What leaves the program is made as a disclosure.`],
    ["Record number", patient.patientId],
    ["Name", `${patient.givenName} ${patient.familyName}`],
    ["Birth date", patient.birthDate],
    ["Made", madeInWords(asked)],
    ["What it holds", HELD[form]],
    ["How to read it", "“No data” means that nothing is on record. It never means a normal result."],
  ];
}

async function wholeRecord({ store }: Asked, { patient }: PatientPage) {
  const chart = await readChart(store, patient.patientId);
  if (chart === null) throw new AppError("no_such_patient");
  return { chart, site: siteOf(store) };
}

async function dataAsWorkbook(asked: Asked, page: PatientPage): Promise<Uint8Array> {
  const corrections = correctionsFor(asked, page.patient.patientId, page.asOf, Number.MAX_SAFE_INTEGER);
  const about = aboutData(asked, page, "xlsx");
  return workbookOf(patientSheets({ ...(await wholeRecord(asked, page)), about, corrections }));
}

async function dataAsCsv(asked: Asked, page: PatientPage): Promise<Uint8Array> {
  const every = Object.keys(DISCLOSABLE) as Disclosable[];
  const parts = partsOf(every, { ...(await wholeRecord(asked, page)), at: asked.now() });
  const [, ...about] = aboutData(asked, page, "csv");
  return Buffer.from(documentAsCsv({ notice: INTERNAL_COPY, about, parts }), "utf8");
}

const ENDINGS = {
  xlsx: {
    ending: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: dataAsWorkbook,
  },
  csv: { ending: "csv", mediaType: "text/csv", write: dataAsCsv },
} as const;

/** Names no patient but by record number. */
function nameOf({ patient, asOf }: PatientPage, what: string, ending: string): string {
  return `internal-${what.toLowerCase().replaceAll(" ", "-")}-${patient.patientId}-${asOf}.${ending}`;
}

/** A file for use inside the program. @throws AppError no_such_patient, no_such_episode. */
export async function makeInternalFile(asked: Asked, input: InternalFileInput): Promise<InternalFile> {
  const { form } = input;
  const page = await readPatientPage(asked, input);
  if (form === "xlsx" || form === "csv") {
    const { ending, mediaType, write } = ENDINGS[form];
    const bytes = await write(asked, page);
    return { name: nameOf(page, "data", ending), mediaType, base64: Buffer.from(bytes).toString("base64") };
  }
  const bytes = await paperAsPdf(makePaper(form, page), {
    recordNumber: page.patient.patientId,
    madeAt: asked.now(),
    made: madeInWords(asked),
    leaving: null,
  });
  return {
    name: nameOf(page, PAPER_NAMES[form], "pdf"),
    mediaType: "application/pdf",
    base64: Buffer.from(bytes).toString("base64"),
  };
}

/** Which paper of whom, and in which form. */
export function paperEntry(
  { patientId, asOf, episodeId }: PatientInput,
  paper: string,
  form: string,
): AuditEvent {
  return { event: "paper_made", patientId, detail: { paper, form, asOf, episodeId } };
}
