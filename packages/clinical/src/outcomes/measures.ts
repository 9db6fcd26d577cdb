import { instrumentOf } from "../instruments/instruments.ts";
import { pairedOutcome } from "../instruments/reliable-change.ts";
import type { DischargeReason, InstrumentId } from "../records/codes.ts";
import { AT_DISCHARGE } from "./at-discharge.ts";
import { defineMeasure, defineWeekMeasure, type Measure, pairOf } from "./define-measure.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import type { MeasureId } from "./json.ts";

const PHQ_9 = instrumentOf("phq-9");
const GAD_7 = instrumentOf("gad-7");
const BOTH_INSTRUMENTS = [PHQ_9, GAD_7];
const BOTH = BOTH_INSTRUMENTS.map(({ id }) => id);

/** Remission is the lowest band. */
const REMISSION_BELOW = (PHQ_9.bands[0]?.to ?? 0) + 1;

/** Ends that were planned, and ends that were not. */
const COMPLETED: ReadonlySet<DischargeReason | null> = new Set(["completed", "transferred_down"]);
const LEFT: ReadonlySet<DischargeReason | null> = new Set(["against_advice", "lost_contact"]);

/** The stay was completed, or went on at a lower level of care. */
export function isCompleted({ dischargeReason }: EpisodeFacts): boolean {
  return COMPLETED.has(dischargeReason);
}

/** The patient left against advice, or contact was lost. */
export function hasLeft({ dischargeReason }: EpisodeFacts): boolean {
  return LEFT.has(dischargeReason);
}

/** The stay ended for a recorded reason that is neither a planned end nor leaving. */
export function hasEndedOtherwise(facts: EpisodeFacts): boolean {
  return facts.dischargeReason !== null && !isCompleted(facts) && !hasLeft(facts);
}

const NHS = "NHS Talking Therapies manual";
/** As words for who is no case any more, and who is one at first. */
export const BELOW_CASENESS = BOTH_INSTRUMENTS.map(({ name, caseness }) => `${name} below ${caseness}`).join(
  " and ",
);
export const CASE_AT_FIRST = BOTH_INSTRUMENTS.map(
  ({ name, caseness }) => `${name} of ${caseness} or more`,
).join(", or ");
const PAIRED_ON_BOTH = "Discharged, with a baseline and a later score on the PHQ-9 and on the GAD-7";
const moved = (verb: string): string =>
  BOTH_INSTRUMENTS.map(({ name, reliableChange }) => `${name} ${verb} by ${reliableChange} or more`).join(
    " or ",
  );

function outcomeOf(facts: EpisodeFacts): ReturnType<typeof pairedOutcome> | null {
  const phq9 = pairOf(facts, "phq-9");
  const gad7 = pairOf(facts, "gad-7");
  if (phq9 === null || gad7 === null) return null;
  return pairedOutcome({ "phq-9": phq9.pre, "gad-7": gad7.pre }, { "phq-9": phq9.post, "gad-7": gad7.post });
}

const isCase = (pre: Readonly<Record<InstrumentId, number>>): boolean =>
  BOTH_INSTRUMENTS.some(({ id, caseness }) => pre[id] >= caseness);
const isDepressed = (pre: Readonly<Record<InstrumentId, number>>): boolean => pre["phq-9"] >= PHQ_9.caseness;

function phq9Is(facts: EpisodeFacts, holds: (pre: number, post: number) => boolean): boolean {
  const pair = pairOf(facts, "phq-9");
  return pair !== null && holds(pair.pre, pair.post);
}

const reliableSource = `${NHS}: reliable change of ${PHQ_9.reliableChange} (${PHQ_9.name}) and ${GAD_7.reliableChange} (${GAD_7.name}) points`;
const recoverySource = `${NHS}: caseness of ${PHQ_9.caseness} (${PHQ_9.name}) and ${GAD_7.caseness} (${GAD_7.name}) points`;
const CASES = `${PAIRED_ON_BOTH}, and a baseline ${CASE_AT_FIRST}`;
const PAIRED_ON_PHQ_9 = "Discharged, with a baseline and a later score on the PHQ-9";
const DEPRESSED = `${PAIRED_ON_PHQ_9}, and a baseline of ${PHQ_9.caseness} or more`;

