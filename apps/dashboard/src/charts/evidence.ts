import type { Evidence, EvidenceType } from "@soundings/clinical";

/** The records that a chosen finding rests on, by type and id; null when nothing is chosen. */
export type EvidenceSet = ReadonlySet<string> | null;

/** Whether a mark is one of the chosen records, stands back for them, or nothing is chosen. */
export type Standing = "plain" | "lit" | "dim";

/** Findings never rest on notes and injections; the timeline draws them all the same. */
export type RecordType = EvidenceType | "note" | "injection";

export function evidenceKey(type: RecordType, id: string): string {
  return `${type}:${id}`;
}

export function evidenceSet(evidence: readonly Evidence[] | null): EvidenceSet {
  return evidence && new Set(evidence.map(({ type, id }) => evidenceKey(type, id)));
}

export function standingOf(chosen: EvidenceSet, type: RecordType, id: string): Standing {
  if (chosen === null) return "plain";
  return chosen.has(evidenceKey(type, id)) ? "lit" : "dim";
}
