import { done, dueInput, duePage, scheduleInput, schedulePage } from "@soundings/contract";
import { listEntry } from "../access/entries.ts";
import { readDue } from "../schedule/due.ts";
import { noteDuePrinted, noteSchedulePrinted } from "../schedule/printed.ts";
import { readSchedule } from "../schedule/schedule.ts";
import { read, router, work } from "../trpc.ts";

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
  /** The list is about to be printed, says the browser. */
  dayPrinted: work({
    action: "schedule.view",
    input: scheduleInput,
    output: done,
    body: noteSchedulePrinted,
  }),
  duePrinted: work({ action: "due.view", input: dueInput, output: done, body: noteDuePrinted }),
});
