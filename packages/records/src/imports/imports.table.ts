import type { Instant, RejectionCode, ZoneName } from "@soundings/clinical";
import type { Generated } from "kysely";

export type BatchState = "staging" | "applying" | "done" | "abandoned";

export interface ImportBatchTable {
  /** In the order in which they were begun. */
  number: Generated<number>;
  batch_id: string;
  source: string;
  started_by: string;
  reason: string | null;
  state: BatchState;
  started_at: Instant;
  finished_at: Instant | null;
  /** Counts by file name, JSON. */
  files: string;
  rejected: number;
  warnings: number;
  /** The zone that this batch's first program named, when the site had none. */
  zone: ZoneName | null;
  /** How far applying has come: the last set-aside row, warning and patient that are in. */
  set_aside_through: number;
  warnings_through: number;
  programs_done: 0 | 1;
  patients_through: string;
  /** Who answers for it in the audit, JSON; null of batches from before there was one. */
  actor: string | null;
  /** The set-aside row that this batch takes in, mended; null of a folder. */
  mends: number | null;
}

/**
 * `retried`: a mended row went in; `dismissed`: somebody decided that it will not be taken in; `superseded`: a later import
 * has the same row set aside again, or took in a row of the same key.
 */
export type SetAsideState = "open" | "retried" | "dismissed" | "superseded";

export interface SetAsideTable {
  id: Generated<number>;
  batch_id: string;
  file: string;
  line: number;
  column_name: string;
  code: RejectionCode;
  message: string;
  /** Cells by column, JSON; null when the row could not be taken apart. */
  cells: string | null;
  raw: string | null;
  state: SetAsideState;
  resolved_at: Instant | null;
  resolved_by: string | null;
  /** The number of the import that superseded it, which says by whom and when. */
  superseded_by: number | null;
}

export interface ImportWarningTable {
  id: Generated<number>;
  batch_id: string;
  file: string;
  line: number;
  column_name: string;
  code: string;
  message: string;
}
