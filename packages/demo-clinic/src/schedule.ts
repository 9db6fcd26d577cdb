import type { LevelOfCare, Modality, Service, SessionStatus } from "@soundings/clinical";
import type { Day, Days } from "./days.ts";
import type { PlacementDraft, SessionDraft } from "./draft.ts";
import type { Draw } from "./random.ts";

/** When and with whom one person sits in a program. */
export interface Seat {
  readonly groupDays: readonly number[];
  /** Weeks after admission from which the last group day falls away. */
  readonly taperAfter: number | null;
  /** Minutes after midnight at which groups begin. */
  readonly groupStart: number;
  readonly therapistId: string;
  /** Who leads the group of a weekday, Monday first. */
  readonly groupLeaders: readonly string[];
  readonly prescriberId: string | null;
  readonly modality: Modality;
}

/** Therapists of the program take turns at leading the groups of one hour. */
export function leadersOf(therapists: readonly string[], groupStart: number): string[] {
  const shift = Math.floor(groupStart / 60);
  return [0, 1, 2, 3, 4].map((weekday) => therapists[(weekday + shift) % therapists.length] ?? "");
}

/** A scheduled service before anybody came or stayed away. */
export type Slot = Pick<SessionDraft, "start" | "minutes" | "service" | "modality" | "staffId">;

/** How far ahead the schedule is filled. */
const DAYS_AHEAD = 7;

/** What fills the second appointment of a week, in turn, by program week. */
const TURNS: readonly (Service | null)[] = [
  "case_management",
  null,
  "psychiatry",
  null,
  null,
  "family",
  null,
  null,
  "psychiatry",
  null,
];

interface SlotMaker {
  readonly days: Days;
  readonly seat: Seat;
  readonly admitted: Day;
  readonly day: Day;
  readonly weekday: number;
}

function slot(maker: SlotMaker, service: Service, minute: number, minutes: number): Slot {
  const { seat, day } = maker;
  const staffId =
    service === "group" || service === "skills"
      ? (seat.groupLeaders[maker.weekday] ?? seat.therapistId)
      : seat.therapistId;
  return {
    start: { day, minute },
    minutes,
    service,
    modality:
      seat.modality === "hybrid" ? (maker.weekday % 2 === 0 ? "in_person" : "telehealth") : seat.modality,
    staffId: service === "psychiatry" ? (seat.prescriberId ?? staffId) : staffId,
  };
}

function partialHospitalDay(maker: SlotMaker): Slot[] {
  return [slot(maker, "group", 9 * 60, 180), slot(maker, "skills", 13 * 60, 120)];
}

function outpatientDay(maker: SlotMaker): Slot[] {
  return maker.weekday === (maker.seat.groupDays[1] ?? 1)
    ? [slot(maker, "individual", maker.seat.groupStart, 60)]
    : [];
}

/** Whether a group that a holiday takes from the week is held today instead. */
function makesUpGroup({ days, day, weekday }: SlotMaker, groupDays: readonly number[]): boolean {
  const monday = day - weekday;
  const taken = groupDays.filter((groupDay) => days.isHoliday(monday + groupDay)).length;
  const free = [0, 1, 2, 3, 4].filter((other) => !groupDays.includes(other) && days.isOpen(monday + other));
  return free.slice(0, taken).includes(weekday);
}

function intensiveOutpatientDay(maker: SlotMaker): Slot[] {
  const { seat, weekday } = maker;
  const week = Math.floor((maker.day - maker.admitted) / 7);
  const tapered = seat.taperAfter !== null && week >= seat.taperAfter;
  const groupDays = tapered ? seat.groupDays.slice(0, -1) : seat.groupDays;
  if (!groupDays.includes(weekday) && !makesUpGroup(maker, groupDays)) return [];
  const slots = [slot(maker, "group", seat.groupStart, 180)];
  if (weekday === groupDays[1]) slots.push(slot(maker, "individual", seat.groupStart - 70, 60));
  const turn = TURNS[week % TURNS.length] ?? null;
  if (weekday === groupDays[2] && turn !== null) slots.push(slot(maker, turn, seat.groupStart - 70, 60));
  return slots;
}

function levelOn(day: Day, placements: readonly PlacementDraft[]): PlacementDraft["level"] {
  return placements.findLast((placement) => placement.from <= day)?.level ?? "iop";
}

/** The services scheduled for a stay from admission to its end, or to a week from today; none on weekends. */
export function slotsOf(
  stay: { readonly admitted: Day; readonly end: Day; readonly placements: readonly PlacementDraft[] },
  seat: Seat,
  days: Days,
): Slot[] {
  const slots: Slot[] = [];
  for (let day = stay.admitted; day <= Math.min(stay.end, DAYS_AHEAD); day += 1) {
    const weekday = days.weekday(day);
    if (weekday > 4) continue;
    const maker: SlotMaker = { days, seat, admitted: stay.admitted, day, weekday };
    const level = levelOn(day, stay.placements);
    if (level === "php" || level === "residential") slots.push(...partialHospitalDay(maker));
    else if (level === "op") slots.push(...outpatientDay(maker));
    else slots.push(...intensiveOutpatientDay(maker));
  }
  return slots.toSorted((a, b) => a.start.day - b.start.day || a.start.minute - b.start.minute);
}

/** A medication visit comes around so many days after the last. */
const VISIT_EVERY = 21;
const VISIT_MINUTES = 30;

export interface Visiting {
  readonly seat: Seat;
  readonly days: Days;
  readonly admitted: Day;
  readonly level: LevelOfCare;
}

/** A time of the day at which there is no group. */
function visitMinute(draw: Draw, { seat, level }: Visiting): number {
  if (level === "php") return 15 * 60 + 15;
  return seat.groupStart <= 10 * 60 ? 14 * 60 + 30 * draw.int(0, 5) : 10 * 60 + 30 * draw.int(0, 3);
}

/**
 * The next visit with the prescriber, within the next three weeks and a few days; null when nobody prescribes. Visits are
 * counted from admission, so that tomorrow has the same one.
 */
export function visitSlot(draw: Draw, visiting: Visiting): Slot | null {
  const { seat, days, admitted } = visiting;
  if (seat.prescriberId === null) return null;
  const since = -admitted + draw.int(0, VISIT_EVERY - 1);
  const day = days.openOnOrAfter(VISIT_EVERY - (since % VISIT_EVERY));
  const maker: SlotMaker = { days, seat, admitted, day, weekday: days.weekday(day) };
  return slot(maker, "psychiatry", visitMinute(draw, visiting), VISIT_MINUTES);
}

/** Minutes of service actually given: all, or what was left by coming late or leaving early. */
function minutesGiven(status: SessionStatus, minutes: number): number | null {
  if (status === "attended") return minutes;
  if (status === "late") return minutes - Math.min(25, Math.floor(minutes / 4));
  if (status === "left_early") return Math.floor((minutes * 2) / 3);
  return null;
}

/** The slot with its outcome. What is marked is recorded `delay` days later, soon after the end when 0. */
export function sessionFrom(slotGiven: Slot, status: SessionStatus, delay: number): SessionDraft {
  const marked = status !== "scheduled";
  const end = slotGiven.start.minute + slotGiven.minutes;
  return {
    ...slotGiven,
    status,
    attendedMinutes: minutesGiven(status, slotGiven.minutes),
    recorded: marked
      ? { day: slotGiven.start.day + delay, minute: delay === 0 ? Math.min(end + 10, 1430) : 8 * 60 + 40 }
      : null,
  };
}
