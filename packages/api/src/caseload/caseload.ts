import type { CaseloadFilter, CaseloadOptions, CaseloadPage } from "@soundings/contract";
import { caseloadPage, latestChange, listPrograms, listStaff } from "@soundings/records";
import { askedDay } from "../day.ts";
import type { Services } from "../services.ts";

/**
 * Today from stored summaries. An earlier day, and today while a stored summary is still of yesterday, computed again
 * beside this thread, and kept for the next who asks.
 */
export async function readCaseload(services: Services, filter: CaseloadFilter): Promise<CaseloadPage> {
  const { store, calculator, earlierDays } = services;
  const today = services.today();
  const { asOf: asked, ...rest } = filter;
  const asOf = askedDay(asked, today);
  const stored = asOf === today ? await caseloadPage(store, rest, today) : null;
  if (stored !== null) return stored;
  const key = JSON.stringify([latestChange(store), today, asOf, Object.entries(rest).sort()]);
  return earlierDays.get(key, () => calculator.ask({ kind: "caseload", filter: rest, asOf, today }));
}

export async function readOptions({ store }: Services): Promise<CaseloadOptions> {
  return { staff: await listStaff(store), programs: await listPrograms(store) };
}
