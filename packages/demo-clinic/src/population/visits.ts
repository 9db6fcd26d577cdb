import type { Days } from "../days.ts";
import type { SessionDraft } from "../draft.ts";
import type { Draw } from "../random.ts";
import { sessionFrom, visitSlot } from "../schedule.ts";
import type { Regimen } from "./medications.ts";
import { levelOn, type StayPlan } from "./stays.ts";

interface Ahead {
  readonly stay: StayPlan;
  readonly days: Days;
  readonly regimen: Regimen;
}

function chanceOfVisit({ stay, regimen }: Ahead): number {
  if (stay.course.kind === "drop_out") return 0.6;
  return regimen.changes.length > 0 ? 0.94 : 0.6;
}

/** The next visit with the prescriber of somebody in treatment; the last one of a stay is held before it ends. */
export function visitAhead(draw: Draw, ahead: Ahead): SessionDraft[] {
  const { stay, days } = ahead;
  if (stay.end < 0 || !draw.chance(chanceOfVisit(ahead))) return [];
  const { seat, admitted } = stay;
  const slot = visitSlot(draw, { seat, days, admitted, level: levelOn(stay, 0) });
  if (slot === null) return [];
  const day = slot.start.day > stay.end ? days.openOnOrBefore(stay.end) : slot.start.day;
  return day < 1 ? [] : [sessionFrom({ ...slot, start: { ...slot.start, day } }, "scheduled", 0)];
}
