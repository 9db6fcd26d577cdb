import { addDays, type CalendarDate } from "@soundings/clinical";
import type { Folder } from "./command.ts";
import { phq9 } from "./newcomer.ts";

const PROGRAM = "DAY";

/** Names that a page must hold: long without a space, right to left, of many code points, and what a browser could run. */
export const ODD_NAMES = [
  ["T-LONG", "Maximiliane".repeat(7), "Wolfeschlegelsteinhausenberger".repeat(3).slice(0, 80)],
  ["T-RTL", "عبد الرحمن", "בן־יהודה הגדול מירושלים"],
  ["T-SIGNS", "👩‍👩‍👧‍👦 กัลยาณมิตร", "O'Nguyễn̈ <script>alert(1)</script>"],
] as const;

/** Patients of whose records each is odd in a way of its own; `MANY` has a year of everything, `FUTURE` what is yet to come. */
export const ODD = {
  one: "T-ONE",
  none: "T-NONE",
  many: "T-MANY",
  twice: "T-TWICE",
  unanswered: "T-UNANSWERED",
  future: "T-FUTURE",
  medicated: "T-MEDICATED",
} as const;

function manyWeeks(today: CalendarDate) {
  const on = (index: number, each: number) => addDays(today, -364 + Math.floor(index * each));
  const assessments = Array.from({ length: 300 }, (_, index) =>
    phq9(`T-MANY-A${index}`, ODD.many, on(index, 1.21), [index % 4, 2, 1, 2, 1, 0, 1, 2, 0]),
  );
  const sessions = Array.from({ length: 156 }, (_, index) =>
    session(`T-MANY-S${index}`, ODD.many, on(index, 2.33)),
  );
  const screens = Array.from({ length: 104 }, (_, index) => ({
    screen_id: `T-MANY-X${index}`,
    patient_id: ODD.many,
    scheduled_on: on(index, 3.5),
    disposition: "collected",
    specimen: "urine",
    collected_at: `${on(index, 3.5)}T18:00:00Z`,
    method: "presumptive",
    validity: "valid",
    analyte: "cocaine",
    result: index % 9 === 0 ? "positive" : "negative",
    result_status: "final",
  }));
  return { assessments, sessions, screens };
}

function session(id: string, patientId: string, on: CalendarDate, status = "attended") {
  return {
    session_id: id,
    patient_id: patientId,
    scheduled_start: `${on}T17:00:00Z`,
    scheduled_minutes: 180,
    service: "group",
    status,
    modality: "in_person",
  };
}

function start(
  patientId: string,
  on: CalendarDate,
  [id, medication, dose]: readonly [string, string, string],
) {
  return {
    medication_change_id: `${patientId}-${id}`,
    patient_id: patientId,
    changed_on: on,
    change: "start",
    medication,
    dose,
  };
}

const ANSWERS = [2, 2, 2, 2, 2, 2, 1, 1, 0];

/** The folder of them all for a clinic with the program DAY. Every row is one that the export allows. */
export function troubleFolder(today: CalendarDate): Folder {
  const ago = (days: number) => addDays(today, -days);
  const ids = [...Object.values(ODD), ...ODD_NAMES.map(([patientId]) => patientId)];
  const names = new Map<string, readonly [string, string]>(
    ODD_NAMES.map(([id, given, family]) => [id, [given, family]]),
  );
  const stay = (id: string, patientId: string, from: number, to = "") => ({
    episode_id: id,
    patient_id: patientId,
    program_id: PROGRAM,
    admitted_on: ago(from),
    discharged_on: to,
    discharge_reason: to === "" ? "" : "completed",
  });
  const many = manyWeeks(today);
  const once = ids.filter((id) => id !== ODD.many && id !== ODD.twice && id !== ODD.future);
  const total = phq9("T-UNANSWERED-T", ODD.unanswered, ago(20), []);
  return {
    "patients.csv": ids.map((id) => ({
      patient_id: id,
      given_name: names.get(id)?.[0] ?? "Odd",
      family_name: names.get(id)?.[1] ?? id,
      birth_date: "1990-02-03",
    })),
    "episodes.csv": [
      ...once.map((id) => stay(`${id}-E`, id, 60)),
      stay("T-MANY-E", ODD.many, 364),
      stay("T-TWICE-E1", ODD.twice, 60, ago(10)),
      stay("T-TWICE-E2", ODD.twice, 30),
      stay("T-FUTURE-E", ODD.future, 20, addDays(today, 30)),
    ],
    "assessments.csv": [
      phq9("T-ONE-A", ODD.one, ago(9), ANSWERS),
      ...many.assessments,
      phq9("T-TWICE-A", ODD.twice, ago(20), ANSWERS),
      { ...total, total: 14 },
      phq9("T-UNANSWERED-U", ODD.unanswered, ago(8), [2, 1]),
      phq9("T-FUTURE-A1", ODD.future, ago(6), ANSWERS),
      phq9("T-FUTURE-A2", ODD.future, addDays(today, 1), [3, 3, 3, 3, 3, 3, 3, 3, 3]),
      ...ODD_NAMES.map(([id]) => phq9(`${id}-A`, id, ago(30), ANSWERS)),
    ],
    "sessions.csv": [
      ...many.sessions,
      session("T-FUTURE-S1", ODD.future, ago(3)),
      session("T-FUTURE-S2", ODD.future, addDays(today, 9), "scheduled"),
    ],
    "screens.csv": many.screens,
    "medications.csv": [
      ...Array.from({ length: 39 }, (_, index) =>
        start(ODD.medicated, ago(50 - Math.max(0, index - 8)), [`M${index}`, `Medication ${index}`, "1/2"]),
      ),
      start(ODD.medicated, ago(2), ["L", "Compoundedpreparation".repeat(6), "as needed"]),
      start(ODD.future, addDays(today, 7), ["M", "Fluoxetine", "20"]),
    ],
  };
}
