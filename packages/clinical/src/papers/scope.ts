import type { EvidenceType, Finding } from "../findings/types.ts";
import type { EpisodePicture, MeasureLane } from "../picture/types.ts";
import type { CriterionView } from "../step-down/types.ts";
import type { WeekState } from "../summary/types.ts";
import { covers, type PaperScope } from "./source.ts";
import { PAPER_PARTS, type PaperPart } from "./types.ts";

const PART_OF_EVIDENCE: Readonly<Record<EvidenceType, PaperPart>> = {
  assessment: "measures",
  session: "attendance",
  screen: "screens",
  medication_change: "medications",
  event: "events",
  decision: "decisions",
  placement: "course",
  episode: "course",
};

/** What a finding says besides its evidence: that something is absent is told of a part without a record of it. */
const PARTS_OF_RULE: Readonly<Record<string, readonly PaperPart[]>> = {
  "suicidal-ideation": ["measures"],
  "risk-assessment-overdue": ["measures", "events"],
  "item-9-unknown": ["measures"],
  "c-ssrs-risk": ["events"],
  "clinical-event": ["events"],
  "reliable-deterioration": ["measures"],
  "loss-of-gains": ["measures"],
  "severe-persisting": ["measures"],
  "early-non-response": ["measures", "medications"],
  "not-on-track": ["measures"],
  "unexpected-positive": ["screens", "medications"],
  "repeated-positives": ["screens", "medications"],
  "screen-not-given": ["screens"],
  "expected-drug-absent": ["screens", "medications"],
  "moud-stopped": ["medications"],
  "consecutive-absences": ["attendance"],
  "low-attendance": ["attendance"],
  "under-dose": ["attendance", "course"],
  "measure-overdue": ["measures"],
  "baseline-missing": ["measures"],
  "sessions-unmarked": ["attendance"],
  "length-of-stay": ["course"],
};

const PARTS_OF_CRITERION: Readonly<Record<string, readonly PaperPart[]>> = {
  "days-at-level": ["course"],
  "measures-current": ["measures"],
  "phq-9-low": ["measures"],
  "gad-7-low": ["measures"],
  improved: ["measures"],
  "no-suicidal-ideation": ["measures"],
  attendance: ["attendance"],
  "screens-clear": ["screens", "medications"],
};

/** Of a rule or criterion that is not named above, every part: it may speak of anything. */
function partsNeeded(
  named: readonly PaperPart[] | undefined,
  evidence: readonly { readonly type: EvidenceType }[],
): readonly PaperPart[] {
  return [...(named ?? PAPER_PARTS), ...evidence.map(({ type }) => PART_OF_EVIDENCE[type])].filter(
    (part) => part !== "identity",
  );
}

export function findingsWithin(findings: readonly Finding[], scope: PaperScope): readonly Finding[] {
  return findings.filter(({ rule, evidence }) => covers(scope, partsNeeded(PARTS_OF_RULE[rule], evidence)));
}

export function isCriterionWithin({ id, evidence }: CriterionView, scope: PaperScope): boolean {
  return covers(scope, partsNeeded(PARTS_OF_CRITERION[id], evidence));
}

const REASONS: ReadonlySet<WeekState> = new Set(["refused", "absent", "not_asked", "unable"]);

/** Why a measure is missing is told by an event. */
function withoutReasons(lane: MeasureLane): MeasureLane {
  const weeks = lane.weeks.map((week) =>
    REASONS.has(week.state) ? { ...week, state: "missing" as const } : week,
  );
  return { ...lane, weeks };
}

/**
 * The picture with the chosen parts only, and for a paper that leaves without free text. Marks of screens say what is
 * prescribed, so they stand only beside medications.
 */
export function pictureWithin(picture: EpisodePicture, scope: PaperScope): EpisodePicture {
  const kept = <T>(part: PaperPart, records: readonly T[]): readonly T[] =>
    scope.parts.has(part) ? records : [];
  const text = (given: string | null): string | null => (scope.freeText ? given : null);
  return {
    ...picture,
    measures: kept("measures", picture.measures).map((lane) =>
      scope.parts.has("events") ? lane : withoutReasons(lane),
    ),
    sessions: kept("attendance", picture.sessions),
    attendanceWeeks: kept("attendance", picture.attendanceWeeks),
    screens: scope.parts.has("medications") ? kept("screens", picture.screens) : [],
    medications: kept("medications", picture.medications).map((lane) => ({
      ...lane,
      changes: lane.changes.map((change) => ({ ...change, reason: text(change.reason) })),
    })),
    injections: kept("medications", picture.injections),
    events: kept("events", picture.events).map((event) => ({
      ...event,
      result: text(event.result),
      note: text(event.note),
    })),
    decisions: kept("decisions", picture.decisions).map((decision) => ({
      ...decision,
      reason: text(decision.reason),
    })),
    notes: scope.freeText ? picture.notes : [],
  };
}
