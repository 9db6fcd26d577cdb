import { styleFrom } from "../answers.ts";
import type { Days } from "../days.ts";
import type { ChartDraft, MedicationDraft } from "../draft.ts";
import type { ProgramLetter } from "../programs.ts";
import { drawsOf } from "../random.ts";
import { attend } from "./attendance.ts";
import { decisionsOf } from "./decisions.ts";
import { eventsOf } from "./events.ts";
import { measure } from "./measures.ts";
import { isTaken, prescribe } from "./medications.ts";
import { screenStay } from "./screens.ts";
import { type StayPlan, stayDraft } from "./stays.ts";
import { useDuring } from "./use.ts";
import { visitAhead } from "./visits.ts";

export interface PersonPlan {
  readonly seed: number;
  /** The place in the schedule of admissions; names the person's streams of chance. */
  readonly slot: string;
  /** The program in whose schedule that is; an earlier or later stay may be in another. */
  readonly letter: ProgramLetter;
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
  const regimen = prescribe(draws("medication"), stay, draws("dosing"));
  const lab = draws("laboratory");
  const testing = { stay, perWeek: plan.screensPerWeek, attendance, use, regimen, lab };
  return {
    stays: [stayDraft(draws("stay"), stay)],
    measures: measured.measures,
    sessions: [...attendance.sessions, ...visitAhead(draws("visit"), { stay, days, regimen })],
    screens: screenStay(draws("screens"), testing),
    medications: regimen.changes,
    events: eventsOf(draws("events"), { stay, attendance, measured, use }),
    decisions: decisionsOf(draws("decisions"), stay, days),
  };
}

/** What was prescribed around a stay has run out when the next begins; that has its own prescriptions. */
function untilNextStay(
  changes: readonly MedicationDraft[],
  stay: StayPlan,
  next: StayPlan | undefined,
): MedicationDraft[] {
  if (next === undefined) return [...changes];
  const day = stay.end + Math.floor((next.admitted - stay.end) / 2);
  const names = [...new Set(changes.map(({ medication }) => medication))];
  const stops = names
    .filter((medication) => isTaken(changes, medication, day))
    .map(
      (medication): MedicationDraft => ({
        day,
        change: "stop",
        medication,
        dose: null,
        unit: null,
        frequency: null,
        prescriberId: stay.seat.prescriberId,
        reason: "Not refilled",
        rxnorm: changes.find((one) => one.medication === medication)?.rxnorm ?? null,
      }),
    );
  return [...changes, ...stops];
}

/** All records of one person of the population. */
export function recordsOf(plan: PersonPlan, days: Days): Records {
  const parts = plan.stays.map((stay, place) => {
    const records = recordsOfStay(plan, stay, place, days);
    const next = plan.stays[place + 1];
    return { ...records, medications: untilNextStay(records.medications, stay, next) };
  });
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
