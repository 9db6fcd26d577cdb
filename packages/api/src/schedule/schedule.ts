import { localTimeOf } from "@soundings/clinical";
import type { ScheduleInput, SchedulePage } from "@soundings/contract";
import { sessionsOn, siteOf } from "@soundings/records";
import { dayNamed } from "../day.ts";
import type { Asked } from "../trpc.ts";
import { programsIn, reachOf } from "./reach.ts";

/** Session minutes are whole on a schedule. */
const whole = (minutes: number | null) => (minutes === null ? null : Math.round(minutes));

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
  return {
    on,
    today,
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
