import type { AuditFile, AuditFilter } from "@soundings/contract";
import { csvLine, neutralizeFormula } from "@soundings/interchange";
import { auditEntries, type StoredEntry } from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { queryOf, reachOf } from "./reach.ts";

/** What one answer carries. A longer audit is taken out by days. */
const MOST_ENTRIES = 20_000;
const AT_ONCE = 500;

const COLUMNS = [
  "number",
  "at",
  "event",
  "outcome",
  "person_id",
  "actor",
  "patient_id",
  "patients",
  "outside",
  "request_id",
  "detail",
];

function lineOf(entry: StoredEntry): string {
  const cells = [
    String(entry.seq),
    entry.at,
    entry.event,
    entry.outcome,
    entry.personId ?? "",
    entry.actor,
    entry.patientId ?? "",
    entry.patients === null ? "" : String(entry.patients),
    entry.outside ? "yes" : "no",
    entry.requestId ?? "",
    JSON.stringify(entry.detail),
  ];
  return csvLine(cells.map(neutralizeFormula));
}

/** The audit as text for a spreadsheet, newest first; the oldest entries are left out when there are too many. */
export function auditAsFile(asked: Asked, filter: AuditFilter): AuditFile {
  const reach = reachOf(asked);
  const query = queryOf(asked, filter);
  const lines: string[] = [];
  let before: number | undefined;
  let more = true;
  while (more && lines.length < MOST_ENTRIES) {
    const found = auditEntries(asked.store, reach, query, { before, limit: AT_ONCE + 1 });
    lines.push(...found.slice(0, AT_ONCE).map(lineOf));
    before = found[AT_ONCE - 1]?.seq;
    more = found.length > AT_ONCE;
  }
  return {
    name: `audit-${asked.today()}.csv`,
    text: [csvLine(COLUMNS), ...lines].join(""),
    entries: lines.length,
    truncated: more,
  };
}
