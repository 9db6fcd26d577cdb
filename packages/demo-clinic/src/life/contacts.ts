import { GIVEN_NAMES } from "../names.ts";
import { drawsOf } from "../random.ts";
import { fictionPhone, relativeFrom, someOf } from "./draws.ts";
import type { ContactOfDemo, Scene, Treated } from "./types.ts";

const HOW_MANY = 40;

const WAYS: readonly (string | null)[] = [
  "Text first. Voice mail: a first name and a number, nothing else.",
  "Weekday mornings only; others at home answer in the evening.",
  "Cell phone only. Do not call the workplace.",
  "E-mail; asks for no calls.",
  "Calls welcome; say that the dentist's office calls.",
  null,
];

const RELATIONS = ["spouse", "mother", "father", "sister", "brother", "partner", "friend"] as const;

const PRONOUNS: Readonly<Record<string, string>> = { female: "she/her", male: "he/him", other: "they/them" };

function contactOf(seed: number, { patientId, sex }: Treated): ContactOfDemo {
  const draw = drawsOf(seed, "life", "contact", patientId);
  const close = draw.chance(0.88);
  return {
    patientId,
    preferredName: draw.chance(0.6) ? draw.pick<string>(GIVEN_NAMES.other) : null,
    pronouns: draw.chance(0.5) ? (PRONOUNS[sex ?? ""] ?? null) : null,
    reachBy: draw.pick(WAYS),
    emergencyName: close ? relativeFrom(draw) : null,
    emergencyRelation: close ? draw.pick(RELATIONS) : null,
    emergencyPhone: close ? fictionPhone(draw.int(40, 89)) : null,
  };
}

export function contactsOf({ seed, treated }: Scene): ContactOfDemo[] {
  return someOf(seed, "life/contacts", treated, HOW_MANY).map((one) => contactOf(seed, one));
}
