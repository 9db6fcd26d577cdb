import { addDays } from "../calendar/civil.ts";
import { counted, hours, sentence, signed } from "../findings/wording.ts";
import type { AssessmentMark, AttendanceWeek, MeasureLane, ScreenOnTimeline } from "../picture/types.ts";
import type { CriterionState, CriterionView } from "../step-down/types.ts";
import {
  aboutOf,
  attendanceLines,
  chosen,
  decisionLines,
  latestScore,
  linesOf,
  medicationLines,
  reliably,
} from "./parts.ts";
import { plainScreens } from "./plain-screens.ts";
import { isCriterionWithin } from "./scope.ts";
import { NO_DATA, NOT_IN_THIS_DOCUMENT, type PaperScope, type PaperSource, WHOLE_RECORD } from "./source.ts";
import { leftOutOf } from "./summary.ts";
import type { Paper, PaperSection, PaperTable } from "./types.ts";

const STATE_WORDS: Readonly<Record<CriterionState, string>> = {
  met: "met",
  not_met: "not met",
  no_data: "no data, cannot be decided",
  not_applicable: "does not apply",
};

function criterionRow(criterion: CriterionView, since: string | undefined, scope: PaperScope) {
  const { label, state, detail } = criterion;
  if (!isCriterionWithin(criterion, scope)) return [label, NOT_IN_THIS_DOCUMENT, "–", "–"];
  const held = state === "met" ? (since ?? "not known") : "–";
  return [label, STATE_WORDS[state], detail, held];
}

function missingLines(criteria: readonly CriterionView[], scope: PaperScope): readonly string[] {
  const within = criteria.filter((criterion) => isCriterionWithin(criterion, scope));
  const missing = within.filter(({ state }) => state === "no_data");
  const behind = criteria.length - within.length;
  return [
    missing.length === 0
      ? "Missing to decide: nothing among the criteria shown"
      : `Missing to decide: ${missing.map(({ label, detail }) => `${label} (${detail})`).join("; ")}`,
    ...(behind === 0
      ? []
      : [`${counted(behind, "criterion", "criteria")} rest on parts that are not in this document.`]),
  ];
}

function cardSections({ stepDown, course, picture }: PaperSource, scope: PaperScope): PaperSection[] {
  const heading = "Step-down criteria";
  if (stepDown === null) {
    const why = picture.dischargedOn === null ? "the stay is not at PHP or IOP" : "the stay has ended";
    return [linesOf(heading, [`No step-down card: ${why}.`])];
  }
  const { criteria, ready } = stepDown;
  const rows = criteria.map((criterion) => criterionRow(criterion, course.metSince[criterion.id], scope));
  const whole = criteria.every((criterion) => isCriterionWithin(criterion, scope));
  const since = course.readySince === null ? "" : ` since ${course.readySince}`;
  const verdict = ready
    ? `Every criterion is met${since}: consider a lower level of care.`
    : "Not every criterion is met: review what is open.";
  return [
    { kind: "table", heading, table: { columns: ["Criterion", "State", "Values", "Met since"], rows } },
    linesOf("For review", [
      ...(whole ? [verdict] : []),
      ...missingLines(criteria, scope),
      "These values are for a clinician to consider. They are no decision on placement.",
    ]),
  ];
}

function scoreNote(mark: AssessmentMark): string {
  const notes = [
    mark.score === null ? `not scored, ${mark.answered} of ${mark.itemCount} answered` : null,
    mark.prorated ? `prorated from ${mark.answered} of ${mark.itemCount} answers` : null,
    mark.totalOnly ? "total only" : null,
    mark.late && mark.recordedOn !== null ? `recorded ${mark.recordedOn}` : null,
    mark.score !== null && !mark.takesPart ? "not the one that counts for its day or stay" : null,
  ];
  return notes.filter((note) => note !== null).join("; ") || "–";
}

function scoreRow(lane: MeasureLane, mark: AssessmentMark): readonly string[] {
  const { baseline } = lane;
  const later = baseline !== null && mark.on > baseline.on && mark.score !== null && mark.takesPart;
  const change = later ? (mark.score ?? 0) - baseline.score : null;
  return [
    mark.on,
    lane.name,
    mark.score === null ? NO_DATA : `${mark.score} of ${lane.max}`,
    mark.band ?? "–",
    change === null ? "–" : `${signed(change)}, ${reliably(lane, change)}`,
    scoreNote(mark),
  ];
}

const SCORE_COLUMNS = ["Date", "Measure", "Score", "Band", "Since baseline", "Note"];