/** Every measure of program outcomes, in the order of the contract. */
export const MEASURES: readonly Measure[] = [
  defineMeasure({
    id: "reliable-improvement",
    version: 1,
    name: "Reliable improvement",
    denominator: PAIRED_ON_BOTH,
    numerator: `${moved("fell")}, and neither rose by as much`,
    source: reliableSource,
    needs: BOTH,
    has: (facts) => outcomeOf(facts)?.reliable === "improved",
  }),
  defineMeasure({
    id: "reliable-deterioration",
    version: 1,
    name: "Reliable deterioration",
    denominator: PAIRED_ON_BOTH,
    numerator: `${moved("rose")}, and neither fell by as much`,
    source: reliableSource,
    needs: BOTH,
    has: (facts) => outcomeOf(facts)?.reliable === "worsened",
  }),
  defineMeasure({
    id: "recovery",
    version: 1,
    name: `Symptom recovery (${BELOW_CASENESS})`,
    denominator: CASES,
    numerator: `The later scores: ${BELOW_CASENESS}`,
    source: recoverySource,
    needs: BOTH,
    fits: isCase,
    has: (facts) => outcomeOf(facts)?.recovery === true,
  }),
  defineMeasure({
    id: "reliable-recovery",
    version: 1,
    name: `Reliable symptom recovery (${BELOW_CASENESS}, and reliable improvement)`,
    denominator: CASES,
    numerator: `The later scores: ${BELOW_CASENESS}; and ${moved("fell")}, and neither rose by as much`,
    source: `${reliableSource}; ${recoverySource}`,
    needs: BOTH,
    fits: isCase,
    has: (facts) => outcomeOf(facts)?.reliableRecovery === true,
  }),
  defineMeasure({
    id: "phq9-response",
    version: 1,
    name: "PHQ-9 at half or less",
    denominator: DEPRESSED,
    numerator: "The later PHQ-9 is half the baseline or less",
    source: "HEDIS DRR-E: response is a fall of at least 50 %",
    needs: ["phq-9"],
    fits: isDepressed,
    has: (facts) => phq9Is(facts, (pre, post) => 2 * post <= pre),
  }),
  defineMeasure({
    id: "phq9-remission",
    version: 1,
    name: `PHQ-9 remission (below ${REMISSION_BELOW})`,
    denominator: DEPRESSED,
    numerator: `The later PHQ-9 is below ${REMISSION_BELOW}`,
    source: `HEDIS DRR-E and CMS159: remission is a PHQ-9 below ${REMISSION_BELOW}; without their windows of time`,
    needs: ["phq-9"],
    fits: isDepressed,
    has: (facts) => phq9Is(facts, (_, post) => post < REMISSION_BELOW),
  }),
  defineMeasure({
    id: "phq9-clinically-important-improvement",
    version: 1,
    name: `PHQ-9 lower by ${PHQ_9.minimalImportantChange} or more`,
    denominator: PAIRED_ON_PHQ_9,
    numerator: `PHQ-9 fell by ${PHQ_9.minimalImportantChange} or more`,
    source: PHQ_9.sources.minimalImportantChange,
    needs: ["phq-9"],
    has: (facts) => phq9Is(facts, (pre, post) => pre - post >= PHQ_9.minimalImportantChange),
  }),
  defineMeasure({
    id: "completion",
    version: 1,
    name: "Completed, or moved to a lower level of care",
    denominator: "All discharged",
    numerator: "Discharge reason completed or transferred down",
    source: "The reason of discharge on record, after TEDS-D; unknown reasons count as not completed",
    needs: [],
    has: isCompleted,
  }),
  defineMeasure({
    id: "against-advice",
    version: 1,
    name: "Left against advice or lost contact",
    denominator: "All discharged",
    numerator: "Discharge reason against advice or lost contact",
    source: "The reason of discharge on record, after TEDS-D; unknown reasons count as not left",
    needs: [],
    has: hasLeft,
  }),
  defineMeasure({
    id: "measured-at-discharge",
    version: 1,
    name: "PHQ-9 at discharge",
    denominator: "All discharged",
    numerator: `A scored PHQ-9 of the episode from ${AT_DISCHARGE.daysBefore} days before discharge to ${AT_DISCHARGE.daysAfter} days after it`,
    source: "House definition: the two weeks that a PHQ-9 asks about, up to a week late",
    needs: [],
    has: ({ phq9AtDischarge }) => phq9AtDischarge,
  }),
  defineWeekMeasure({
    id: "weekly-measurement",
    version: 1,
    name: "Weeks of stay with a PHQ-9",
    denominator: "Whole weeks from admission to discharge, of all discharged",
    numerator: "Weeks in which a PHQ-9 of the episode was scored",
    source:
      "House definition: week 1 begins on the day of admission, and a week that discharge cuts short does not count",
    units: ({ weeks }) => weeks.expected,
    events: ({ weeks }) => weeks.measured.length,
  }),
];

const BY_ID = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** @throws RangeError for an id that no measure has. */
export function measureOf(id: MeasureId): Measure {
  const measure = BY_ID.get(id);
  if (measure === undefined) throw new RangeError(`no measure ${id}`);
  return measure;
}
