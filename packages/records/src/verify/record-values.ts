import {
  ADHERENCES,
  ANALYTE_RESULTS,
  ASSESSMENT_MODES,
  ASSESSMENT_STATUSES,
  DECISION_KINDS,
  DISCHARGE_REASONS,
  DISPOSITIONS,
  EVENT_KINDS,
  INSTRUMENT_IDS,
  LEVELS_OF_CARE,
  MEDICATION_CHANGES,
  MEDICATION_NOTE_KINDS,
  MODALITIES,
  parseCalendarDate,
  parseInstant,
  RESULT_STATUSES,
  SCREEN_METHODS,
  SERVICES,
  SESSION_STATUSES,
  SEXES,
  SPECIMENS,
  STAFF_ROLES,
  VALIDITIES,
  type ZoneName,
} from "@soundings/clinical";
import type { Column, Fields, Shape } from "../kinds/shapes.ts";

/** The codes of a column, by table and column. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  "programs.level_of_care": LEVELS_OF_CARE,
  "staff.role": STAFF_ROLES,
  "patients.sex": SEXES,
  "episodes.discharge_reason": DISCHARGE_REASONS,
  "episodes.modality": MODALITIES,
  "placements.level_of_care": LEVELS_OF_CARE,
  "assessments.instrument": INSTRUMENT_IDS,
  "assessments.mode": ASSESSMENT_MODES,
  "assessments.status": ASSESSMENT_STATUSES,
  "sessions.service": SERVICES,
  "sessions.status": SESSION_STATUSES,
  "sessions.modality": MODALITIES,
  "screens.disposition": DISPOSITIONS,
  "screens.specimen": SPECIMENS,
  "screens.validity": VALIDITIES,
  "screen_results.method": SCREEN_METHODS,
  "screen_results.result": ANALYTE_RESULTS,
  "screen_results.result_status": RESULT_STATUSES,
  "medication_changes.change": MEDICATION_CHANGES,
  "events.kind": EVENT_KINDS,
  "decisions.decision": DECISION_KINDS,
  "decisions.level_of_care": LEVELS_OF_CARE,
  "medication_notes.kind": MEDICATION_NOTE_KINDS,
  "medication_notes.adherence": ADHERENCES,
};

const UTC = "UTC" as ZoneName;
const ITEM_PLACES = 10;
const HIGHEST_ANSWER = 3;

type Test = (value: unknown) => boolean;

const isDate: Test = (value) => parseCalendarDate(String(value)) === value;
const isInstant: Test = (value) => parseInstant(String(value), UTC) === value;
const isNumber: Test = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isText: Test = (value) => typeof value === "string" && value !== "";
const isAnswer: Test = (value) =>
  value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= HIGHEST_ANSWER);
const areAnswers: Test = (value) =>
  Array.isArray(value) && value.length === ITEM_PLACES && value.every(isAnswer);
const areTexts: Test = (value) => Array.isArray(value) && value.every(isText);

function testOf(table: string, { column, codec }: Column): Test {
  const codes = CODES[`${table}.${column}`];
  if (codes !== undefined) return (value) => codes.includes(String(value));
  if (codec === "items") return areAnswers;
  if (codec === "list") return areTexts;
  if (codec === "number") return isNumber;
  if (column === "on" || column.endsWith("_on") || column === "birth_date") return isDate;
  return column.endsWith("_at") || column === "scheduled_start" ? isInstant : isText;
}

/** Answers the first column of a record of the table whose value no import would have stored, or null. */
export function valueTester({ table, columns }: Shape): (record: Fields) => string | null {
  const tests = columns.map((column) => ({ ...column, holds: testOf(table, column) }));
  return (record) => {
    const wrong = tests.find(({ property, holds }) => record[property] !== null && !holds(record[property]));
    return wrong?.column ?? null;
  };
}