function scoresSection({ picture: { measures } }: PaperSource): PaperSection {
  const heading = "Scores";
  const rows = measures.flatMap((lane) => lane.marks.map((mark) => scoreRow(lane, mark)));
  const absent = measures
    .filter(({ marks }) => marks.length === 0)
    .map(({ name }) => [NO_DATA, name, NO_DATA, "–", "–", "none on record in this stay"]);
  return { kind: "table", heading, table: { columns: SCORE_COLUMNS, rows: [...rows, ...absent] } };
}

function weekRow(week: AttendanceWeek): readonly string[] {
  const { countable, attended, deliveredMinutes, requiredMinutes, complete } = week;
  return [
    String(week.week + 1),
    `${week.from} – ${addDays(week.from, 6)}`,
    countable === 0 ? "no session marked" : `${attended} of ${countable}`,
    countable === 0 ? NO_DATA : hours(deliveredMinutes),
    requiredMinutes === null ? "not stated" : hours(requiredMinutes),
    complete ? "–" : "week not complete",
  ];
}

function weeksTable({ picture: { attendanceWeeks } }: PaperSource): PaperTable {
  const columns = ["Week", "Days", "Attended", "Hours of service", "The level asks for", "Note"];
  return { columns, rows: attendanceWeeks.map(weekRow) };
}

const NOT_GIVEN: ReadonlySet<ScreenOnTimeline["mark"]> = new Set(["missed", "refused", "tampered"]);

function screenLines({ picture: { screens }, lens }: PaperSource): readonly string[] {
  if (screens.length === 0) return ["No drug screen on record in this stay"];
  const { negative, submitted, scheduled, longestRun, longestRunFrom, longestRunTo, currentRun } =
    lens.screens;
  const count = (marks: ReadonlySet<string>) => screens.filter(({ mark }) => marks.has(mark)).length;
  const run =
    longestRunFrom === null || longestRunTo === null ? "" : ` (${longestRunFrom} to ${longestRunTo})`;
  return [
    `${negative} without an unexpected positive of ${submitted} submitted and of ${scheduled} scheduled (excused ones not counted)`,
    `New positive: ${count(new Set(["new_positive"]))}; possible carry-over: ${count(new Set(["carry_over"]))}; not given: ${count(NOT_GIVEN)}; pending: ${count(new Set(["pending"]))}`,
    `Longest run of negatives: ${counted(longestRun, "screen")}${run}; present run: ${counted(currentRun, "screen")}`,
  ];
}

function screenSections(source: PaperSource, scope: PaperScope): readonly PaperSection[] {
  const plain = plainScreens(source, scope);
  if (plain.length > 0) return plain;
  return [chosen(scope, ["screens"], "Drug screens", () => linesOf("Drug screens", screenLines(source)))];
}

function changeRows({ picture }: PaperSource): readonly (readonly string[])[] {
  return picture.medications
    .flatMap((lane) => lane.changes)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(({ on, text }) => [on, sentence(text)]);
}

function medicationSections(source: PaperSource): PaperSection {
  const rows = changeRows(source);
  if (rows.length === 0) return linesOf("Medication changes", ["No change on record in this stay"]);
  return { kind: "table", heading: "Medication changes", table: { columns: ["Date", "Change"], rows } };
}

/**
 * The page for a concurrent review: every criterion of the step-down card with its values, what is missing, since when
 * each holds, and the record behind it. It names values to consider and decides on no placement.
 */
export function reviewPaper(source: PaperSource, scope: PaperScope = WHOLE_RECORD): Paper {
  const all = Number.POSITIVE_INFINITY;
  return {
    kind: "review",
    title: "Concurrent review",
    asOf: source.asOf,
    about: aboutOf(source, scope),
    sections: [
      ...cardSections(source, scope),
      chosen(scope, ["measures"], "Latest scores", () =>
        linesOf("Latest scores", source.picture.measures.map(latestScore)),
      ),
      chosen(scope, ["measures"], "Scores", () => scoresSection(source)),
      chosen(scope, ["attendance", "course"], "Attendance", () =>
        linesOf("Attendance", attendanceLines(source)),
      ),
      chosen(scope, ["attendance", "course"], "Attendance by week", () => ({
        kind: "table",
        heading: "Attendance by week",
        table: weeksTable(source),
      })),
      ...screenSections(source, scope),
      chosen(scope, ["medications"], "Current medication", () =>
        linesOf("Current medication", medicationLines(source, all)),
      ),
      chosen(scope, ["medications"], "Medication changes", () => medicationSections(source)),
      chosen(scope, ["decisions"], "Decisions", () =>
        linesOf("Decisions", decisionLines(source, scope, all)),
      ),
    ],
    leftOut: leftOutOf(scope),
    foot: "The criteria are house rules to consider and review, not a placement decision. “No data” means that nothing is on record; it never means a normal result.",
  };
}
