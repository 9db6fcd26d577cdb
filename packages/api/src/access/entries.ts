import type { AuditEvent } from "@soundings/records";

/** The entry of a list: what it was filtered by, and every patient that it showed. */
export function listEntry(
  event: string,
  filter: Readonly<Record<string, unknown>>,
  rows: readonly { readonly patientId: string }[],
): AuditEvent {
  return { event, detail: { ...filter, rows: rows.length }, listed: rows.map(({ patientId }) => patientId) };
}
