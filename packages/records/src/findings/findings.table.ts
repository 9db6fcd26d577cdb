import type { CalendarDate, FindingKind, LevelOfCare, Urgency } from "@soundings/clinical";

/** One row an episode in treatment or just before or after it: the summary as JSON, and what lists filter and sort by. */
export interface EpisodeSummaryTable {
  episode_id: string;
  patient_id: string;
  program_id: string;
  as_of: CalendarDate;
  phase: "active" | "window";
  level_of_care: LevelOfCare;
  week: number;
  /** Sorts into worklist order, ascending. */
  rank: string;
  leading_urgency: Urgency | null;
  finding_count: number;
  phq9: number | null;
  phq9_change: number | null;
  gad7: number | null;
  gad7_change: number | null;
  /** Attended of countable sessions of the last 14 days, 0 to 1; null without a countable one. */
  attendance: number | null;
  next_due: CalendarDate | null;
  overdue: 0 | 1;
  /** Criteria met of applicable, 0 to 1; null without a card. */
  step_down: number | null;
  ready: 0 | 1;
  summary: string;
  /** Sorts by who needs a medication review first, ascending; null as `trend` is. */
  review_rank: string | null;
  /** What the prescriber's list shows, as JSON; null until it is evaluated again after an update that brought it. */
  trend: string | null;
}

export interface FindingTable {
  episode_id: string;
  rule: string;
  version: number;
  patient_id: string;
  as_of: CalendarDate;
  kind: FindingKind;
  urgency: Urgency;
  /** The order within the episode. */
  position: number;
  finding: string;
}
