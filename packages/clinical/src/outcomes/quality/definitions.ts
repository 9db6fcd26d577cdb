import { NOT_MARKED_AT } from "../../rules/sessions-unmarked.ts";
import { house, type Thresholds } from "../../rules/threshold.ts";
import { OURS } from "../methods/define.ts";
import { QUALITY_CHECKS, type QualityCheckId } from "../quality.types.ts";

/** One check of data quality: what it looks for, what it does to the figures, and what mends it. */
export interface QualityCheck {
  readonly id: QualityCheckId;
  /** A changed threshold is a new version. */
  readonly version: number;
  readonly name: string;
  /** When a record is listed, in words. */
  readonly words: string;
  /** Out of what the problems are counted. */
  readonly of: string;
  /** What it does to the outcomes. */
  readonly effect: string;
  readonly whatToDo: string;
  readonly thresholds: Thresholds;
  readonly source: string;
  /** When the definition was last reviewed, `YYYY-MM-DD`. */
  readonly reviewed: string;
}

/** Recorded more than this many days after its own day is late. */
export const LATE_AFTER = house(2, "days after its own day");
/** A specimen collected this long ago should have a final result. */
export const RESULT_BY = house(7, "days after the collection");

const REVIEWED = "2026-11-22";

type Words = Omit<QualityCheck, "id" | "version" | "thresholds" | "source" | "reviewed"> &
  Partial<Pick<QualityCheck, "thresholds">>;

function check(id: QualityCheckId, words: Words): QualityCheck {
  return { id, version: 1, thresholds: {}, source: OURS, reviewed: REVIEWED, ...words };
}

const CHECKS: Readonly<Record<QualityCheckId, QualityCheck>> = {
  "week-not-measured": check("week-not-measured", {
    name: "Weeks without a PHQ-9",
    words: "A whole program week of the stay without a scored PHQ-9, with the reason where one is recorded.",
    of: "whole program weeks",
    effect:
      "Lowers weekly measurement. Where the first or the last weeks are missing, the patient has no change to count and is left out.",
    whatToDo:
      "A week cannot be measured afterwards. Enter a form that lies on paper, or record why it was not given; ask at the next visit.",
  }),
  "recorded-late": check("recorded-late", {
    name: "Forms recorded late",
    words: `A PHQ-9 or GAD-7 recorded more than ${LATE_AFTER.value} days after the day it was given.`,
    of: "forms",
    effect:
      "The figures of today are right; those of an earlier day lack the form, and nobody saw its answers when they mattered.",
    whatToDo: "Nothing to mend in the record. Let patients answer on their own device or at the desk.",
    thresholds: { late: LATE_AFTER },
  }),
  "items-missing": check("items-missing", {
    name: "Forms with answers missing",
    words: "A PHQ-9 or GAD-7 of which some answers are known and others are not.",
    of: "forms whose answers are known",
    effect:
      "Below seven answers of a PHQ-9 or six of a GAD-7 there is no score, and the form counts nowhere unless its total is stated.",
    whatToDo:
      "Look at the paper form and correct the answers on the patient's page. What was not answered stays open.",
  }),
  prorated: check("prorated", {
    name: "Prorated scores",
    words: "A score raised from the answers given, because one or two items are open.",
    of: "forms whose answers are known",
    effect: "Counts as any other score, with more uncertainty than the interval shows.",
    whatToDo: "Look at the paper form and correct the open answers on the patient's page.",
  }),
  "session-not-marked": check("session-not-marked", {
    name: "Sessions not marked",
    words: `A session ${NOT_MARKED_AT.value} or more days old that is still scheduled.`,
    of: `sessions ${NOT_MARKED_AT.value} or more days old`,
    effect: "Counts nowhere: attendance is the share of those that were marked.",
    whatToDo:
      "Say who came: correct the session on the patient's page, or in the system that the records come from.",
    thresholds: { age: NOT_MARKED_AT },
  }),
  "screen-without-result": check("screen-without-result", {
    name: "Screens without a final result",
    words: `A specimen collected ${RESULT_BY.value} or more days ago, fit to be tested, without a final result.`,
    of: `specimens ${RESULT_BY.value} or more days old, fit to be tested`,
    effect: "Counts as submitted and never as negative: the share of negative screens is too low.",
    whatToDo: "Ask the laboratory, and enter or import the result.",
    thresholds: { wait: RESULT_BY },
  }),
  "no-discharge-reason": check("no-discharge-reason", {
    name: "Discharges without a reason",
    words: "A discharge on record without its reason.",
    of: "discharged stays",
    effect:
      "Counts as neither completed nor left against advice or lost contact, and only as seen until that day in the retention curve.",
    whatToDo: "Correct the stay on the patient's page: enter the reason.",
  }),
  "impossible-sequence": check("impossible-sequence", {
    name: "Impossible sequences",
    words:
      "Records that cannot all be true: two stays of one patient at once, a placement outside its stay or over another one, a session attended after the discharge, a form recorded before it was given, anything given or attended after a death.",
    of: "discharged stays",
    effect: "A record may count for the wrong stay, at the wrong level, or not at all.",
    whatToDo: "Find out which of the days is wrong, and correct it on the patient's page.",
  }),
};

/** The checks of data quality, in the order of `QUALITY_CHECKS`. */
export const QUALITY: readonly QualityCheck[] = QUALITY_CHECKS.map((id) => CHECKS[id]);
