import type { ScheduleInput, SchedulePage } from "@soundings/contract";
import { askedDay } from "../day.ts";
import type { Asked } from "../trpc.ts";

export async function readSchedule(asked: Asked, input: ScheduleInput): Promise<SchedulePage> {
  const today = asked.today();
  return { on: askedDay(input.on, today), today, programs: [], sessions: [] };
}
