import type { Paper } from "@soundings/clinical";
import type { InternalFile, InternalFileInput, PaperInput, PatientInput } from "@soundings/contract";
import type { AuditEvent } from "@soundings/records";
import { readPatientPage } from "../patient/read.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_patient, no_such_episode. */
export async function readPaper(asked: Asked, input: PaperInput): Promise<Paper> {
  const { picture, asOf } = await readPatientPage(asked, input);
  const sections = [{ kind: "picture", heading: "The course", picture }] as const;
  return { kind: input.paper, title: "Summary", asOf, about: [], sections, leftOut: [], foot: "" };
}

/** @throws AppError no_such_patient, no_such_episode. */
export async function makeInternalFile(asked: Asked, input: InternalFileInput): Promise<InternalFile> {
  const { patient } = await readPatientPage(asked, input);
  return { name: `${patient.patientId}.csv`, mediaType: "text/csv", base64: "" };
}

/** Which paper of whom, and in which form. */
export function paperEntry(
  { patientId, asOf, episodeId }: PatientInput,
  paper: string,
  form: string,
): AuditEvent {
  return { event: "paper_made", patientId, detail: { paper, form, asOf, episodeId } };
}
