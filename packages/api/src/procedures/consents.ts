import {
  consent,
  consentsInput,
  consentsPage,
  endConsentInput,
  recordConsentInput,
} from "@soundings/contract";
import { addConsent, finishConsent, readConsents } from "../disclosure/consents.ts";
import { change, read, router } from "../trpc.ts";

export const consentsRouter = router({
  page: read({
    action: "consent.view",
    input: consentsInput,
    output: consentsPage,
    audit: (_, { patientId, consents, disclosures }) => ({
      event: "consent_viewed",
      patientId,
      detail: { consents: consents.length, disclosures: disclosures.length },
    }),
    body: (asked, { patientId }) => readConsents(asked, patientId),
  }),
  record: change({
    action: "consent.change",
    input: recordConsentInput,
    output: consent,
    audit: (_, { patientId, consentId, what }) => ({
      event: "consent_recorded",
      patientId,
      detail: { consentId, what },
      rows: [["consents", consentId]],
    }),
    body: addConsent,
  }),
  end: change({
    action: "consent.change",
    input: endConsentInput,
    output: consent,
    audit: ({ how, on }, { patientId, consentId }) => ({
      event: "consent_revoked",
      patientId,
      detail: { consentId, how, on },
      rows: [["consent_endings", consentId]],
    }),
    body: finishConsent,
  }),
});
