import type { CalendarDate } from "../calendar/types.ts";

/** From the most urgent to the least; the order is the order of the worklist. */
export const URGENCIES = ["immediate", "same_day", "this_week", "routine"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** In the order of the worklist. */
export const FINDING_KINDS = ["escalate", "review", "step_down", "data"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const EVIDENCE_TYPES = [
  "assessment",
  "session",
  "screen",
  "medication_change",
  "event",
  "decision",
  "placement",
  "episode",
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** One dated value that a finding or a criterion rests on. `id` is the record's key (a placement's: episode id, `/`, start). */
export interface Evidence {
  readonly type: EvidenceType;
  readonly id: string;
  readonly on: CalendarDate;
  readonly text: string;
}

/** What a rule says about one episode as of one date; pure and recomputable. Written to JSON as it stands. */
export interface Finding {
  readonly rule: string;
  readonly version: number;
  readonly patient_id: string;
  readonly episode_id: string;
  readonly as_of: CalendarDate;
  readonly kind: FindingKind;
  readonly urgency: Urgency;
  readonly headline: string;
  readonly evidence: readonly Evidence[];
  readonly clears: string;
  readonly source: string;
}
