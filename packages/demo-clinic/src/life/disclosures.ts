import { drawsOf } from "../random.ts";
import { relativeFrom, someOf } from "./draws.ts";
import type { ConsentOfDemo, DisclosureOfDemo, Scene } from "./types.ts";

/** Places of consents that hold: the first three are over. */
const ON_CONSENT = [3, 8, 12] as const;

function onConsent(consents: readonly ConsentOfDemo[], place: number, index: number): DisclosureOfDemo[] {
  const terms = consents[place]?.terms;
  if (terms === undefined) return [];
  const { patientId, recipient, recipientKind, what, purpose } = terms;
  return [
    {
      patientId,
      minutesAgo: 25 + index * 140,
      form: index === 0 ? "print" : "csv",
      what,
      recipient: recipientKind === "class" ? "Seabreeze Health Plan, case management" : recipient,
      purpose,
      basis: { by: "consent", consent: place },
    },
  ];
}

/** A handful of records that left in the last day: on consents, and on three other grounds. */
export function disclosuresOf(scene: Scene, consents: readonly ConsentOfDemo[]): DisclosureOfDemo[] {
  const { seed, treated } = scene;
  const [hurt, surveyed, asking] = someOf(seed, "life/disclosures", treated, 3);
  if (hurt === undefined || surveyed === undefined || asking === undefined) return [];
  return [
    ...ON_CONSENT.flatMap((place, index) => onConsent(consents, place, index)),
    {
      patientId: hurt.patientId,
      minutesAgo: 95,
      form: "print",
      what: ["identity", "medications", "screens"],
      recipient: `Dr. ${relativeFrom(drawsOf(seed, "life", "emergency"))}`,
      purpose: "Treatment of an emergency",
      basis: {
        by: "medical_emergency",
        recipientAffiliation: "Breakline Hospital, emergency department",
        nature: "Brought in unconscious and alone; could not consent; medications were needed at once.",
      },
    },
    {
      patientId: surveyed.patientId,
      minutesAgo: 330,
      form: "csv",
      what: ["course", "attendance", "decisions"],
      recipient: "Surveyor of the state's licensing office",
      purpose: "Yearly survey of the license",
      basis: {
        by: "other",
        basis: "audit_evaluation",
        explanation:
          "One of the charts that the surveyor drew, under a written promise to keep to 42 CFR 2.53.",
      },
    },
    {
      patientId: asking.patientId,
      minutesAgo: 410,
      form: "print",
      what: ["measures", "attendance"],
      recipient: `${asking.givenName} ${asking.familyName}`,
      purpose: "Own copy",
      basis: { by: "other", basis: "to_patient", explanation: "Asked for in person at the front desk." },
    },
  ];
}
