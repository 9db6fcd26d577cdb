import { type CalendarDate, PART_2_STATEMENT } from "@soundings/clinical";
import type { Action, Consent, ConsentsPage, EndConsentInput, RecordConsentInput } from "@soundings/contract";
import {
  type ConsentTerms,
  consentStateOn,
  consentsAndDisclosures,
  endConsent,
  readConsent,
  recordConsent,
  type StoredConsent,
  visiblePatient,
} from "@soundings/records";
import { nameFor } from "../access/name.ts";
import { scopeOf } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

function consentOut(stored: StoredConsent, today: CalendarDate): Consent {
  const { ending, what, ...terms } = stored;
  return {
    ...terms,
    what: what as Consent["what"],
    state: consentStateOn(stored, today),
    endedAt: ending?.recordedAt ?? null,
    endedBy: ending?.recordedBy ?? null,
    endedWhy: ending === null ? null : `${ending.why} (from ${ending.on})`,
  };
}

/** @throws AppError no_such_patient. */
export function readConsents(asked: Asked, patientId: string): ConsentsPage {
  const { store, scope, person } = asked;
  if (!visiblePatient(store, scope, patientId)) throw new AppError("no_such_patient");
  const today = asked.today();
  const may = (action: Action) => visiblePatient(store, scopeOf(asked, person, action), patientId);
  const { consents, disclosures } = consentsAndDisclosures(store, patientId);
  const { id, version, text, check } = PART_2_STATEMENT;
  return {
    patientId,
    patientName: nameFor(asked, patientId),
    today,
    consents: consents.map((stored) => consentOut(stored, today)),
    disclosures,
    notice: { id, version, text, check },
    mayDisclose: may("disclosure.make"),
    mayChange: may("consent.change"),
  };
}

const TERMS_PROBLEMS = {
  signed_in_future: "day_in_future",
  ends_before_signed: "bad_dates",
  needs_an_end: "consent_needs_end",
} as const;

/** @throws AppError no_such_patient, day_in_future, bad_dates, consent_needs_end. */
export function addConsent(
  { store, scope, actor, now, today }: Asked,
  { ends, signedOn, what, ...rest }: RecordConsentInput,
): Consent {
  if (!visiblePatient(store, scope, rest.patientId)) throw new AppError("no_such_patient");
  const terms: ConsentTerms = {
    ...rest,
    what: [...new Set(what)],
    signedOn: signedOn as CalendarDate,
    ends: ends.by === "day" ? { by: "day", on: ends.on as CalendarDate } : ends,
  };
  const added = recordConsent(store.writer, terms, { by: actor.name, at: now() });
  if (typeof added === "string") throw new AppError(TERMS_PROBLEMS[added]);
  return consentOut(added, today());
}

const ENDING_PROBLEMS = {
  already_ended: "changed_meanwhile",
  in_future: "day_in_future",
  before_signed: "bad_dates",
} as const;

/** @throws AppError no_such_entry, changed_meanwhile, day_in_future, bad_dates. */
export function finishConsent(
  { store, scope, actor, now, today }: Asked,
  { consentId, how, on, why }: EndConsentInput,
): Consent {
  const consent = readConsent(store.writer, consentId);
  if (consent === null || !visiblePatient(store, scope, consent.patientId)) {
    throw new AppError("no_such_entry");
  }
  const ending = { how, on: on as CalendarDate, why };
  const ended = endConsent(store.writer, consentId, ending, { by: actor.name, at: now() });
  if (ended === null) throw new AppError("no_such_entry");
  if (typeof ended === "string") throw new AppError(ENDING_PROBLEMS[ended]);
  return consentOut(ended, today());
}
