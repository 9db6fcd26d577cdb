import type { Patient, Sex } from "@soundings/clinical";
import type { Days } from "./days.ts";
import { GIVEN_NAMES, PLANTS, SHIP_PARTS } from "./names.ts";
import type { Draw } from "./random.ts";

const SEX: readonly (readonly [Sex, number])[] = [
  ["female", 52],
  ["male", 45],
  ["other", 2],
  ["unknown", 1],
];

const RACE: readonly (readonly [string | null, number])[] = [
  ["White", 47],
  ["Asian", 15],
  ["Black or African American", 7],
  ["American Indian or Alaska Native", 2],
  ["Native Hawaiian or Other Pacific Islander", 1],
  ["Other race", 18],
  [null, 10],
];

const ETHNICITY: readonly (readonly [string | null, number])[] = [
  ["Not Hispanic or Latino", 60],
  ["Hispanic or Latino", 32],
  [null, 8],
];

export const PAYERS: readonly (readonly [string | null, number])[] = [
  ["Commercial PPO", 34],
  ["Commercial HMO", 24],
  ["Medi-Cal", 22],
  ["Medicare", 7],
  ["TRICARE", 4],
  ["Self-pay", 7],
  [null, 2],
];

export const REFERRALS: readonly (readonly [string | null, number])[] = [
  ["Self", 22],
  ["Hospital discharge", 18],
  ["Residential program", 15],
  ["Outpatient therapist", 14],
  ["Primary care", 12],
  ["Family", 9],
  ["Employee assistance", 4],
  ["Court", 3],
  [null, 3],
];

/** A name not given out before. */
function newName(draw: Draw, sex: Sex, taken: Set<string>): { givenName: string; familyName: string } {
  for (;;) {
    const given = sex === "female" || sex === "male" ? GIVEN_NAMES[sex] : GIVEN_NAMES.other;
    const givenName = draw.pick<string>(draw.chance(0.03) ? GIVEN_NAMES.other : given);
    const familyName = `${draw.pick(PLANTS)}${draw.pick(SHIP_PARTS)}`;
    const name = `${givenName} ${familyName}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { givenName, familyName };
  }
}

/** A person of 18 to 75 at a stay that began on `admitted`; telephone numbers are of the range kept for fiction. */
export function personFrom(
  draw: Draw,
  days: Days,
  admitted: number,
  taken: Set<string>,
): Omit<Patient, "patientId"> {
  const sex = draw.weighted(SEX);
  const years = Math.min(75, Math.max(18.5, draw.normal(36, 12)));
  const ethnicity = draw.weighted(ETHNICITY);
  const spanish = draw.chance(ethnicity === "Hispanic or Latino" ? 0.35 : 0.002);
  const race = draw.weighted(RACE);
  const line = draw.int(100, 199);
  const phone = draw.chance(0.93) ? `+1-${draw.pick(["657", "714", "949"])}-555-0${line}` : null;
  const { givenName, familyName } = newName(draw, sex, taken);
  return {
    givenName,
    familyName,
    birthDate: days.date(admitted - Math.round(years * 365.25)),
    sex,
    language: spanish ? "es" : "en",
    race,
    ethnicity,
    phone,
    email: draw.chance(0.8) ? `${givenName}.${familyName}@mail.example`.toLowerCase() : null,
  };
}
