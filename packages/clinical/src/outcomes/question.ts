import type { CalendarDate } from "../calendar/types.ts";

/** By what a cohort is narrowed, and by what groups are compared. */
export const DIMENSIONS = [
  "program",
  "level",
  "track",
  "modality",
  "therapist",
  "diagnosis",
  "referral",
  "payer",
  "age",
  "sex",
  "language",
  "race",
  "ethnicity",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The value of a dimension that is not on record. */
export const NOT_RECORDED = "not-recorded";

/** One value a dimension; absent means all. `NOT_RECORDED` chooses those of whom it is not known. */
export type CohortFilter = Readonly<Partial<Record<Dimension, string>>>;

/** Which episodes a question is about: discharged (for retention: admitted) from `from` to `to`, both included. */
export interface CohortQuestion {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: CalendarDate;
  readonly filter: CohortFilter;
}
