import type { DischargeReason, LevelOfCare } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import type { PlacementDraft, StayDraft } from "../draft.ts";
import { PAYERS, REFERRALS } from "../people.ts";
import { type Focus, HABITS, type ProgramLetter } from "../programs.ts";
import type { Draw } from "../random.ts";
import { leadersOf, type Seat } from "../schedule.ts";
import { COURSES, type Course, courseFrom } from "./courses.ts";

/** One stay as it will have gone, also the part of it that still lies ahead. */
export interface StayPlan {
  readonly letter: ProgramLetter;
  readonly admitted: Day;
  /** The day of discharge; today or later while the person is in treatment. */
  readonly end: Day;
  readonly course: Course;
  readonly focus: Focus;
  readonly reason: DischargeReason;
  /** All placements, also those still ahead. */
  readonly levels: readonly { readonly level: LevelOfCare; readonly from: Day }[];
  readonly seat: Seat;
  readonly track: string | null;
  readonly diagnoses: readonly string[];
}

const PRIMARY: Readonly<Record<Focus, readonly (readonly [string, number])[]>> = {
  mood: [
    ["F33.1", 34],
    ["F33.2", 22],
    ["F32.1", 18],
    ["F32.2", 8],
    ["F31.81", 10],
    ["F34.1", 8],
  ],
  anxiety: [
    ["F41.1", 55],
    ["F41.0", 20],
    ["F40.10", 15],
    ["F42.2", 10],
  ],
  trauma: [
    ["F43.10", 45],
    ["F43.12", 45],
    ["F43.23", 10],
  ],
  alcohol: [["F10.20", 1]],
  opioid: [["F11.20", 1]],
  stimulant: [
    ["F15.20", 65],
    ["F14.20", 35],
  ],
  cannabis: [["F12.20", 1]],
  sedative: [["F13.20", 1]],
};

const SECONDARY: readonly (readonly [string, number])[] = [
  ["F41.1", 30],
  ["F33.1", 22],
  ["F43.10", 12],
  ["F10.20", 8],
  ["F12.10", 6],
  ["F17.210", 9],
  ["F90.0", 6],
  ["F60.3", 4],
  ["G47.00", 3],
];

const isSubstance = (focus: Focus): boolean => focus !== "mood" && focus !== "anxiety" && focus !== "trauma";

function diagnosesFrom(draw: Draw, focus: Focus): string[] {
  const diagnoses = new Set([draw.weighted(PRIMARY[focus])]);
  const more = draw.weighted([
    [0, 25],
    [1, 45],
    [2, 30],
  ]);
  for (let count = 0; count < more; count += 1) diagnoses.add(draw.weighted(SECONDARY));
  return [...diagnoses];
}

/** When the groups of a track begin, in minutes after midnight. */
function startOfGroups(track: string | null): number {
  if (track === null) return 10 * 60;
  if (/morning|day$/.test(track) && !/late/.test(track)) return 9 * 60 + 30;
  return /afternoon|late/.test(track) ? 13 * 60 + 30 : 17 * 60 + 30;
}

function seatFrom(draw: Draw, letter: ProgramLetter, track: string | null): Seat {
  const habits = HABITS[letter];
  const groupStart = startOfGroups(track);
  return {
    groupDays: draw.pick(habits.groupDays),
    taperAfter: habits.taperAfter,
    groupStart,
    therapistId: habits.therapists[0] ?? "",
    groupLeaders: leadersOf(habits.therapists, groupStart),
    prescriberId: draw.pick(habits.prescribers),
    modality: draw.chance(habits.telehealth) ? draw.pick(["telehealth", "hybrid"]) : "in_person",
  };
}

interface Length {
  readonly levels: StayPlan["levels"];
  readonly end: Day;
}

function lengthFrom(
  draw: Draw,
  letter: ProgramLetter,
  course: Course,
  at: { admitted: Day; days: Days },
): Length {
  const habits = HABITS[letter];
  const [mean, deviation, least, most] = habits.weeks;
  const [shortest, longest] = COURSES[course.kind].length;
  const planned = Math.min(most, Math.max(least, draw.normal(mean, deviation)));
  const longer = draw.chance(0.04) ? 1.25 : 1;
  const iop = planned * (shortest + (longest - shortest) * draw.next()) * longer;
  const php = draw.chance(habits.phpShare) ? draw.pick([2, 2, 2, 3]) : 0;
  const leavesEarly = course.kind === "drop_out" || course.kind === "deteriorating";
  const op = !leavesEarly && draw.chance(habits.opShare) ? draw.pick([3, 4, 5]) : 0;
  const levels: { level: LevelOfCare; from: Day }[] = [];
  const startOfIop = at.days.openOnOrAfter(at.admitted + php * 7);
  if (php > 0) levels.push({ level: "php", from: at.admitted });
  levels.push({ level: "iop", from: php > 0 ? startOfIop : at.admitted });
  const endOfIop = at.days.openOnOrBefore(startOfIop + Math.max(5, Math.round(iop * 7)));
  if (op > 0) levels.push({ level: "op", from: endOfIop });
  return { levels, end: op > 0 ? at.days.openOnOrBefore(endOfIop + op * 7) : endOfIop };
}

export interface Admission {
  readonly letter: ProgramLetter;
  readonly admitted: Day;
  readonly tracks: readonly string[];
  readonly days: Days;
  /** The focus of an earlier stay of the same person. */
  readonly focus: Focus | null;
}

/** A whole stay, drawn ahead to its end. The therapist is the first of the program until caseloads are dealt out. */
export function planStay(draw: Draw, admission: Admission): StayPlan {
  const { letter, admitted, days } = admission;
  const focus = admission.focus ?? draw.weighted(HABITS[letter].focus);
  const course = courseFrom(draw, isSubstance(focus));
  const { levels, end } = lengthFrom(draw, letter, course, { admitted, days });
  const track = admission.tracks.length === 0 ? null : draw.pick(admission.tracks);
  return {
    letter,
    admitted,
    end,
    course,
    focus,
    reason: draw.weighted(COURSES[course.kind].reasons),
    levels,
    seat: seatFrom(draw, letter, track),
    track,
    diagnoses: diagnosesFrom(draw, focus),
  };
}

/** The level on a day; a stay begins with its first. */
export function levelOn(stay: StayPlan, day: Day): LevelOfCare {
  return stay.levels.findLast(({ from }) => from <= day)?.level ?? "iop";
}

/** The stay as it is known today. */
export function stayDraft(draw: Draw, stay: StayPlan): StayDraft {
  const over = stay.end < 0;
  const begun = stay.levels.filter(({ from }) => from <= 0);
  const placements: PlacementDraft[] = begun.map(({ level, from }, index) => ({
    level,
    from,
    to: begun[index + 1]?.from ?? (over ? stay.end : null),
  }));
  return {
    programId: HABITS[stay.letter].programId,
    admitted: stay.admitted,
    discharged: over ? stay.end : null,
    reason: over ? stay.reason : null,
    track: stay.track,
    modality: stay.seat.modality,
    diagnoses: stay.diagnoses,
    therapistId: stay.seat.therapistId,
    prescriberId: stay.seat.prescriberId,
    referralSource: draw.weighted(REFERRALS),
    payer: draw.weighted(PAYERS),
    placements,
  };
}
