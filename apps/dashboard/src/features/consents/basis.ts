import type { Consent, DisclosureBasis, OtherBasis } from "@soundings/contract";

/** A basis while it is being filled in. */
export interface BasisDraft {
  readonly by: DisclosureBasis["by"] | "";
  readonly consentId: string;
  readonly recipientAffiliation: string;
  readonly nature: string;
  readonly other: OtherBasis | "";
  readonly explanation: string;
}

export const NO_BASIS: BasisDraft = {
  by: "",
  consentId: "",
  recipientAffiliation: "",
  nature: "",
  other: "",
  explanation: "",
};

/** What a copy for the patient goes out on, unless something else was chosen. */
export const TO_PATIENT: BasisDraft = { ...NO_BASIS, by: "other", other: "to_patient" };

/** The basis once it is whole; null before. */
export function basisOf(draft: BasisDraft): DisclosureBasis | null {
  const { by, consentId, other } = draft;
  const recipientAffiliation = draft.recipientAffiliation.trim();
  const nature = draft.nature.trim();
  const explanation = draft.explanation.trim();
  if (by === "consent") return consentId === "" ? null : { by, consentId };
  if (by === "medical_emergency")
    return recipientAffiliation === "" || nature === "" ? null : { by, recipientAffiliation, nature };
  if (by === "other") return other === "" || explanation === "" ? null : { by, basis: other, explanation };
  return null;
}

/** The consent that is chosen as the basis, or null. */
export function consentOf(draft: BasisDraft, consents: readonly Consent[]): Consent | null {
  if (draft.by !== "consent") return null;
  return consents.find(({ consentId }) => consentId === draft.consentId) ?? null;
}
