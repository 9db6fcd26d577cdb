import type { PaperKind } from "@soundings/clinical";
import type { InternalFileInput } from "@soundings/contract";

/** Who reads a paper, said before it is chosen. */
export const PAPER_FOR: Readonly<Record<PaperKind, string>> = {
  summary: "For the team: who, the timeline, findings, decisions and medication on one page.",
  review: "For a payer: the criteria for the level of care, each with its values.",
  patient_copy: "For the patient: the own course in plain words, without rules and flags.",
};

/** `The PDF`, as a message names what was saved. */
export const FILE_WORDS: Readonly<Record<InternalFileInput["form"], string>> = {
  summary: "The PDF",
  review: "The PDF",
  patient_copy: "The PDF",
  xlsx: "The workbook",
  csv: "The table",
};
