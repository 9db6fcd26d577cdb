/** The matrix of permissions, for tests that ask in another way than by a call. No program imports it. */
export { NOW } from "../clinic.fixture.ts";
export { correctMatrix, inReach, type Matrix, matrixOf, PATIENT_IDS, takeMatrix } from "./matrix.fixture.ts";
export {
  clinicalFields,
  entriesAfter,
  events,
  expectOfSearch,
  expectTheTable,
  lastEntry,
  named,
  type Outcome,
  type Way,
} from "./matrix.judge.ts";
export { OUTCOME_CASES } from "./matrix.outcomes.ts";
export { PATIENT_CASES, PROBES } from "./matrix.patients.ts";
export { SITE_CASES } from "./matrix.site.ts";
export type { Asking, Case } from "./matrix.types.ts";
