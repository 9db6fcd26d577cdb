import { addDays, type Instant, startOfDay, type ZoneName } from "@soundings/clinical";
import type { AuditEntry, AuditFilter } from "@soundings/contract";
import { type AuditQuery, type AuditReach, type StoredEntry, siteOf } from "@soundings/records";
import { programsOf, reachesSite } from "../access/scope.ts";
import { dayNamed } from "../day.ts";
import type { Asked } from "../trpc.ts";

/** An administrator reads everything; a director what concerns the patients and people of the director's programs. */
export function reachOf({ person, action, scope }: Asked): AuditReach {
  if (reachesSite(person, action)) return { of: "site" };
  return { of: "programs", programIds: programsOf(person, action), scope };
}

function momentsOf(
  { from, to }: AuditFilter,
  zone: ZoneName,
): { readonly from: Instant | undefined; readonly until: Instant | undefined } {
  const first = dayNamed(from);
  const last = dayNamed(to);
  return {
    from: first === null ? undefined : startOfDay(first, zone),
    until: last === null ? undefined : startOfDay(addDays(last, 1), zone),
  };
}

/** The filter of a page, its days taken as days of the site. */
export function queryOf({ store }: Asked, filter: AuditFilter): AuditQuery {
  const { person: personId, patient: patientId, event, outcome, outside } = filter;
  return { ...momentsOf(filter, siteOf(store).zone), personId, patientId, event, outcome, outside };
}

export function entryOf(entry: StoredEntry): AuditEntry {
  return { ...entry, event: entry.event as AuditEntry["event"] };
}

/** The number from which older entries begin, or null when there are none. */
export function olderThan(entries: readonly StoredEntry[], limit: number): number | null {
  return entries.length > limit ? (entries[limit - 1]?.seq ?? null) : null;
}
