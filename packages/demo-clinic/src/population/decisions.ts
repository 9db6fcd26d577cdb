import type { DecisionKind, LevelOfCare } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import type { DecisionDraft } from "../draft.ts";
import type { Draw } from "../random.ts";
import { levelOn, type StayPlan } from "./stays.ts";

const REASONS = {
  continue: [
    "Goals partly met",
    "Skills not yet steady",
    "Support at home still being arranged",
    "Work return planned first",
  ],
  added_contact: ["Extra individual session", "Check-in call between groups"],
} as const;

interface Made {
  readonly stay: StayPlan;
  readonly day: Day;
}

function decision(
  made: Made,
  kind: DecisionKind,
  level: LevelOfCare | null,
  reason: string | null,
): DecisionDraft {
  const { stay, day } = made;
  return {
    day,
    decision: kind,
    level,
    reason,
    staffId: stay.seat.therapistId,
    recorded: { day, minute: 16 * 60 + 20 },
  };
}

function changesOfLevel(stay: StayPlan): DecisionDraft[] {
  return stay.levels
    .slice(1)
    .map(({ level, from }) =>
      decision(
        { stay, day: from },
        "step_down",
        level,
        level === "op" ? "Stable and functioning" : "Ready for IOP",
      ),
    );
}

function atTheEnd(stay: StayPlan): DecisionDraft[] {
  const made = { stay, day: stay.end };
  if (stay.reason === "transferred_up")
    return [decision(made, "step_up", "php", "Present level does not hold")];
  if (stay.reason === "transferred_down") return [decision(made, "step_down", "op", "Goes on elsewhere")];
  if (stay.reason === "completed") return [decision(made, "discharge", null, "Goals met")];
  return [decision(made, "discharge", null, null)];
}

/** Reviews of the plan about every twelve days from week 4 on: most say to go on. */
function reviews(draw: Draw, stay: StayPlan, days: Days): DecisionDraft[] {
  const made: DecisionDraft[] = [];
  const worse = stay.course.kind === "deteriorating" || stay.course.kind === "non_responder";
  for (let due = stay.admitted + 26 + draw.int(0, 6); due < stay.end - 4; due += draw.int(11, 13)) {
    const day = days.openOnOrBefore(due);
    if (levelOn(stay, day) === "op") break;
    if (draw.chance(0.72)) made.push(decision({ stay, day }, "continue", "iop", draw.pick(REASONS.continue)));
    else if (worse && draw.chance(0.5)) {
      made.push(decision({ stay, day }, "added_contact", null, draw.pick(REASONS.added_contact)));
    }
  }
  return made;
}

/** What was decided during a stay, up to yesterday. */
export function decisionsOf(draw: Draw, stay: StayPlan, days: Days): DecisionDraft[] {
  const made = [...reviews(draw, stay, days), ...changesOfLevel(stay), ...atTheEnd(stay)];
  return made.filter(({ day }) => day < 0 && day <= stay.end);
}
