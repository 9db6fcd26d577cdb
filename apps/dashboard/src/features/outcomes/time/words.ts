import { addDays, type CalendarDate, type OverTime, type TrackWeek } from "@soundings/clinical";
import { dateWords } from "../../../ui/dates.ts";
import { counted } from "../../../ui/numbers.ts";
import { fixed, rangeWords } from "../parts/number-words.ts";
import { periodWords } from "./periods.ts";

const CHARTS: Readonly<Record<OverTime["chart"], string>> = {
  p: "The line in the middle is the share of all periods together; the limits are three standard errors away, wider where a period has fewer patients (p chart).",
  xmr: "The line in the middle is the mean of the periods; the limits follow from how far one period differs from the next (XmR chart).",
  run: "Too few periods to set limits: the line is the median (run chart).",
};

function knownOf({ points }: Pick<OverTime, "points">): number {
  return points.filter(({ value }) => value !== null).length;
}

/** How the chart is made. */
export function chartWords(answer: OverTime): string {
  const { chart, trial, center } = answer;
  if (center === null) return "No center line and no limits: no period has a value.";
  const made = `Only whole ${answer.every}s inside the period asked for are shown. ${CHARTS[chart]}`;
  if (!trial || chart === "run") return made;
  return `${made} Trial limits: fewer than 12 periods with a value, so that they will still move.`;
}

/** What is said of a last period that goes on; null when it has ended. */
export function openWords({ points, every, question }: OverTime): string | null {
  const last = points.at(-1);
  if (last === undefined || !last.open) return null;
  const the = every === "quarter" ? "The " : "";
  return `${the}${periodWords(last.from, every)} is not over as of ${dateWords(question.asOf)}: its point will still move.`;
}

const FEW = 5;

/** What is said of a p chart of so rare an event, or of so few stays, that its limits and runs are rough; null of any other. */
export function fewExpectedWords({ chart, center, points, every }: OverTime): string | null {
  if (chart !== "p" || center === null) return null;
  const known = points.filter(({ value }) => value !== null);
  const least = Math.min(center, 1 - center);
  const rough = known.filter(({ n }) => n * least < FEW).length;
  if (rough * 2 <= known.length) return null;
  const longer = every === "month" ? "choose quarters, or " : "";
  return `Most ${every}s are expected to count fewer than ${FEW} stays ${center < 0.5 ? "with" : "without"} the outcome, so that limits and runs are rough: ${longer}take more programs together.`;
}

/** Where no point is marked. */
export function noMarksWords(answer: OverTime): string {
  const known = knownOf(answer);
  if (known === 0) return "Nobody is in the denominator of any period.";
  if (known === 1) return "One period has a value: there is nothing to follow yet.";
  if (answer.chart === "run") return "No point stands out, of periods too few to tell a change from chance.";
  return "No point stands out by these rules. A small change, or one of the last periods, need not show yet.";
}

/** `Mar 2 to Mar 8, 2026` */
export function weekWords(from: CalendarDate): string {
  const to = addDays(from, 6);
  return `${dateWords(from, to)} to ${dateWords(to)}`;
}

const HOW = { up: "rose together", down: "fell together" } as const;

/** `Mar 2 to Mar 8, 2026: rose together by 2.1 points on average (0.9 to 3.3); 9 rose and 1 fell of`, before the count of patients. */
export function movedWords({ from, mean, low, high, rose, fell, together }: TrackWeek): string {
  if (together !== "up" && together !== "down") return `${weekWords(from)}: did not move together;`;
  const range = rangeWords(together === "up" ? low : negated(high), together === "up" ? high : negated(low));
  const by =
    mean === null
      ? ""
      : ` by ${fixed(Math.abs(mean))} points on average${range === null ? "" : ` (${range})`}`;
  return `${weekWords(from)}: ${HOW[together]}${by}; ${rose} rose and ${fell} fell of`;
}

/** `rose together in 1 week, fell together in 9`, of the weeks in which a track moved. */
export function togetherWords(moved: readonly TrackWeek[]): string {
  const up = moved.filter(({ together }) => together === "up").length;
  const down = moved.filter(({ together }) => together === "down").length;
  const said = [
    up > 0 ? `rose together in ${counted(up, "week")}` : "",
    down > 0 ? `fell together in ${counted(down, "week")}` : "",
  ];
  return said.filter((words) => words !== "").join(", ") || "never moved together";
}

function negated(value: number | null): number | null {
  return value === null ? null : -value;
}

export const RULES =
  "A point stands out when it lies outside the limits, is one of seven in a row on one side of the center line or of seven in a row that rise or fall, or when two of three in a row lie beyond two thirds of the way to one limit. It says that something changed, not what.";

export const TOGETHER =
  "By calendar week, each patient's score against the same patient's a week before. A track moved together when six or more patients have both scores, two thirds of them moved the same way, and the interval of the mean leaves out 0. Patients in treatment mostly fall a little; a rise of a whole track is what to ask about: the group, a holiday, a change of staff. Of so many weeks some are marked by chance.";

export const SAVED_BY_QUARTER =
  "A saved file shows whole quarters, without notes: of single months too few patients could be told apart.";
export const TRACKS_STAY = "Plots by track do not leave the program: a week of one track is of few patients.";
