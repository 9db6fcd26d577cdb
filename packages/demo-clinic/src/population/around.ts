import type { DischargeReason, LevelOfCare } from "@soundings/clinical";
import type { Day } from "../days.ts";
import { HABITS, type ProgramLetter } from "../programs.ts";
import { type Draw, drawsOf } from "../random.ts";
import { type Setting, tracksOn } from "./setting.ts";
import { planStay, type StayPlan } from "./stays.ts";

/** The chance that a person who left like this comes back later. */
const COMES_BACK: Readonly<Partial<Record<DischargeReason, number>>> = {
  completed: 0.05,
  against_advice: 0.08,
  lost_contact: 0.08,
};
/** Of those who come back: within a few weeks. */
const SOON = 0.7;
/** The chance that who needs more goes on in the day program. */
const GOES_ON_IN_PHP = 0.15;

/** Where people had days of a higher level just before: the program, and the share of admissions that comes from there. */
const BEFORE: readonly (readonly [level: LevelOfCare, letter: ProgramLetter, share: number])[] = [
  ["php", "B", 0.015],
  ["residential", "E", 0.01],
];

/** A seat in another program is taken beside those that are dealt out. */
function withOwnTherapist(draw: Draw, stay: StayPlan): StayPlan {
  return { ...stay, seat: { ...stay.seat, therapistId: draw.pick(HABITS[stay.letter].therapists) } };
}

function stayIn(
  setting: Setting,
  draw: Draw,
  { letter, admitted }: { readonly letter: ProgramLetter; readonly admitted: Day },
  first: StayPlan,
): StayPlan {
  const tracks = tracksOn(setting, letter, admitted);
  return planStay(draw, { letter, admitted, tracks, days: setting.days, focus: first.focus });
}

/** A stay that needs more than its program gives goes on in partial hospitalization a few days later. */
function stayInPhp(setting: Setting, draw: Draw, first: StayPlan): StayPlan | null {
  const { days } = setting;
  const admitted = days.openOnOrAfter(first.end + draw.int(1, 6));
  if (!draw.chance(GOES_ON_IN_PHP) || admitted > -1) return null;
  const stay = withOwnTherapist(draw, stayIn(setting, draw, { letter: "B", admitted }, first));
  const startOfIop = days.openOnOrAfter(admitted + 14);
  if (startOfIop >= stay.end) return { ...stay, levels: [{ level: "php", from: admitted }] };
  const later = stay.levels.filter(({ level }) => level === "op");
  return {
    ...stay,
    levels: [{ level: "php", from: admitted }, { level: "iop", from: startOfIop }, ...later],
  };
}

/** The stay that follows a first one, in days counted from today; null when there is none or it lies ahead. */
export function laterStay(setting: Setting, name: string, first: StayPlan): StayPlan | null {
  const draw = drawsOf(setting.seed, name, "return");
  if (first.reason === "transferred_up") return stayInPhp(setting, draw, first);
  const away = draw.chance(SOON) ? draw.int(10, 80) : draw.int(81, 300);
  const admitted = setting.days.openOnOrAfter(first.end + away);
  if (!draw.chance(COMES_BACK[first.reason] ?? 0) || admitted > -1) return null;
  return stayIn(setting, draw, { letter: first.letter, admitted }, first);
}

/** The weeks at a higher level from which somebody was transferred down into a stay; null for nearly everybody. */
export function earlierStay(setting: Setting, name: string, first: StayPlan): StayPlan | null {
  const draw = drawsOf(setting.seed, name, "before");
  const chance = draw.next();
  let passed = 0;
  const from = BEFORE.find(([, , share]) => {
    passed += share;
    return chance < passed;
  });
  if (from === undefined) return null;
  const [level, letter] = from;
  const { days } = setting;
  const end = days.openOnOrBefore(first.admitted - draw.int(0, 3));
  const admitted = days.openOnOrBefore(end - draw.pick([14, 14, 21, 28]));
  const stay = withOwnTherapist(draw, stayIn(setting, draw, { letter, admitted }, first));
  return {
    ...stay,
    end,
    course: first.course,
    reason: "transferred_down",
    levels: [{ level, from: admitted }],
  };
}
