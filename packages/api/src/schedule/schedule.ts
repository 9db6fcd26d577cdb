import { addDays, type CalendarDate, localTimeOf } from "@soundings/clinical";
import type { ScheduleInput, SchedulePage } from "@soundings/contract";
import { sessionsOn, siteOf } from "@soundings/records";
import { dayNamed } from "../day.ts";
import type { Asked } from "../trpc.ts";
import { programsIn, reachOf } from "./reach.ts";

interface DayAsked {
  readonly on: CalendarDate;
  readonly program: string | undefined;
}

/** Session minutes are whole on a schedule. */
const whole = (minutes: number | null) => (minutes === null ? null : Math.round(minutes));

const WITHIN_DAYS = 14;

/** The nearest day before or after that has sessions in scope. */
function nearestTo({ store, scope }: Asked, { on, program }: DayAsked, by: -1 | 1): CalendarDate | null {
  for (let away = 1; away <= WITHIN_DAYS; away += 1) {
    const day = addDays(on, by * away);
    const isOne = (row: { readonly programId: string | null }) =>
      program === undefined || row.programId === program;
    if (sessionsOn(store, scope, day).some(isOne)) return day;
  }
  return null;
}

/**
 * The sessions in scope of any civil day, also one to come. Attendance only: nothing here is read from a summary, a
 * measure or a screen.
 * @throws AppError bad_day
 */
export async function readSchedule(asked: Asked, input: ScheduleInput): Promise<SchedulePage> {
  const { store, scope } = asked;
  const today = asked.today();
  const on = dayNamed(input.on) ?? today;
  const { zone } = siteOf(store);
  const all = sessionsOn(store, scope, on);
  const chosen = all.filter(({ programId }) => input.program === undefined || programId === input.program);
  const reach = reachOf(asked, chosen);
  const asksDay = { on, program: input.program };
  const near = (by: -1 | 1) => (chosen.length > 0 ? null : nearestTo(asked, asksDay, by));
  return {
    on,
    today,
    nearest: { before: near(-1), after: near(1) },
    programs: programsIn(all),
    sessions: chosen.map(({ programId: _program, startsAt, minutes, ...row }) => ({
      ...row,
      startsAt: localTimeOf(startsAt, zone),
      minutes: Math.round(minutes),
      attendedMinutes: whole(row.attendedMinutes),
      ...reach.of(row.patientId),
    })),
  };
}
