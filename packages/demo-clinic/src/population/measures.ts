import type { AssessmentMode, InstrumentId, MeasureMissedResult } from "@soundings/clinical";
import { type Answering, type AnswerStyle, type Answers, answersFor, asHardAs } from "../answers.ts";
import type { Day } from "../days.ts";
import type { EventDraft, MeasureDraft, Moment } from "../draft.ts";
import type { Draw } from "../random.ts";
import type { Attendance } from "./attendance.ts";
import { expectedScores } from "./courses.ts";
import type { StayPlan } from "./stays.ts";

export interface Measured {
  readonly measures: readonly MeasureDraft[];
  /** measure_missed events. */
  readonly missed: readonly EventDraft[];
  /** Days on which item 9 was answered 1 or more, with the answer. */
  readonly item9: readonly { readonly day: Day; readonly answer: number; readonly alone: boolean }[];
}

/** How thoughts of death or self-harm come and go in one stay. */
type Ideation = "never" | "at_first" | "recurrent" | "persistent";

interface Pen {
  readonly draw: Draw;
  readonly stay: StayPlan;
  readonly style: AnswerStyle;
  readonly ideation: Ideation;
  /** What was answered last, by instrument. */
  readonly last: Map<InstrumentId, Answers>;
}

function ideationFrom(draw: Draw, stay: StayPlan): Ideation {
  if (stay.course.phq9 < 11) return draw.chance(0.03) ? "at_first" : "never";
  return draw.weighted<Ideation>([
    ["never", 77],
    ["at_first", 18.5],
    ["recurrent", 3.5],
    ["persistent", 1],
  ]);
}

function item9On(pen: Pen, week: number): number {
  const { draw, stay, ideation } = pen;
  const worsening = stay.course.kind === "deteriorating" && week >= stay.course.turn && draw.chance(0.25);
  if (worsening) return draw.chance(0.2) ? 2 : 1;
  switch (ideation) {
    case "never":
      return 0;
    case "at_first":
      return week === 0
        ? draw.weighted([
            [1, 80],
            [2, 17],
            [3, 3],
          ])
        : week === 1 && draw.chance(0.3)
          ? 1
          : 0;
    case "recurrent":
      return draw.chance(0.25) ? 1 : 0;
    case "persistent":
      return draw.chance(0.65)
        ? draw.weighted([
            [1, 85],
            [2, 15],
          ])
        : 0;
  }
}

type Quality = "whole" | "prorated" | "incomplete" | "total_only" | "late" | "mistaken";

function qualityFrom(draw: Draw): Quality {
  return draw.weighted<Quality>([
    ["whole", 94.2],
    ["prorated", 1.7],
    ["incomplete", 0.8],
    ["total_only", 1.2],
    ["late", 1.6],
    ["mistaken", 0.5],
  ]);
}

const SCORED_ITEMS: Readonly<Record<InstrumentId, number>> = { "phq-9": 9, "gad-7": 7 };

/** Leaves `count` answers out, never item 9. */
function leaveOut(items: readonly (number | null)[], count: number, draw: Draw): (number | null)[] {
  const left = [...items];
  let open = count;
  while (open > 0) {
    const place = draw.int(0, 6);
    if (left[place] === null) continue;
    left[place] = null;
    open -= 1;
  }
  return left;
}

interface Sheet {
  readonly day: Day;
  readonly instrument: InstrumentId;
  readonly items: readonly (number | null)[];
  readonly mode: AssessmentMode;
  readonly quality: Quality;
  readonly recorded: Moment;
}

function measureFrom(pen: Pen, sheet: Sheet): MeasureDraft[] {
  const { draw } = pen;
  const { day, instrument, items, mode, quality, recorded } = sheet;
  const scored = items.slice(0, SCORED_ITEMS[instrument]);
  const total = scored.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);
  const whole: MeasureDraft = {
    day,
    instrument,
    items,
    total: mode === "import" ? total : null,
    mode,
    recorded,
    status: null,
  };
  switch (quality) {
    case "prorated":
      return [
        { ...whole, items: leaveOut(items, instrument === "phq-9" ? draw.int(1, 2) : 1, draw), total: null },
      ];
    case "incomplete":
      return [{ ...whole, items: leaveOut(items, draw.int(3, 4), draw), total: null }];
    case "total_only":
      return [{ ...whole, items: items.map(() => null), total, mode: "import" }];
    case "late":
      return [
        {
          ...whole,
          mode: "staff",
          recorded: { day: Math.min(-1, day + draw.int(2, 5)), minute: 16 * 60 + 5 },
        },
      ];
    case "mistaken": {
      const wrong = items.map((answer, place) => (answer === null || place === 8 ? answer : 3 - answer));
      return [
        { ...whole, items: wrong, total: null, status: "entered_in_error" },
        { ...whole, status: "final" },
      ];
    }
    default:
      return [whole];
  }
}

