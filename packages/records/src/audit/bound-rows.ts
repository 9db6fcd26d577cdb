import type { ReadConnection } from "../store/sqlite.ts";
import { sha256 } from "./entry.ts";

/** What an entry can vouch for beside itself, with the columns that never change after it. */
const BOUND = {
  consents: {
    key: "consent_id",
    columns: [
      "patient_id",
      "discloser",
      "recipient",
      "recipient_kind",
      "what",
      "purpose",
      "purpose_kind",
      "ends_by",
      "ends_on",
      "ends_event",
      "signed_on",
      "signed_by",
      "recorded_at",
      "recorded_by",
    ],
  },
  consent_endings: {
    key: "consent_id",
    columns: ["how", "ended_on", "why", "recorded_at", "recorded_by"],
  },
  disclosures: {
    key: "disclosure_id",
    columns: [
      "patient_id",
      "at",
      "person_id",
      "actor",
      "form",
      "what",
      "recipient",
      "purpose",
      "basis",
      "basis_detail",
      "consent_id",
      "notice",
      "digest",
    ],
  },
  openings: {
    key: "opening_id",
    columns: ["person_id", "patient_id", "reason", "opened_at", "expires_at"],
  },
  outcome_notes: {
    key: "note_id",
    columns: ["program_id", "on", "text", "by", "recorded_at"],
  },
  outcome_reports: {
    key: "report_id",
    columns: ["made_at", "by", "as_of", "programs", "question", "definitions", "rules", "json", "document"],
  },
  notices: {
    key: "notice_id",
    columns: ["person_id", "kind", "about_person_id", "opening_id", "detail", "at"],
  },
} as const;

type BoundTable = keyof typeof BOUND;

/** A row that an entry of the audit vouches for. */
export type BoundRow = readonly [table: BoundTable, id: string];

export function isBoundTable(table: string): table is BoundTable {
  return Object.hasOwn(BOUND, table);
}

/** SHA-256 over the JSON list of a row's columns; null when it is not there. */
export function digestOfRow(connection: ReadConnection, [table, id]: BoundRow): string | null {
  const { key, columns } = BOUND[table];
  const list = [key, ...columns].map((column) => `"${column}"`).join(", ");
  const row = connection.statement(`select ${list} from "${table}" where "${key}" = ?`).get([id]);
  return row === undefined ? null : sha256(JSON.stringify(row));
}

/** How an entry names the rows: table, id, digest. */
export function boundRows(
  connection: ReadConnection,
  rows: readonly BoundRow[],
): readonly (readonly [table: string, id: string, digest: string | null])[] {
  return rows.map((row) => [...row, digestOfRow(connection, row)]);
}
