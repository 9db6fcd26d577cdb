import { styleFrom } from "../answers.ts";
import type { Days } from "../days.ts";
import type { ChartDraft } from "../draft.ts";
import { drawsOf } from "../random.ts";
import { attend } from "./attendance.ts";
import { decisionsOf } from "./decisions.ts";
import { eventsOf } from "./events.ts";
import { measure } from "./measures.ts";
import { prescribe } from "./medications.ts";
import { screenStay } from "./screens.ts";
import { type StayPlan, stayDraft } from "./stays.ts";
import { useDuring } from "./use.ts";

export interface PersonPlan {
  readonly seed: number;
  /** The place in the schedule of admissions; names the person's streams of chance. */
  readonly slot: string;
  readonly stays: readonly StayPlan[];
  readonly screensPerWeek: number;
}

type Records = Pick<
  ChartDraft,
  "stays" | "measures" | "sessions" | "screens" | "medications" | "events" | "decisions"
>;

function recordsOfStay(plan: PersonPlan, stay: StayPlan, place: number, days: Days): Records {
  const draws = (topic: string) => drawsOf(plan.seed, plan.slot, place, topic);
  const attendance = attend(draws("attendance"), stay, days);
  const measured = measure(
    draws("measures"),
    stay,
    styleFrom(drawsOf(plan.seed, plan.slot, "style")),
    attendance,
  );
  const use = useDuring(draws("use"), stay);
  const regimen = prescribe(draws("medication"), stay);
  const testing = { stay, perWeek: plan.screensPerWeek, attendance, use, regimen };
  return {
    stays: [stayDraft(draws("stay"), stay)],
    measures: measured.measures,
    sessions: attendance.sessions,
    screens: screenStay(draws("screens"), testing),
    medications: regimen.changes,
    events: eventsOf(draws("events"), { stay, attendance, measured, use }),
    decisions: decisionsOf(draws("decisions"), stay, days),
  };
}

/** All records of one person of the population. */
export function recordsOf(plan: PersonPlan, days: Days): Records {
  const parts = plan.stays.map((stay, place) => recordsOfStay(plan, stay, place, days));
  return {
    stays: parts.flatMap(({ stays }) => stays),
    measures: parts.flatMap(({ measures }) => measures),
    sessions: parts.flatMap(({ sessions }) => sessions),
    screens: parts.flatMap(({ screens }) => screens),
    medications: parts.flatMap(({ medications }) => medications),
    events: parts.flatMap(({ events }) => events),
    decisions: parts.flatMap(({ decisions }) => decisions),
  };
}
