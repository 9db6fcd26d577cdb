import type { Day } from "../days.ts";
import { HABITS, PROGRAM_LETTERS } from "../programs.ts";
import { type Draw, drawsOf } from "../random.ts";
import { relativeFrom, someOf } from "./draws.ts";
import type { ConsentOfDemo, Scene, Treated } from "./types.ts";

const HOW_MANY = 30;
/** Who was admitted so long ago can have signed, and taken back what was signed. */
const SETTLED = -12;

type Terms = ConsentOfDemo["terms"];
type Sort = Pick<Terms, "recipientKind" | "what" | "purpose" | "purposeKind"> & {
  recipient(draw: Draw): string;
  /** Days from the signature to the last day, the event that ends it, or no end. */
  readonly ends: number | string | null;
};

const TREATMENT = "treatment_payment_operations";

const SORTS: readonly Sort[] = [
  {
    recipient: (draw) => `Dr. ${relativeFrom(draw)}, primary care`,
    recipientKind: "name",
    what: ["identity", "course", "medications", "measures"],
    purpose: "Coordination of care with primary care",
    purposeKind: TREATMENT,
    ends: null,
  },
  {
    recipient: () => "my treating providers, health plans, and people who help to operate this program",
    recipientKind: "class",
    what: ["identity", "course", "attendance", "measures", "screens", "medications", "decisions"],
    purpose: "Treatment, payment and health care operations",
    purposeKind: TREATMENT,
    ends: null,
  },
  {
    recipient: () => "Sandbar Psychiatry Group",
    recipientKind: "name",
    what: ["identity", "course", "measures", "medications"],
    purpose: "Medication management after discharge",
    purposeKind: TREATMENT,
    ends: 180,
  },
  {
    recipient: (draw) => `${relativeFrom(draw)}, family`,
    recipientKind: "name",
    what: ["course", "attendance"],
    purpose: "Family support during treatment",
    purposeKind: "other",
    ends: "Discharge from this program",
  },
  {
    recipient: (draw) => `Probation officer ${relativeFrom(draw)}`,
    recipientKind: "name",
    what: ["attendance", "screens"],
    purpose: "Reports to the court of attendance and drug screens",
    purposeKind: "other",
    ends: "End of supervision by the court",
  },
  {
    recipient: () => "Harborline Employee Assistance Program",
    recipientKind: "name",
    what: ["attendance"],
    purpose: "Leave from work",
    purposeKind: "other",
    ends: 90,
  },
  {
    recipient: () => "Pelican House sober living",
    recipientKind: "name",
    what: ["attendance", "screens"],
    purpose: "Housing that asks for attendance",
    purposeKind: "other",
    ends: "Moving out of Pelican House",
  },
];

const NAMES = new Map(PROGRAM_LETTERS.map((letter) => [HABITS[letter].programId, HABITS[letter].name]));

function endsOf({ days }: Scene, ends: Sort["ends"], signed: Day): Terms["ends"] {
  if (ends === null) return { by: "never" };
  return typeof ends === "string"
    ? { by: "event", event: ends }
    : { by: "day", on: days.date(signed + ends) };
}

function consentOf(scene: Scene, person: Treated, sort: Sort): ConsentOfDemo {
  const { seed, days } = scene;
  const draw = drawsOf(seed, "life", "consent", person.patientId, sort.purpose);
  const signed = days.openOnOrAfter(person.admitted + draw.int(0, 1));
  const { recipient, ends, ...terms } = sort;
  return {
    terms: {
      ...terms,
      patientId: person.patientId,
      discloser: NAMES.get(person.programId) ?? person.programId,
      recipient: recipient(draw),
      ends: endsOf(scene, ends, signed),
      signedOn: days.date(signed),
      signedBy: `${person.givenName} ${person.familyName}`,
    },
    recordedAt: days.instant(signed, 15 * 60 + draw.int(0, 59)),
    ending: null,
  };
}

function over(scene: Scene, consent: ConsentOfDemo, place: number): ConsentOfDemo {
  const { days } = scene;
  const at = (day: Day) => ({ on: days.date(day), recordedAt: days.instant(day, 11 * 60) });
  if (place === 0)
    return {
      ...consent,
      ending: { how: "revoked", why: "Taken back in writing after a change of health plan.", ...at(-3) },
    };
  if (place === 1) return { ...consent, terms: { ...consent.terms, ends: { by: "day", on: days.date(-2) } } };
  if (place === 2)
    return {
      ...consent,
      ending: { how: "entered_in_error", why: "Recorded on the wrong form; signed anew.", ...at(-4) },
    };
  return consent;
}

/** Consents of thirty people: the first three are over, each in its own way; every fourth person has two. */
export function consentsOf(scene: Scene): ConsentOfDemo[] {
  const settled = scene.treated.filter(({ admitted }) => admitted <= SETTLED);
  return someOf(scene.seed, "life/consents", settled, HOW_MANY).flatMap((person, place) => {
    const first = SORTS[place % SORTS.length];
    const second = place % 4 === 3 ? SORTS[(place + 3) % SORTS.length] : undefined;
    return [first, second]
      .filter((sort) => sort !== undefined)
      .map((sort) => over(scene, consentOf(scene, person, sort), place));
  });
}
