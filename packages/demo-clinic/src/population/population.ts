import type { Day } from "../days.ts";
import type { ChartDraft } from "../draft.ts";
import { personFrom } from "../people.ts";
import { HABITS, PROGRAM_LETTERS, type ProgramLetter } from "../programs.ts";
import { drawsOf } from "../random.ts";
import { earlierStay, laterStay } from "./around.ts";
import { type PersonPlan, recordsOf } from "./person.ts";
import { type Setting, tracksOn } from "./setting.ts";
import { planStay, type StayPlan } from "./stays.ts";

/** How far back discharges go, and how far back an admission may lie to reach them. */
const DAYS_OF_DISCHARGES = 730;
const LONGEST_STAY = 200;

/** Who would have stayed to the end leaves all the same while the bus does not run. */
const LEAVES_WITHOUT_BUS = 0.58;

/** The stay as it went in a quarter in which many could not come. */
function withoutBus({ seed, turns }: Setting, name: string, stay: StayPlan): StayPlan {
  const { from, to } = turns.noBus;
  const isHit = stay.letter === "B" && stay.reason === "completed" && stay.end >= from && stay.end <= to;
  const draw = drawsOf(seed, name, "bus");
  if (!isHit || !draw.chance(LEAVES_WITHOUT_BUS)) return stay;
  return { ...stay, reason: draw.chance(0.7) ? "lost_contact" : "against_advice" };
}

function planPerson(setting: Setting, letter: ProgramLetter, slot: number): PersonPlan | null {
  const { seed, days, programs } = setting;
  const name = `${letter}${slot}`;
  const draw = drawsOf(seed, name, "plan");
  const interval = 7 / HABITS[letter].admissions;
  const admitted = days.openOnOrBefore(-Math.floor((slot + draw.next()) * interval));
  const tracks = tracksOn(setting, letter, admitted);
  const planned = planStay(draw, { letter, admitted, tracks, days, focus: null });
  const first = withoutBus(setting, name, planned);
  if (first.end < -DAYS_OF_DISCHARGES) return null;
  const around = [earlierStay(setting, name, first), first, laterStay(setting, name, first)];
  return {
    seed,
    slot: name,
    letter,
    stays: around.filter((stay) => stay !== null),
    screensPerWeek: programs[letter].screensPerWeek ?? 0,
  };
}

/** When a person first came. */
const admittedOf = (plan: PersonPlan): Day => plan.stays[0]?.admitted ?? 0;

function inOrderOfAdmission(a: PersonPlan, b: PersonPlan): number {
  return admittedOf(a) - admittedOf(b) || (a.slot < b.slot ? -1 : 1);
}

/** A stay in another program has its own therapist. */
function withTherapist(plan: PersonPlan, therapistId: string): PersonPlan {
  const stays = plan.stays.map((stay) =>
    stay.letter === plan.letter ? { ...stay, seat: { ...stay.seat, therapistId } } : stay,
  );
  return { ...plan, stays };
}

/** The stay for which a person was given a place in the program. */
function placeTaken({ stays, letter }: PersonPlan): StayPlan | undefined {
  return stays.find((stay) => stay.letter === letter);
}

/** Gives every new person to the therapist with the fewest in treatment that day. */
function dealtOut(plans: readonly PersonPlan[], therapists: readonly string[]): PersonPlan[] {
  const caseloads = therapists.map((therapistId) => ({ therapistId, ends: [] as Day[] }));
  return plans.map((plan) => {
    const stay = placeTaken(plan);
    const admitted = stay?.admitted ?? 0;
    for (const caseload of caseloads) caseload.ends = caseload.ends.filter((end) => end > admitted);
    const lightest = caseloads.reduce((least, other) =>
      other.ends.length < least.ends.length ? other : least,
    );
    lightest.ends.push(stay?.end ?? admitted);
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
