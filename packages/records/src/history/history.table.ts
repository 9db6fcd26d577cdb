import type { Instant } from "@soundings/clinical";
import type { Generated } from "kysely";

/** What stood before a correction. Rows are only ever added. */
export interface RevisionTable {
  id: Generated<number>;
  record_kind: string;
  record_key: string;
  /** null for a program or a member of staff. */
  patient_id: string | null;
  /** 1 for the first value that was corrected. */
  revision: number;
  batch_id: string | null;
  changed_at: Instant;
  changed_by: string;
  reason: string | null;
  /** The record as it stood, JSON. */
  before: string;
}

/** `import`: a batch came to its end; `note`: a note of program outcomes; no chart changed by either. `notice`: somebody was told something. */
export type RecordedChange = "records" | "program" | "day" | "import" | "note" | "notice";

/** One entry a transaction and patient, so that another process's write is noticed by its number. */
export interface ChangeTable {
  seq: Generated<number>;
  at: Instant;
  /** null when the change is not of one patient; of a notice, the person whom it is for. */
  patient_id: string | null;
  kind: RecordedChange;
}
