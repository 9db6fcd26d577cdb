import { type CalendarDate, type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import { patientInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import { foldName } from "../kinds/fold-name.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** How a patient is named who is to be opened from outside. */
export type NamedPatient =
  | { readonly by: "record_number"; readonly recordNumber: string }
  | {
      readonly by: "name_and_birth_date";
      readonly givenName: string;
      readonly familyName: string;
      readonly birthDate: CalendarDate;
    };

export function bornOnQuery(connection: ReadConnection, birthDate: CalendarDate) {
  return connection.query
    .selectFrom("patients")
    .select(["patient_id", "given_name", "family_name"])
    .where("birth_date", "=", birthDate);
}

export function numberedQuery(connection: ReadConnection, recordNumber: string) {
  return connection.query.selectFrom("patients").select("patient_id").where("patient_id", "=", recordNumber);
}

/**
 * The one patient who is named: by the exact record number, or by both names (whatever their case and accents) and the exact
 * birth date. Null when nobody is, and when more than one is.
 */
export function patientNamed({ reader }: ReadStore, named: NamedPatient): string | null {
  if (named.by === "record_number")
    return reader.first(numberedQuery(reader, named.recordNumber))?.patient_id ?? null;
  const given = foldName(named.givenName);
  const family = foldName(named.familyName);
  const found = reader
    .all(bornOnQuery(reader, named.birthDate))
    .filter((row) => foldName(row.given_name) === given && foldName(row.family_name) === family);
  return found.length === 1 ? (found[0]?.patient_id ?? null) : null;
}

export function asksQuery(connection: ReadConnection, personId: string, since: Instant) {
  return connection.query
    .selectFrom("audit_entries")
    .select((count) => count.fn.countAll<number>().as("asks"))
    .where("event", "=", "glass_asked")
    .where("person_id", "=", personId)
    .where("at", ">", since);
}

const HOUR_MS = 3_600_000;

/** How often the person has asked to open somebody from outside in the last hour, by the audit. */
export function asksInLastHour(connection: ReadConnection, personId: string, now: Instant): number {
  const since = instantFromMs(instantToMs(now) - HOUR_MS);
  return connection.first(asksQuery(connection, personId, since))?.asks ?? 0;
}

/** Openings are listed up to this many, newest first. */
const MOST_LISTED = 200;

export function openedQuery(connection: ReadConnection, scope: PatientScope) {
  return connection.query
    .selectFrom("openings as g")
    .innerJoin("people as p", "p.person_id", "g.person_id")
    .select([
      "g.opening_id as openingId",
      "g.person_id as personId",
      "p.name as personName",
      "g.patient_id as patientId",
      "g.reason",
      "g.opened_at as openedAt",
      "g.expires_at as until",
    ])
    .where(patientInScope(scope, "g.patient_id"))
    .orderBy("g.opened_at", "desc")
    .orderBy("g.opening_id", "desc")
    .limit(MOST_LISTED);
}

/** A patient opened from outside, as it is listed. */
export interface Opened {
  readonly openingId: string;
  readonly personId: string;
  readonly personName: string;
  readonly patientId: string;
  readonly reason: string;
  readonly openedAt: Instant;
  readonly until: Instant;
}

/** Patients in scope who were opened from outside, newest first, 200 at most. */
export function openedOutside({ reader }: ReadStore, scope: PatientScope): readonly Opened[] {
  return reader.all(openedQuery(reader, scope));
}
