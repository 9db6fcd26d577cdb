import { dueInput, duePage, scheduleInput, schedulePage } from "@soundings/contract";
import { listEntry } from "../access/entries.ts";
import { readDue } from "../schedule/due.ts";
import { readSchedule } from "../schedule/schedule.ts";
import { read, router } from "../trpc.ts";

export const scheduleRouter = router({
  day: read({
    action: "schedule.view",
    input: scheduleInput,
    output: schedulePage,
    body: readSchedule,
    audit: (input, { sessions }) => listEntry("schedule_viewed", input, sessions),
  }),
  due: read({
    action: "due.view",
    input: dueInput,
    output: duePage,
    body: readDue,
    audit: (input, { due }) => listEntry("due_viewed", input, due),
  }),
});
