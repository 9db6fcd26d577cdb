import type { Program } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import type { ChartDraft } from "../draft.ts";
import { personFrom } from "../people.ts";
import { HABITS, PROGRAM_LETTERS, type ProgramLetter } from "../programs.ts";
import { drawsOf } from "../random.ts";
import { type PersonPlan, recordsOf } from "./person.ts";
import { planStay, type StayPlan } from "./stays.ts";

/** How far back discharges go, and how far back an admission may lie to reach them. */
const DAYS_OF_DISCHARGES = 730;
const LONGEST_STAY = 200;

/** The chance that a person who stayed to the end comes back later. */
const COMES_BACK = 0.06;

export interface Setting {
  readonly seed: number;
  readonly days: Days;
  readonly programs: Readonly<Record<ProgramLetter, Program>>;
}

function laterStay(setting: Setting, name: string, first: StayPlan): StayPlan | null {
  const draw = drawsOf(setting.seed, name, "return");
  const back = setting.days.openOnOrAfter(first.end + draw.int(35, 300));
  if (first.reason !== "completed" || !draw.chance(COMES_BACK) || back > -1) return null;
  return planStay(draw, {
    letter: first.letter,
    admitted: back,
    tracks: setting.programs[first.letter].tracks,
    days: setting.days,
    focus: first.focus,
  });
}

function planPerson(setting: Setting, letter: ProgramLetter, slot: number): PersonPlan | null {
  const { seed, days, programs } = setting;
  const name = `${letter}${slot}`;
  const draw = drawsOf(seed, name, "plan");
  const interval = 7 / HABITS[letter].admissions;
  const admitted = days.openOnOrBefore(-Math.floor((slot + draw.next()) * interval));
  const first = planStay(draw, {
    letter,
    admitted,
    tracks: programs[letter].tracks,
    days,
    focus: null,
  });
  if (first.end < -DAYS_OF_DISCHARGES) return null;
  const second = laterStay(setting, name, first);
  return {
    seed,
    slot: name,
    stays: second === null ? [first] : [first, second],
    screensPerWeek: programs[letter].screensPerWeek ?? 0,
  };
}

const admittedOf = (plan: PersonPlan): Day => plan.stays[0]?.admitted ?? 0;

function inOrderOfAdmission(a: PersonPlan, b: PersonPlan): number {
  return admittedOf(a) - admittedOf(b) || (a.slot < b.slot ? -1 : 1);
}

function withTherapist(plan: PersonPlan, therapistId: string): PersonPlan {
  return { ...plan, stays: plan.stays.map((stay) => ({ ...stay, seat: { ...stay.seat, therapistId } })) };
}

/** Gives every new person to the therapist with the fewest in treatment that day. */
function dealtOut(plans: readonly PersonPlan[], therapists: readonly string[]): PersonPlan[] {
  const caseloads = therapists.map((therapistId) => ({ therapistId, ends: [] as Day[] }));
  return plans.map((plan) => {
    const admitted = admittedOf(plan);
    for (const caseload of caseloads) caseload.ends = caseload.ends.filter((end) => end > admitted);
    const lightest = caseloads.reduce((least, other) =>
      other.ends.length < least.ends.length ? other : least,
    );
    lightest.ends.push(plan.stays[0]?.end ?? admitted);
    return withTherapist(plan, lightest.therapistId);
  });
}

function plansOf(setting: Setting, letter: ProgramLetter): PersonPlan[] {
  const slots = Math.ceil(((DAYS_OF_DISCHARGES + LONGEST_STAY) / 7) * HABITS[letter].admissions);
  const plans = Array.from({ length: slots }, (_, slot) => planPerson(setting, letter, slot)).filter(
    (plan) => plan !== null,
  );
  return dealtOut(plans.toSorted(inOrderOfAdmission), HABITS[letter].therapists);
}

/** Everyone who has no story: admitted evenly over more than two years, numbered from `D-10001` in the order of admission. */
export function* population(setting: Setting): Generator<ChartDraft> {
  const plans = PROGRAM_LETTERS.flatMap((letter) => plansOf(setting, letter)).toSorted(inOrderOfAdmission);
  const taken = new Set<string>();
  let number = 10_000;
  for (const plan of plans) {
    number += 1;
    const draw = drawsOf(setting.seed, plan.slot, "person");
    yield {
      recordNumber: `D-${number}`,
      person: personFrom(draw, setting.days, admittedOf(plan), taken),
      ...recordsOf(plan, setting.days),
    };
  }
}
