import type { DueInput, ScheduleInput } from "@soundings/contract";
import { appendAudit } from "@soundings/records";
import { listEntry } from "../access/entries.ts";
import type { Asked } from "../trpc.ts";
import { readDue } from "./due.ts";
import { readSchedule } from "./schedule.ts";

interface Printed {
  readonly what: "sessions" | "due";
  readonly filter: Readonly<Record<string, unknown>>;
  readonly rows: readonly { readonly patientId: string }[];
}

function enter({ store, actor }: Asked, { what, filter, rows }: Printed): { readonly done: true } {
  appendAudit(store.writer, actor, listEntry("patient_printed", { what, ...filter }, rows));
  return { done: true };
}

/** Enters whom the day's sessions name that go to a printer. */
export async function noteSchedulePrinted(asked: Asked, filter: ScheduleInput) {
  const { sessions } = await readSchedule(asked, filter);
  return enter(asked, { what: "sessions", filter, rows: sessions });
}

/** Enters whom the list of measures due names that goes to a printer. */
export async function noteDuePrinted(asked: Asked, filter: DueInput) {
  const { due } = await readDue(asked, filter);
  return enter(asked, { what: "due", filter, rows: due });
}
