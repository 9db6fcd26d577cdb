import type { DischargeReason } from "@soundings/clinical";
import type { Draw } from "../random.ts";

/** How people fare, each with its own curve, attendance and way out. */
export type CourseKind =
  | "early_responder"
  | "late_responder"
  | "sudden_gain"
  | "residual_anxiety"
  | "mild"
  | "non_responder"
  | "deteriorating"
  | "drop_out";

interface CourseHabits {
  readonly share: number;
  /** Length of stay as a part of what the program plans. */
  readonly length: readonly [least: number, most: number];
  /** The chance of coming on a scheduled day. */
  readonly attendance: number;
  readonly reasons: readonly (readonly [DischargeReason, number])[];
}

const STAYS_TO_THE_END: CourseHabits["reasons"] = [
  ["completed", 82],
  ["transferred_down", 4],
  ["against_advice", 6],
  ["lost_contact", 4],
  ["administrative", 4],
];

export const COURSES: Readonly<Record<CourseKind, CourseHabits>> = {
  early_responder: { share: 27, length: [0.8, 1.1], attendance: 0.95, reasons: STAYS_TO_THE_END },
  late_responder: { share: 12, length: [1, 1.2], attendance: 0.94, reasons: STAYS_TO_THE_END },
  sudden_gain: { share: 9, length: [0.85, 1.1], attendance: 0.95, reasons: STAYS_TO_THE_END },
  residual_anxiety: { share: 13, length: [0.9, 1.1], attendance: 0.94, reasons: STAYS_TO_THE_END },
  mild: { share: 13, length: [0.85, 1.05], attendance: 0.95, reasons: STAYS_TO_THE_END },
  non_responder: {
    share: 5,
    length: [0.7, 1.05],
    attendance: 0.91,
    reasons: [
      ["completed", 35],
      ["transferred_up", 30],
      ["against_advice", 18],
      ["lost_contact", 12],
      ["administrative", 5],
    ],
  },
  deteriorating: {
    share: 5,
    length: [0.5, 0.85],
    attendance: 0.88,
    reasons: [
      ["transferred_up", 62],
      ["against_advice", 18],
      ["lost_contact", 12],
      ["completed", 8],
    ],
  },
  drop_out: {
    share: 21,
    length: [0.1, 0.6],
    attendance: 0.88,
    reasons: [
      ["lost_contact", 50],
      ["against_advice", 40],
      ["administrative", 5],
      ["incarcerated", 4.4],
      ["deceased", 0.6],
    ],
  },
};

/** What one person's scores will do. */
export interface Course {
  readonly kind: CourseKind;
  /** Where the scores start. */
  readonly phq9: number;
  readonly gad7: number;
  /** The week in which something turns, for the courses in which something does. */
  readonly turn: number;
}

/** The part of the first score that is gone by a week; negative is worse. */
type Curve = (week: number, turn: number) => number;

const settling =
  (most: number, halfWay: number): Curve =>
  (week) =>
    (most * week) / (week + halfWay);

const GAIN: Readonly<Record<CourseKind, { readonly phq9: Curve; readonly gad7: Curve }>> = {
  early_responder: { phq9: settling(0.86, 1.6), gad7: settling(0.82, 1.9) },
  late_responder: {
    phq9: (week, turn) => (week < turn ? 0.065 * week : Math.min(0.7, 0.065 * turn + 0.15 * (week - turn))),
    gad7: (week, turn) => (week < turn ? 0.06 * week : Math.min(0.65, 0.06 * turn + 0.13 * (week - turn))),
  },
  sudden_gain: {
    phq9: (week, turn) => (week < turn ? 0.04 * week : Math.min(0.74, 0.5 + 0.04 * (week - turn))),
    gad7: (week, turn) => (week < turn ? 0.04 * week : Math.min(0.68, 0.42 + 0.04 * (week - turn))),
  },
  residual_anxiety: { phq9: settling(0.8, 2), gad7: settling(0.3, 3) },
  mild: { phq9: settling(0.6, 2.5), gad7: settling(0.6, 2.5) },
  non_responder: { phq9: settling(0.1, 2), gad7: settling(0.12, 2) },
  deteriorating: {
    phq9: (week, turn) => (week < turn ? 0.03 * week : 0.03 * turn - 0.11 * (week - turn + 1)),
    gad7: (week, turn) => (week < turn ? 0.03 * week : 0.03 * turn - 0.09 * (week - turn + 1)),
  },
  drop_out: { phq9: settling(0.5, 2.2), gad7: settling(0.45, 2.2) },
};

export function courseFrom(draw: Draw, lowMood: boolean): Course {
  const kinds = Object.entries(COURSES) as [CourseKind, CourseHabits][];
  const kind = draw.weighted(
    kinds.map(([name, { share }]) => [name, name === "mild" && lowMood ? 2.2 * share : share] as const),
  );
  const mild = kind === "mild";
  const least = kind === "deteriorating" ? 8 : kind === "non_responder" ? 12 : 10;
  const phq9 = mild
    ? Math.max(2, draw.normal(7, 1.6))
    : Math.min(23, Math.max(least, draw.normal(15.6, 3.2)));
  const start = mild ? draw.normal(6, 2) : 0.62 * phq9 + draw.normal(3, 2.2);
  const gad7 = Math.min(20, Math.max(kind === "residual_anxiety" ? 11 : 2, start));
  const turn = kind === "late_responder" ? 6 + draw.next() : draw.int(2, 4);
  return { kind, phq9: kind === "deteriorating" ? Math.min(phq9, 16) : phq9, gad7, turn };
}

/** The scores around which a week's answers vary. */
export function expectedScores(
  course: Course,
  week: number,
): { readonly phq9: number; readonly gad7: number } {
  const gain = GAIN[course.kind];
  return {
    phq9: course.phq9 * (1 - gain.phq9(week, course.turn)),
    gad7: course.gad7 * (1 - gain.gad7(week, course.turn)),
  };
}
