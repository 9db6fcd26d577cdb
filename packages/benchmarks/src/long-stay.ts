import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addDays, type CalendarDate } from "@soundings/clinical";

/** One stay of 52 weeks in the program of the large clinic, as full as a record gets. */
export const LONG_STAY = {
  patientId: "long-1",
  days: 364,
  assessments: 300,
  sessions: 208,
  screens: 104,
  medications: 40,
} as const;

const ANALYTES = ["amphetamine", "cocaine", "thc", "opiates", "fentanyl", "buprenorphine"];

/** So many days, spread evenly over the stay. */
function spread(admitted: CalendarDate, count: number): CalendarDate[] {
  return Array.from({ length: count }, (_, n) => addDays(admitted, Math.floor((n * LONG_STAY.days) / count)));
}

function assessmentRows(admitted: CalendarDate): string[] {
  return spread(admitted, LONG_STAY.assessments).map((on, n) => {
    const items = Array.from({ length: 10 }, (_, item) => {
      if (item >= (n % 2 === 0 ? 9 : 7)) return "";
      return item === 8 ? 0 : (n * 7 + item * 5) % 4;
    });
    const instrument = n % 2 === 0 ? "phq-9" : "gad-7";
    return [`long-a${n}`, LONG_STAY.patientId, instrument, on, ...items, "", "self", "", "final"].join(",");
  });
}

function sessionRows(admitted: CalendarDate): string[] {
  return spread(admitted, LONG_STAY.sessions).map((on, n) => {
    const status = n % 9 === 8 ? "no_show" : "attended";
    const cells = [`long-s${n}`, LONG_STAY.patientId, `${on}T09:00`, 180, "group", status];
    return [...cells, "", "in_person", "t1", ""].join(",");
  });
}

function screenRows(admitted: CalendarDate): string[] {
  return spread(admitted, LONG_STAY.screens).flatMap((on, n) => {
    const screen = [`long-u${n}`, LONG_STAY.patientId, on, `${on}T10:00`];
    return ANALYTES.map((analyte, place) => {
      const result = (n + place) % 17 === 0 ? "positive" : "negative";
      const cells = [...screen, "collected", "urine", "presumptive", "valid", analyte, result];
      return [...cells, "", "", "", "final", ""].join(",");
    });
  });
}

/** Each is started, raised and, every other one, stopped. */
function medicationRows(admitted: CalendarDate): string[] {
  return Array.from({ length: LONG_STAY.medications }, (_, n) => {
    const name = `medication ${n + 1}`;
    const row = (part: string, after: number, dose: number | "") => {
      const cells = [`long-m${n}-${part}`, LONG_STAY.patientId, addDays(admitted, n * 7 + after), part];
      return [...cells, name, dose, "mg", "daily", "", "", ""].join(",");
    };
    const changes = [row("start", 0, 10), row("dose", 21, 20)];
    return n % 2 === 0 ? changes : [...changes, row("stop", 63, "")];
  }).flat();
}

/** Writes an export with the stay alone into a folder; the large clinic's program and therapist must be on record. */
export async function writeLongStay(folder: string, today: CalendarDate): Promise<void> {
  const admitted = addDays(today, -LONG_STAY.days);
  const { patientId } = LONG_STAY;
  await mkdir(folder, { recursive: true });
  const file = (name: string, header: string, rows: readonly string[]) =>
    writeFile(join(folder, `${name}.csv`), `${[header, ...rows].join("\n")}\n`);
  await file("patients", "patient_id,given_name,family_name,birth_date", [
    `${patientId},Patient,Longstay,1990-01-01`,
  ]);
  await file("episodes", "episode_id,patient_id,program_id,admitted_on,therapist_id", [
    `long-e,${patientId},iop,${admitted},t1`,
  ]);
  await file("placements", "episode_id,level_of_care,started_on,ended_on", [
    `long-e,php,${admitted},${addDays(admitted, 42)}`,
    `long-e,iop,${addDays(admitted, 43)},`,
  ]);
  const items = Array.from({ length: 10 }, (_, item) => `item_${item + 1}`).join(",");
  await file(
    "assessments",
    `assessment_id,patient_id,instrument,administered_on,${items},total,mode,recorded_at,status`,
    assessmentRows(admitted),
  );
  await file(
    "sessions",
    "session_id,patient_id,scheduled_start,scheduled_minutes,service,status,attended_minutes,modality,staff_id,recorded_at",
    sessionRows(admitted),
  );
  await file(
    "screens",
    "screen_id,patient_id,scheduled_on,collected_at,disposition,specimen,method,validity,analyte,result,value,unit,cutoff,result_status,recorded_at",
    screenRows(admitted),
  );
  await file(
    "medications",
    "medication_change_id,patient_id,changed_on,change,medication,dose,unit,frequency,prescriber_id,reason,rxnorm",
    medicationRows(admitted),
  );
}
