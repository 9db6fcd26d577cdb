import { instrumentOf } from "../instruments/instruments.ts";
import { scoredItems } from "../instruments/scoring.ts";
import { C_SSRS_RESULTS, type InstrumentId, MEASURE_MISSED_RESULTS } from "./codes.ts";
import type { Problem, RecordKind, RecordOfKind, RejectionCode } from "./incoming.ts";
import type { Assessment, ClinicalEvent, Session } from "./types.ts";

/** One law of a kind of record: what it may not be, and what to do about it, in words that repeat no patient's value. */
interface Law<K extends RecordKind> {
  readonly column: string;
  readonly code: RejectionCode;
  readonly message: string;
  readonly broken: (record: RecordOfKind[K]) => boolean;
}

const EARLIEST_BIRTH = "1900-01-01";
const ATTENDED: ReadonlySet<Session["status"]> = new Set(["attended", "late", "left_early"]);

function above(minimum: number | null, maximum: number | null): boolean {
  return minimum !== null && maximum !== null && minimum > maximum;
}

function totalBeyond(instrument: InstrumentId): Law<"assessment"> {
  const { name, maximum } = instrumentOf(instrument);
  return {
    column: "total",
    code: "out_of_range",
    message: `A ${name} total is at most ${maximum}: give the total of the form, or leave it empty.`,
    broken: (record) => record.instrument === instrument && record.total !== null && record.total > maximum,
  };
}

function noSuchItem(number: number): Law<"assessment"> {
  return {
    column: `item_${number}`,
    code: "out_of_range",
    message: `The GAD-7 has no item ${number}: leave item_${number} empty.`,
    broken: (record) => record.instrument === "gad-7" && (record.items[number - 1] ?? null) !== null,
  };
}

function saysNothing(record: Assessment): boolean {
  return record.total === null && scoredItems(record).every((answer) => answer === null);
}

function totalDiffers(record: Assessment): boolean {
  const answers = scoredItems(record).filter((answer) => answer !== null);
  const complete = answers.length === instrumentOf(record.instrument).items.length;
  return record.total !== null && complete && answers.reduce((sum, one) => sum + one, 0) !== record.total;
}

/** A correction may change an event's kind and leave the result as it stands: it must be a result of the new kind. */
function resultCode(kind: ClinicalEvent["kind"], codes: readonly string[]): Law<"event"> {
  return {
    column: "result",
    code: "bad_code",
    message: `Give the result of ${kind} as one of ${codes.join(", ")}, or leave it empty.`,
    broken: (record) => record.kind === kind && record.result !== null && !codes.includes(record.result),
  };
}

/** The laws of each kind, in the order in which they are tried. */
const LAWS: { readonly [K in RecordKind]: readonly Law<K>[] } = {
  program: [
    {
      column: "planned_weeks_min",
      code: "wrong_order",
      message: "The fewest planned weeks are more than the most: exchange or correct the two.",
      broken: (record) => above(record.plannedWeeksMin, record.plannedWeeksMax),
    },
    {
      column: "days_per_week_min",
      code: "wrong_order",
      message: "The fewest days a week are more than the most: exchange or correct the two.",
      broken: (record) => above(record.daysPerWeekMin, record.daysPerWeekMax),
    },
  ],
  staff: [],
  patient: [
    {
      column: "birth_date",
      code: "out_of_range",
      message: "A birth before 1900 is not taken: correct the year.",
      broken: (record) => record.birthDate < EARLIEST_BIRTH,
    },
  ],
  episode: [
    {
      column: "discharged_on",
      code: "missing_value",
      message: "A discharge reason needs its date: give discharged_on, or leave discharge_reason empty.",
      broken: (record) => record.dischargeReason !== null && record.dischargedOn === null,
    },
    {
      column: "discharged_on",
      code: "wrong_order",
      message: "The discharge lies before the admission: correct one of the two dates.",
      broken: (record) => record.dischargedOn !== null && record.dischargedOn < record.admittedOn,
    },
  ],
  placement: [
    {
      column: "ended_on",
      code: "wrong_order",
      message: "The placement ends before it starts: correct one of the two dates.",
      broken: (record) => record.endedOn !== null && record.endedOn < record.startedOn,
    },
  ],
  assessment: [
    noSuchItem(9),
    noSuchItem(10),
    totalBeyond("phq-9"),
    totalBeyond("gad-7"),
    {
      column: "total",
      code: "missing_value",
      message: "Neither an answer that counts nor a total is given: give the items, the total, or both.",
      broken: saysNothing,
    },
    {
      column: "total",
      code: "total_mismatch",
      message: "The total is not the sum of the items: correct the item or the total that is wrong.",
      broken: totalDiffers,
    },
  ],
  session: [
    {
      column: "attended_minutes",
      code: "out_of_range",
      message:
        "Minutes were attended of a session not attended: correct the status, or leave the minutes empty.",
      broken: (record) => (record.attendedMinutes ?? 0) > 0 && !ATTENDED.has(record.status),
    },
  ],
  screen: [
    {
      column: "analyte",
      code: "missing_value",
      message: "A result needs its analyte: give the analyte, or leave the result empty.",
      broken: (record) => record.result !== null && record.analyte === null,
    },
    {
      column: "result",
      code: "disagrees",
      message:
        "A screen that was not collected has no result: correct the disposition, or leave the result empty.",
      broken: (record) => record.result !== null && record.disposition !== "collected",
    },
  ],
  medication_change: [],
  event: [resultCode("c_ssrs", C_SSRS_RESULTS), resultCode("measure_missed", MEASURE_MISSED_RESULTS)],
  decision: [],
};

/**
 * What is wrong with one complete record in itself, or null. Cells are taken to be well formed; only what several
 * columns say together, and what the kind of instrument or the year 1900 allows, is judged here.
 */
export function problemOf<K extends RecordKind>(kind: K, record: RecordOfKind[K]): Problem | null {
  const broken = LAWS[kind].find((law) => law.broken(record));
  return broken === undefined ? null : { column: broken.column, code: broken.code, message: broken.message };
}
