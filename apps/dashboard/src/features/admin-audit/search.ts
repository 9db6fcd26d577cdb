import { AUDIT_EVENTS, type AuditFilter, type AuditPage, auditFilter } from "@soundings/contract";

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

/** The filter as a person would say it, for paper. */
export function filterWords(filter: AuditFilter, people: AuditPage["people"]): string {
  const who = people.find(({ personId }) => personId === filter.person)?.name ?? filter.person;
  const words = [
    filter.from && `from ${filter.from}`,
    filter.to && `to ${filter.to}`,
    who && `by ${who}`,
    filter.patient && `about record ${filter.patient}`,
    filter.event && AUDIT_EVENTS[filter.event],
    filter.outcome,
    filter.outside && "only from outside",
  ].filter((text) => typeof text === "string");
  return words.length === 0 ? "All entries" : words.join(" · ");
}
