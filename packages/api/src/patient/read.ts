import type { CalendarDate } from "@soundings/clinical";
import type { Correction, PatientInput, PatientPage } from "@soundings/contract";
import { type AuditEvent, listStaff, readChart, revisionsSince, siteOf } from "@soundings/records";
import { askedDay } from "../day.ts";
import { AppError } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Asked } from "../trpc.ts";
import { patientPageOf } from "./page.ts";

async function correctionsSince(
  services: Services,
  patientId: string,
  asOf: CalendarDate,
): Promise<Correction[]> {
  const revisions = await revisionsSince(services.store, patientId, asOf);
  return revisions.map(({ recordType, recordId, correctedAt, by, reason, before }) => ({
    recordType,
    recordId,
    correctedAt,
    by,
    reason,
    before,
  }));
}

/** One chart is a matter of milliseconds, so any day is computed here. */
export async function readPatientPage(services: Asked, input: PatientInput): Promise<PatientPage> {
  const { store } = services;
  const today = services.today();
  const asOf = askedDay(input.asOf, today);
  const chart = await readChart(store, input.patientId);
  if (chart === null) throw new AppError("no_such_patient");
  const staff = await listStaff(store);
  const parts = {
    chart,
    site: siteOf(store),
    staffNames: new Map(staff.map(({ staffId, name }) => [staffId, name])),
    corrections: asOf < today ? await correctionsSince(services, input.patientId, asOf) : [],
  };
  return patientPageOf(parts, { asOf, today, episodeId: input.episodeId });
}

export function notePrinted(_services: Asked, _input: PatientInput): { readonly done: true } {
  return { done: true };
}

export function patientEntry(
  event: string,
  patientId: string,
  detail: AuditEvent["detail"] = {},
): AuditEvent {
  return { event, patientId, detail };
}
