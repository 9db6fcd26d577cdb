import { type AuditFilter, auditFilter } from "@soundings/contract";

/** The filter that an address means; what cannot be understood is left out, so that an old link still opens a list. */
export function parseAuditSearch(search: Record<string, unknown>): AuditFilter {
  const { shape } = auditFilter;
  const filter: Record<string, unknown> = {};
  for (const key of Object.keys(shape) as (keyof AuditFilter)[]) {
    const given = search[key];
    const parsed = shape[key].safeParse(key === "outside" ? given === true || given === "true" : given);
    if (parsed.success && parsed.data) filter[key] = parsed.data;
  }
  return auditFilter.parse(filter);
}

/** The filter with one more choice, or with one less. */
export function withChoice(
  filter: AuditFilter,
  choice: Partial<Record<keyof AuditFilter, unknown>>,
): AuditFilter {
  return parseAuditSearch({ ...filter, ...choice });
}

export const isNarrowed = (filter: AuditFilter) => Object.keys(filter).length > 0;
