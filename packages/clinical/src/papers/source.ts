import type { CalendarDate } from "../calendar/types.ts";
import type { EpisodeCourse } from "../course/types.ts";
import type { Finding } from "../findings/types.ts";
import type { MedicationLens } from "../lens/types.ts";
import type { EpisodePicture } from "../picture/types.ts";
import type { Patient } from "../records/types.ts";
import type { StepDownCard } from "../step-down/types.ts";
import { PAPER_PARTS, type PaperPart } from "./types.ts";

/** What papers are made of: what the patient's page holds as of a day. */
export interface PaperSource {
  readonly asOf: CalendarDate;
  readonly patient: Pick<Patient, "patientId" | "givenName" | "familyName" | "birthDate">;
  /** Whole years on the day. */
  readonly age: number;
  readonly programName: string;
  readonly therapistName: string | null;
  readonly prescriberName: string | null;
  readonly picture: EpisodePicture;
  readonly findings: readonly Finding[];
  /** Null for who is not in an active stay at PHP or IOP. */
  readonly stepDown: StepDownCard | null;
  readonly course: EpisodeCourse;
  readonly lens: MedicationLens;
}

/** How much of a record a paper may hold. */
export interface PaperScope {
  readonly parts: ReadonlySet<PaperPart>;
  /** Free text is written for colleagues and may tell of anything; it does not leave the program. */
  readonly freeText: boolean;
}

/** For use inside the program: everything. */
export const WHOLE_RECORD: PaperScope = { parts: new Set(PAPER_PARTS), freeText: true };

export const NOT_IN_THIS_DOCUMENT = "Not part of this document.";
const NOTE_STAYS = "a note is on record and is not part of this document";
export const NO_DATA = "no data";

export function covers({ parts }: PaperScope, needed: readonly PaperPart[]): boolean {
  return needed.every((part) => parts.has(part));
}

/** A free text, or in a paper that leaves that there is one; null when there is none. */
export function freeText(text: string | null, scope: PaperScope): string | null {
  if (text === null || text.trim() === "") return null;
  return scope.freeText ? text.trim() : NOTE_STAYS;
}
