import type { CaseloadFilter, CaseloadOptions, CaseloadPage } from "@soundings/contract";
import {
  type AuditEvent,
  appendAudit,
  caseloadPage,
  latestChange,
  listPrograms,
  listStaff,
} from "@soundings/records";
import { listEntry } from "../access/entries.ts";
import { scopeOf } from "../access/scope.ts";
import { askedDay } from "../day.ts";
import type { Asked } from "../trpc.ts";

/**
 * Today from stored summaries. An earlier day, and today while a stored summary is still of yesterday, computed again
 * beside this thread, and kept for the next who asks with the same scope.
 */
export async function readCaseload(asked: Asked, filter: CaseloadFilter): Promise<CaseloadPage> {
  const { store, scope, calculator, earlierDays } = asked;
  const today = asked.today();
  const { asOf: wanted, ...rest } = filter;
  const asOf = askedDay(wanted, today);
  const stored = asOf === today ? await caseloadPage(store, { scope, filter: rest }, today) : null;
  if (stored !== null) return stored;
  const key = JSON.stringify([latestChange(store), today, asOf, scope, Object.entries(rest).sort()]);
  return earlierDays.get(key, () => calculator.ask({ kind: "caseload", scope, filter: rest, asOf, today }));
}

/** A search is entered by how many words it had and how many rows it found: its text may be a name. */
export function caseloadEntry(filter: CaseloadFilter, { rows, total }: CaseloadPage): AuditEvent {
  const { q, ...rest } = filter;
  const words = (q ?? "").split(/\s+/).filter((word) => word !== "").length;
  if (words === 0) return listEntry("caseload_viewed", { ...rest, total }, rows);
  return listEntry("patient_searched", { ...rest, words, total }, rows);
}

/**
 * Enters who was on the list that goes to a printer: whom the list shows, which is fewer than whose pages may be printed.
 * Nobody is told of them again.
 */
export async function notePrinted(asked: Asked, filter: CaseloadFilter): Promise<{ readonly done: true }> {
  const action = "caseload.view";
  const listing = { ...asked, action, scope: scopeOf(asked, asked.person, action) } as const;
  const { detail, ...entry } = caseloadEntry(filter, await readCaseload(listing, filter));
  appendAudit(asked.store.writer, asked.actor, {
    ...entry,
    event: "patient_printed",
    detail: { what: "caseload", ...detail },
  });
  return { done: true };
}

/** The staff and the programs of the caseload in scope, with counts over it. */
export async function readOptions({
  store,
  scope,
}: Pick<Asked, "store" | "scope">): Promise<CaseloadOptions> {
  return { staff: await listStaff(store, scope), programs: await listPrograms(store, scope) };
}
