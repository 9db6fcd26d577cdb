import {
  type CalendarDate,
  type Chart,
  dateOf,
  localTimeOf,
  NO_OWN_RECORDS,
  ownKnown,
} from "@soundings/clinical";
import type { Correction, PatientInput, PatientPage } from "@soundings/contract";
import {
  type AuditEvent,
  correctionsOf,
  openPatients,
  readChart,
  siteOf,
  staffNames,
  visiblePatient,
} from "@soundings/records";
import { askedDay } from "../day.ts";
import { AppError } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Asked } from "../trpc.ts";
import { patientPageOf } from "./page.ts";

/** The page shows at most so many corrections; a copy of the data holds all. */
const MOST_CORRECTIONS = 500;

/** What was corrected, the newest first, with the day and the time at the site; at most so many. */
export function correctionsFor(
  { store }: Services,
  patientId: string,
  asOf: CalendarDate,
  most = MOST_CORRECTIONS,
): Correction[] {
  const { zone } = siteOf(store);
  return correctionsOf(store, patientId, most).map(({ revision: _, ...step }) => {
    const correctedOn = dateOf(step.correctedAt, zone);
    return {
      ...step,
      correctedOn,
      correctedTime: localTimeOf(step.correctedAt, zone),
      sinceChosenDay: correctedOn > asOf,
    };
  });
}

/** Everybody whom a mark of the page may name. */
export function staffOf({ episodes, sessions, medicationChanges, decisions }: Chart): readonly string[] {
  const ids = [
    ...episodes.flatMap(({ therapistId, prescriberId }) => [therapistId, prescriberId]),
    ...sessions.map(({ staffId }) => staffId),
    ...medicationChanges.map(({ prescriberId }) => prescriberId),
    ...decisions.map(({ staffId }) => staffId),
  ];
  return [...new Set(ids)].filter((id) => id !== null);
}

/** @throws AppError no_such_patient for one who is not on record and one who is out of scope alike. */
function requireVisible({ store, scope }: Asked, patientId: string): void {
  if (!visiblePatient(store, scope, patientId)) throw new AppError("no_such_patient");
}

/** The person's own opening of the patient, so that the page can say until when and why it stands open. */
function openedOutsideBy({ store, person, now }: Asked, patientId: string): PatientPage["openedOutside"] {
  const opening = openPatients(store, person.personId, now()).find((one) => one.patientId === patientId);
  return opening === undefined ? null : { until: opening.until, reason: opening.reason };
}

/** One chart is a matter of milliseconds, so any day is computed here. */
export async function readPatientPage(asked: Asked, input: PatientInput): Promise<PatientPage> {
  const { store } = asked;
  const today = asked.today();
  const asOf = askedDay(input.asOf, today);
  requireVisible(asked, input.patientId);
  const stored = await readChart(store, input.patientId);
  if (stored === null) throw new AppError("no_such_patient");
  const site = siteOf(store);
  const chart = { ...stored, own: ownKnown(stored.own ?? NO_OWN_RECORDS, site.zone, asOf) };
  const parts = {
    chart,
    site,
    staffNames: staffNames(store, staffOf(chart)),
    corrections: correctionsFor(asked, input.patientId, asOf),
  };
  const page = patientPageOf(parts, {
    asOf,
    today,
    episodeId: input.episodeId,
    allStays: input.span === "all",
  });
  return { ...page, openedOutside: openedOutsideBy(asked, input.patientId) };
}

/** The page goes to a printer; only the audit has anything to keep of it. */
export function notePrinted(asked: Asked, { patientId }: PatientInput): { readonly done: true } {
  requireVisible(asked, patientId);
  return { done: true };
}

/** The entry of a page: which patient, and what was chosen. An id that was typed is none until it is found. */
export function patientEntry(event: string, { patientId, asOf, episodeId }: PatientInput): AuditEvent {
  return { event, patientId, detail: { asOf, episodeId } };
}
