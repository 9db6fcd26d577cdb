import type { AuditFilter, AuditPage } from "@soundings/contract";
import { auditEntries, auditPeople } from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { entryOf, olderThan, queryOf, reachOf } from "./reach.ts";

interface Portion {
  readonly cursor?: number | undefined;
  readonly limit: number;
}

/** One page of the audit, newest first. */
export function readAuditPage(asked: Asked, { cursor, limit, ...filter }: AuditFilter & Portion): AuditPage {
  const reach = reachOf(asked);
  const found = auditEntries(asked.store, reach, queryOf(asked, filter), {
    before: cursor,
    limit: limit + 1,
  });
  return {
    entries: found.slice(0, limit).map(entryOf),
    before: olderThan(found, limit),
    people: auditPeople(asked.store, reach),
  };
}
