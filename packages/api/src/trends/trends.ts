import type { TrendsFilter, TrendsPage } from "@soundings/contract";
import { type AuditEvent, appendAudit, siteOf, trendsPage } from "@soundings/records";
import { listEntry } from "../access/entries.ts";
import { scopeOf } from "../access/scope.ts";
import type { Asked } from "../trpc.ts";

/** Symptom trends of today from what is stored; computed beside this thread while any of it is still of yesterday. */
export async function readTrends(asked: Asked, filter: TrendsFilter): Promise<TrendsPage> {
  const { store, scope, calculator } = asked;
  const moment = { today: asked.today(), now: asked.now() };
  const page =
    trendsPage(store, { scope, filter }, moment) ??
    (await calculator.ask({ kind: "trends", scope, filter, ...moment }));
  return { ...page, zone: siteOf(store).zone };
}

/** The text by which medications are chosen is entered as that there was one: a name may have been typed there. */
export function trendsEntry(filter: TrendsFilter, { rows, total }: TrendsPage): AuditEvent {
  const { medication, ...rest } = filter;
  const searched = medication === undefined ? {} : { byMedication: true };
  return listEntry("trends_viewed", { ...rest, ...searched, total }, rows);
}

/** Enters who was on the list that goes to a printer: whom the list shows, which is fewer than whose pages may be printed. */
export async function noteTrendsPrinted(
  asked: Asked,
  filter: TrendsFilter,
): Promise<{ readonly done: true }> {
  const action = "trends.view";
  const listing = { ...asked, action, scope: scopeOf(asked, asked.person, action) } as const;
  const { detail, ...entry } = trendsEntry(filter, await readTrends(listing, filter));
  appendAudit(asked.store.writer, asked.actor, {
    ...entry,
    event: "patient_printed",
    detail: { what: "trends", ...detail },
  });
  return { done: true };
}
