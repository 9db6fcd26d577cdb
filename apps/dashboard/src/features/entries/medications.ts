import type { EpisodePicture } from "@soundings/clinical";
import type { EntryDraft } from "./draft.ts";

export interface PresentMedication {
  readonly medication: string;
  /** Dose, unit and frequency as one text; empty when none is known. */
  readonly doseText: string;
  readonly since: string;
}

/** What the patient takes as of the day of the page. */
export function presentMedications({ medications }: Pick<EpisodePicture, "medications">) {
  return medications.flatMap(({ medication, segments }): PresentMedication[] => {
    const last = segments.at(-1);
    return last?.to === null ? [{ medication, doseText: last.doseText, since: last.from }] : [];
  });
}

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export function presentOf(all: readonly PresentMedication[], medication: string): PresentMedication | null {
  return all.find((one) => sameText(one.medication, medication)) ?? null;
}

/** `50 mg daily`: a number, its unit, and how often. */
const DOSE = /^[\d.,]+\s+(?<unit>[^\s\d]\S*)(?:\s+(?<frequency>\S.*))?$/;

/**
 * After a present medication was named for a change of dose: its unit and frequency, where nothing was typed there. The
 * dose itself is what changes.
 */
export function withPresentUnit(draft: EntryDraft, all: readonly PresentMedication[]): EntryDraft {
  const present = presentOf(all, draft.medication);
  if (draft.change !== "dose" || present === null) return draft;
  const { unit, frequency } = DOSE.exec(present.doseText)?.groups ?? {};
  return {
    ...draft,
    unit: draft.unit || (unit ?? ""),
    frequency: draft.frequency || (frequency ?? ""),
  };
}
