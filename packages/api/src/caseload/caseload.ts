import type { CaseloadFilter, CaseloadOptions, CaseloadPage } from "@soundings/contract";
import { type AuditEvent, caseloadPage, latestChange, listPrograms, listStaff } from "@soundings/records";
import { listEntry } from "../access/entries.ts";
import { askedDay } from "../day.ts";
import type { Services } from "../services.ts";
import type { Asked } from "../trpc.ts";

/**
 * Today from stored summaries. An earlier day, and today while a stored summary is still of yesterday, computed again
 * beside this thread, and kept for the next who asks with the same scope.
 */
export async function readCaseload(services: Asked, filter: CaseloadFilter): Promise<CaseloadPage> {
  const { store, calculator, earlierDays } = services;
  const today = services.today();
  const { asOf: asked, ...rest } = filter;
  const asOf = askedDay(asked, today);
  const stored = asOf === today ? await caseloadPage(store, rest, today) : null;
  if (stored !== null) return stored;
  const key = JSON.stringify([latestChange(store), today, asOf, Object.entries(rest).sort()]);
  return earlierDays.get(key, () => calculator.ask({ kind: "caseload", filter: rest, asOf, today }));
}

/** A search is entered by how many words it had and how many rows it found: its text may be a name. */
export function caseloadEntry(filter: CaseloadFilter, { rows, total }: CaseloadPage): AuditEvent {
  const { q, ...rest } = filter;
  const words = (q ?? "").split(/\s+/).filter((word) => word !== "").length;
  if (words === 0) return listEntry("caseload_viewed", { ...rest, total }, rows);
  return listEntry("patient_searched", { ...rest, words, total }, rows);
}

export async function readOptions({ store }: Services): Promise<CaseloadOptions> {
  return { staff: await listStaff(store), programs: await listPrograms(store) };
}
