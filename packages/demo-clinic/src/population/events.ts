import type { CSsrsResult, EventKind } from "@soundings/clinical";
import type { Day } from "../days.ts";
import type { EventDraft } from "../draft.ts";
import type { Draw } from "../random.ts";
import type { Attendance } from "./attendance.ts";
import type { Measured } from "./measures.ts";
import type { StayPlan } from "./stays.ts";
import type { Use } from "./use.ts";

export interface Known {
  readonly stay: StayPlan;
  readonly attendance: Attendance;
  readonly measured: Measured;
  readonly use: Use;
}

function event(day: Day, kind: EventKind, result: string | null, note: string | null): EventDraft {
  return { day, kind, result, note, recorded: { day, minute: 15 * 60 + 30 } };
}

function intake(draw: Draw, { stay }: Known): EventDraft[] {
  const day = stay.admitted;
  const events: EventDraft[] = [];
  if (draw.chance(0.75)) events.push(event(day, "risk_assessment", null, "At intake"));
  if (draw.chance(0.6)) {
    const result = draw.weighted<CSsrsResult>([
      ["none", stay.course.phq9 < 12 ? 95 : 78],
      ["low", stay.course.phq9 < 12 ? 5 : 22],
    ]);
    events.push(event(day, "c_ssrs", result, null));
  }
  if (draw.chance(0.4))
    events.push(event(day + draw.int(1, 5), "safety_plan", null, "Written with the patient"));
  if (stay.focus === "opioid" && draw.chance(0.85))
    events.push(event(day + 1, "naloxone", null, "Kit and instruction given"));
  return events;
}

/** Nearly every answer to item 9 is followed up, the same day when given on site. */
function afterItem9(draw: Draw, { measured }: Known): EventDraft[] {
  return measured.item9.flatMap(({ day, answer, alone }) => {
    if (draw.chance(0.012)) return [];
    const seen = alone ? day + 1 : day;
    const events = [event(seen, "risk_assessment", null, "After item 9")];
    if (answer > 1 || draw.chance(0.35)) {
      const worried = answer > 1 && draw.chance(0.3);
      events.push(event(seen, "c_ssrs", worried ? "moderate" : "low", null));
      if (worried)
        events.push(event(seen, "safety_plan", null, "Reviewed"), event(seen + 5, "c_ssrs", "low", null));
    }
    return events;
  });
}

function afterAbsence(draw: Draw, { attendance }: Known): EventDraft[] {
  return attendance.daysMissed.flatMap((day) =>
    draw.chance(0.3)
      ? [event(day, "outreach", null, draw.chance(0.5) ? "Left a message" : "Spoke by telephone")]
      : [],
  );
}

function afterUse(draw: Draw, { use }: Known): EventDraft[] {
  return use.returns.flatMap((day) =>
    draw.chance(0.35) ? [event(day + 1, "return_to_use", null, "Told in session")] : [],
  );
}

const RARE: readonly (readonly [EventKind, number])[] = [
  ["crisis", 26],
  ["ed_visit", 24],
  ["hospital_stay", 12],
  ["withdrawal", 10],
  ["medical_instability", 8],
  ["overdose", 2],
  ["other", 18],
];

function everyWeek(draw: Draw, { stay }: Known, start: Day): EventDraft[] {
  const events: EventDraft[] = [];
  const day = start + draw.int(0, 4);
  if (draw.chance(stay.course.kind === "deteriorating" ? 0.05 : 0.007))
    events.push(event(day, draw.weighted(RARE), null, null));
  if (draw.chance(0.04)) events.push(event(day, "family_contact", null, "With consent"));
  return events;
}

/** Electroconvulsive treatment at the hospital, coordinated with the stay: a few people, twice a week for three weeks. */
function ectCourse(draw: Draw, { stay }: Known): EventDraft[] {
  const fits = stay.letter === "A" && stay.course.kind === "non_responder" && draw.chance(0.3);
  if (!fits) return [];
  return [0, 3, 7, 10, 14, 17].map((offset) =>
    event(stay.admitted + 21 + offset, "ect", null, "At the hospital"),
  );
}

/** The events of a stay, up to yesterday. */
export function eventsOf(draw: Draw, known: Known): EventDraft[] {
  const events = [
    ...intake(draw, known),
    ...known.measured.missed,
    ...afterItem9(draw, known),
    ...afterAbsence(draw, known),
    ...afterUse(draw, known),
    ...ectCourse(draw, known),
  ];
  for (let start = known.stay.admitted + 7; start <= known.stay.end; start += 7)
    events.push(...everyWeek(draw, known, start));
  const last = Math.min(-1, known.stay.end);
  return events.filter(({ day }) => day <= last);
}