function modeFrom(draw: Draw, atHome: boolean): AssessmentMode {
  if (atHome) return "link";
  return draw.weighted<AssessmentMode>([
    ["kiosk", 48],
    ["link", 26],
    ["self", 12],
    ["staff", 10],
    ["import", 4],
  ]);
}

const score = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

function answered(pen: Pen, answering: Omit<Answering, "last">): Answers {
  const last = pen.last.get(answering.instrument) ?? null;
  const items = answersFor({ ...answering, last }, pen.style, pen.draw);
  pen.last.set(answering.instrument, items);
  return items;
}

function answerBoth(pen: Pen, day: Day, atHome: boolean): { measures: MeasureDraft[]; item9: number } {
  const { draw, stay } = pen;
  const week = (day - stay.admitted) / 7;
  const expected = expectedScores(stay.course, week);
  const mode = modeFrom(draw, atHome);
  const quality = qualityFrom(draw);
  const minute = atHome ? 20 * 60 + draw.int(0, 110) : stay.seat.groupStart - draw.int(5, 25);
  const recorded = { day, minute };
  const difficulty = draw.chance(0.86);
  const item9 = item9On(pen, Math.floor(week));
  const phq9 = Math.max(item9 * 4, score(draw.normal(expected.phq9, 1.1), 24));
  const gad7 = score(draw.normal(expected.gad7, 0.9), 21);
  const sheet = { day, mode, quality, recorded };
  const phq9Items = answered(pen, { instrument: "phq-9", total: phq9, item9, difficulty });
  const anxious = answered(pen, { instrument: "gad-7", total: gad7, item9: 0, difficulty });
  const gad7Items = asHardAs(phq9Items, anxious);
  const measures = measureFrom(pen, { ...sheet, instrument: "phq-9", items: phq9Items });
  if (!draw.chance(0.025))
    measures.push(...measureFrom(pen, { ...sheet, instrument: "gad-7", items: gad7Items }));
  return { measures, item9: quality === "total_only" ? 0 : item9 };
}

function missedEvent(draw: Draw, day: Day, came: boolean): EventDraft[] {
  if (draw.chance(0.25)) return [];
  const result: MeasureMissedResult = came
    ? draw.weighted([
        ["not_asked", 45],
        ["refused", 35],
        ["unable", 20],
      ])
    : "absent";
  return [{ day, kind: "measure_missed", result, note: null, recorded: { day, minute: 17 * 60 } }];
}

/** The chance that a week in which the person came still has no measure. */
const SKIPPED_WEEK = 0.05;
const ANSWERS_AT_HOME = 0.45;

/** What becomes of one program week: answered on a day, on site or at home, or missed on a day. */
type WeekOutcome = {
  readonly day: Day;
  readonly as: "on_site" | "at_home" | "missed_present" | "missed_absent";
} | null;

function outcomeOfWeek(
  draw: Draw,
  stay: StayPlan,
  present: readonly Day[],
  week: { start: Day; last: Day },
): WeekOutcome {
  const { start, last } = week;
  if (start === stay.admitted) return { day: start, as: "on_site" };
  const first = present[draw.chance(0.12) ? 1 : 0] ?? present[0];
  if (first !== undefined)
    return { day: first, as: draw.chance(SKIPPED_WEEK) ? "missed_present" : "on_site" };
  const leaving = stay.course.kind === "drop_out" || stay.reason === "lost_contact";
  if (!leaving && start + 5 <= last && draw.chance(ANSWERS_AT_HOME)) return { day: start + 5, as: "at_home" };
  return start + 6 <= last ? { day: start + 4, as: "missed_absent" } : null;
}

/** PHQ-9 and GAD-7 once a program week, at the first visit of the week as a rule. */
export function measure(draw: Draw, stay: StayPlan, style: AnswerStyle, attendance: Attendance): Measured {
  const pen: Pen = { draw, stay, style, ideation: ideationFrom(draw, stay), last: new Map() };
  const measures: MeasureDraft[] = [];
  const missed: EventDraft[] = [];
  const item9: { day: Day; answer: number; alone: boolean }[] = [];
  const last = Math.min(stay.end, -1);
  for (let start = stay.admitted; start <= last; start += 7) {
    const present = attendance.daysPresent.filter((day) => day >= start && day < start + 7);
    const outcome = outcomeOfWeek(draw, stay, present, { start, last });
    if (outcome === null) continue;
    const { day, as } = outcome;
    if (as === "missed_present" || as === "missed_absent") {
      missed.push(...missedEvent(draw, day, as === "missed_present"));
      continue;
    }
    const both = answerBoth(pen, day, as === "at_home");
    measures.push(...both.measures);
    if (both.item9 > 0) item9.push({ day, answer: both.item9, alone: as === "at_home" });
  }
  return { measures, missed, item9 };
}
