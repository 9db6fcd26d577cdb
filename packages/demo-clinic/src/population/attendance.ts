import type { SessionStatus } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import type { SessionDraft } from "../draft.ts";
import type { Draw } from "../random.ts";
import { type Slot, sessionFrom, slotsOf } from "../schedule.ts";
import { COURSES } from "./courses.ts";
import type { StayPlan } from "./stays.ts";

/** The sessions of a stay and the days on which the person came. */
export interface Attendance {
  readonly sessions: readonly SessionDraft[];
  readonly daysPresent: readonly Day[];
  readonly daysMissed: readonly Day[];
}

interface Fading {
  /** From here on the person comes less and less; null when they keep coming. */
  readonly from: Day | null;
  /** After this day they do not come at all. */
  readonly last: Day;
}

function fadingOf(draw: Draw, stay: StayPlan): Fading {
  const silent = stay.reason === "lost_contact" ? draw.int(9, 15) : draw.int(0, 3);
  if (stay.course.kind === "drop_out")
    return { from: stay.end - silent - draw.int(5, 14), last: stay.end - silent };
  if (stay.reason === "lost_contact") return { from: stay.end - silent - 4, last: stay.end - silent };
  return { from: null, last: stay.end };
}

function chanceOfComing(stay: StayPlan, fading: Fading, day: Day): number {
  if (day > fading.last) return 0;
  if (fading.from !== null && day > fading.from) return 0.5;
  return COURSES[stay.course.kind].attendance;
}

export function presentAs(draw: Draw): SessionStatus {
  return draw.weighted([
    ["attended", 93.5],
    ["late", 4.5],
    ["left_early", 2],
  ]);
}

export function absentAs(draw: Draw, gone: boolean): SessionStatus {
  if (gone) return draw.chance(0.85) ? "no_show" : "cancelled_patient";
  return draw.weighted([
    ["no_show", 46],
    ["cancelled_patient", 30],
    ["excused", 24],
  ]);
}

/** Whether nobody has marked the day yet: often yesterday, seldom one longer ago. */
function isUnmarked(draw: Draw, day: Day): boolean {
  return draw.chance(day === -1 ? 0.1 : 0.0035);
}

interface DayOutcome {
  readonly status: SessionStatus;
  readonly came: boolean;
}

function outcomeOf(draw: Draw, stay: StayPlan, fading: Fading, day: Day): DayOutcome {
  const came = draw.chance(chanceOfComing(stay, fading, day));
  if (isUnmarked(draw, day)) return { status: "scheduled", came };
  return { status: came ? presentAs(draw) : absentAs(draw, day > fading.last), came };
}

function byDay(slots: readonly Slot[]): Map<Day, Slot[]> {
  return Map.groupBy(slots, (slot) => slot.start.day);
}

function sessionsOnDay(draw: Draw, slots: readonly Slot[], status: SessionStatus): SessionDraft[] {
  const delay = draw.chance(0.04) && (slots[0]?.start.day ?? 0) < -1 ? 1 : 0;
  return slots.map((slot) => {
    if (status !== "scheduled" && draw.chance(0.004)) return sessionFrom(slot, "cancelled_program", 0);
    const asOne = slot.service === "group" || (status !== "late" && status !== "left_early");
    return sessionFrom(slot, asOne ? status : "attended", delay);
  });
}

/** Who came when: what is past is marked, today and the week ahead are scheduled. No prescriber gives a date on a holiday. */
export function attend(draw: Draw, stay: StayPlan, days: Days): Attendance {
  const placements = stay.levels.map(({ level, from }) => ({ level, from, to: null }));
  const fading = fadingOf(draw, stay);
  const sessions: SessionDraft[] = [];
  const daysPresent: Day[] = [];
  const daysMissed: Day[] = [];
  for (const [day, slots] of byDay(
    slotsOf({ admitted: stay.admitted, end: stay.end, placements }, stay.seat, days),
  )) {
    if (days.isHoliday(day)) {
      const kept = slots.filter(({ service }) => day < 0 || service !== "psychiatry");
      sessions.push(...kept.map((slot) => sessionFrom(slot, day < 0 ? "cancelled_program" : "scheduled", 0)));
    } else if (day >= 0) {
      sessions.push(...slots.map((slot) => sessionFrom(slot, "scheduled", 0)));
    } else {
      const outcome = outcomeOf(draw, stay, fading, day);
      (outcome.came ? daysPresent : daysMissed).push(day);
      sessions.push(...sessionsOnDay(draw, slots, outcome.status));
    }
  }
  return { sessions, daysPresent, daysMissed };
}
