import {
  type CalendarDate,
  type OverTime,
  RULE_MARKS,
  type RuleMark,
  type TimePoint,
} from "@soundings/clinical";
import { valueWords } from "../compare/compared.ts";
import { periodWords } from "./periods.ts";

/** Points that stand out together by one rule. */
interface Marked {
  readonly mark: RuleMark;
  readonly points: readonly TimePoint[];
}

function sideOf({ value }: TimePoint, center: number | null): number {
  return value === null || center === null ? 0 : Math.sign(value - center);
}

function stepOf(from: TimePoint | undefined, to: TimePoint | undefined): number {
  const [before, after] = [from?.value ?? null, to?.value ?? null];
  return before === null || after === null ? 0 : Math.sign(after - before);
}

/** Whether a point goes on with what the points before it began. */
type Joins = (run: readonly TimePoint[], next: TimePoint, gap: number) => boolean;

function joinsOf(mark: RuleMark, { center }: OverTime): Joins {
  const sameSide = (run: readonly TimePoint[], next: TimePoint) =>
    run.every((point) => sideOf(point, center) === sideOf(next, center));
  switch (mark) {
    case "outside":
      return () => false;
    case "seven_one_side":
      return (run, next, gap) => gap === 1 && sameSide(run, next);
    case "two_of_three":
      return (run, next, gap) => gap <= 2 && sameSide(run, next);
    case "seven_in_a_row":
      return (run, next, gap) => {
        const step = stepOf(run.at(-1), next);
        return gap === 1 && step !== 0 && (run.length === 1 || stepOf(run[0], run[1]) === step);
      };
  }
}

/** The points of one rule, those of one run together. A turning point belongs to the run that it ends and to the one that it begins. */
function runsOf(mark: RuleMark, answer: OverTime): readonly Marked[] {
  const joins = joinsOf(mark, answer);
  const runs: { points: TimePoint[]; last: number }[] = [];
  for (const [place, point] of answer.points.entries()) {
    if (!point.marks.includes(mark)) continue;
    const now = runs.at(-1);
    if (now !== undefined && joins(now.points, point, place - now.last)) {
      now.points.push(point);
      now.last = place;
      continue;
    }
    const turn = now?.points.at(-1);
    const turns = mark === "seven_in_a_row" && now?.last === place - 1 && stepOf(turn, point) !== 0;
    runs.push({ points: turns && turn !== undefined ? [turn, point] : [point], last: place });
  }
  return runs.map(({ points }) => ({ mark, points }));
}

function outsideWords({ value, low, high }: TimePoint, { measure }: OverTime): string {
  const isBelow = value !== null && low !== null && value < low;
  const limit = isBelow ? low : high;
  const side = isBelow ? "below the lower limit" : "above the upper limit";
  return `${valueWords(measure, value)}, ${side} ${valueWords(measure, limit)}`;
}

function ruleWords({ mark, points }: Marked, answer: OverTime): string {
  const [first] = points;
  const { center, measure } = answer;
  if (first === undefined) return "";
  const side = sideOf(first, center) > 0 ? "above" : "below";
  switch (mark) {
    case "outside":
      return outsideWords(first, answer);
    case "seven_one_side":
      return `${points.length} in a row ${side} the center line ${valueWords(measure, center)}`;
    case "seven_in_a_row":
      return `${points.length} in a row that ${stepOf(first, points[1]) > 0 ? "rise" : "fall"}, from ${valueWords(measure, first.value)} to ${valueWords(measure, points.at(-1)?.value ?? null)}`;
    case "two_of_three":
      return `${points.length > 1 ? "at least two of three" : "one of two of three"} in a row far ${side} the center line, beyond two thirds of the way to the limit`;
  }
}

interface MarkSentence {
  readonly key: string;
  readonly words: string;
}

function spanWords(points: readonly TimePoint[], { every }: OverTime): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return "";
  const from = periodWords(first.from, every);
  return first === last ? from : `${from} to ${periodWords(last.from, every)}`;
}

const startOf = ({ points }: Marked): CalendarDate | "" => points[0]?.from ?? "";

/** What stands out, in the order of time: `March 2026: 41 %, below the lower limit 44 %.` Points of one run are one sentence. */
export function markSentences(answer: OverTime): readonly MarkSentence[] {
  return RULE_MARKS.flatMap((mark) => runsOf(mark, answer))
    .toSorted((a, b) => startOf(a).localeCompare(startOf(b)))
    .map((marked) => ({
      key: `${marked.mark}-${startOf(marked)}`,
      words: `${spanWords(marked.points, answer)}: ${ruleWords(marked, answer)}.`,
    }));
}

const SHORT: Readonly<Record<RuleMark, string>> = {
  outside: "outside the limits",
  seven_one_side: "run on one side",
  seven_in_a_row: "run up or down",
  two_of_three: "two of three far out",
};

/** The rules by which one point stands out, for a cell of the table. */
export function marksInShort(marks: readonly RuleMark[]): string {
  return marks.map((mark) => SHORT[mark]).join(", ");
}
