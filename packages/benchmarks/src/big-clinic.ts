import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";

/** How large the clinic is; the defaults are the acceptance figures: 60,000 assessments, 90,000 sessions, 30,000 screens of 12 analytes. */
export interface BigClinic {
  readonly patients: number;
  /** How many of them are in treatment on the last day. */
  readonly inTreatment: number;
  readonly assessmentsEach: number;
  readonly sessionsEach: number;
  readonly screensEach: number;
  /** Every row gets an identifier that no import accepts. */
  readonly everyRowBad: boolean;
}

export const ACCEPTANCE_CLINIC: BigClinic = {
  patients: 3_000,
  inTreatment: 500,
  assessmentsEach: 20,
  sessionsEach: 30,
  screensEach: 10,
  everyRowBad: false,
};

const ANALYTES = [
  "amphetamine",
  "methamphetamine",
  "cocaine",
  "thc",
  "opiates",
  "oxycodone",
  "fentanyl",
  "norfentanyl",
  "methadone",
  "buprenorphine",
  "benzodiazepines",
  "etg",
];

interface Stay {
  readonly index: number;
  readonly patient: string;
  readonly admitted: CalendarDate;
  readonly discharged: CalendarDate | null;
  /** The day so many days after admission, at the latest yesterday: nothing is recorded ahead of time. */
  readonly day: (after: number) => CalendarDate;
}

function stayOf(index: number, clinic: BigClinic, today: CalendarDate): Stay {
  const patient = clinic.everyRowBad ? `p ${index}` : `p${index}`;
  const present = index < clinic.inTreatment;
  const admitted = addDays(today, present ? -70 + (index % 40) : -140 - (index % 560));
  const yesterday = addDays(today, -1);
  const day = (after: number) => {
    const then = addDays(admitted, after);
    return daysBetween(then, yesterday) > 0 ? then : yesterday;
  };
  return { index, patient, admitted, discharged: present ? null : addDays(admitted, 70), day };
}

const answer = (seed: number) => (seed * 7 + 3) % 4;
const id = (stay: Stay, letter: string, n: number) => `${letter}${stay.index}-${n}`;

function* assessments(stay: Stay, clinic: BigClinic): Generator<string> {
  for (let n = 0; n < clinic.assessmentsEach; n += 1) {
    const phq = n % 2 === 0;
    const on = stay.day(Math.floor(n / 2) * 7);
    const items = Array.from({ length: 10 }, (_, item) => {
      if (item >= (phq ? 9 : 7)) return "";
      return item === 8 ? 0 : answer(stay.index + n + item);
    });
    yield [
      id(stay, "a", n),
      stay.patient,
      phq ? "phq-9" : "gad-7",
      on,
      ...items,
      "",
      "self",
      "",
      "final",
    ].join(",");
  }
}

function* sessions(stay: Stay, clinic: BigClinic): Generator<string> {
  for (let n = 0; n < clinic.sessionsEach; n += 1) {
    const start = `${stay.day(Math.floor((n * 7) / 3))}T09:00`;
    const status = n % 9 === 8 ? "no_show" : "attended";
    yield [id(stay, "s", n), stay.patient, start, 180, "group", status, "", "in_person", "t1", ""].join(",");
  }
}

function* screens(stay: Stay, clinic: BigClinic): Generator<string> {
  for (let n = 0; n < clinic.screensEach; n += 1) {
    const on = stay.day(n * 7);
    const screen = [
      id(stay, "u", n),
      stay.patient,
      on,
      `${on}T10:00`,
      "collected",
      "urine",
      "presumptive",
      "valid",
    ];
    for (const [place, analyte] of ANALYTES.entries()) {
      const result = (stay.index + n + place) % 61 === 0 ? "positive" : "negative";
      yield [...screen, analyte, result, "", "", "", "final", ""].join(",");
    }
  }
}

async function write(path: string, header: string, rows: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (const row of rows) if (!file.write(`${row}\n`)) await once(file, "drain");
  file.end();
  await once(file, "finish");
}

function* each(stays: readonly Stay[], rows: (stay: Stay) => Iterable<string>): Generator<string> {
  for (const stay of stays) yield* rows(stay);
}

const ITEMS = Array.from({ length: 10 }, (_, item) => `item_${item + 1}`).join(",");

/** Writes a clinic export of that size, ending on `today`, into the folder. */
export async function writeBigClinic(folder: string, clinic: BigClinic, today: CalendarDate): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stays = Array.from({ length: clinic.patients }, (_, index) => stayOf(index, clinic, today));
  const file = (name: string) => join(folder, `${name}.csv`);
  const program =
    "program_id,name,level_of_care,time_zone,planned_weeks_max,hours_per_week_min,screens_per_week";
  await write(file("programs"), program, ["iop,Intensive outpatient,iop,America/Los_Angeles,12,9,1"]);
  await write(file("staff"), "staff_id,name,role,program_ids", ["t1,Therapist One,therapist,iop"]);
  await write(
    file("patients"),
    "patient_id,given_name,family_name,birth_date",
    each(stays, ({ patient, index }) => [`${patient},Patient,Number${index},1990-01-01`]),
  );
  await write(
    file("episodes"),
    "episode_id,patient_id,program_id,admitted_on,discharged_on,discharge_reason,therapist_id",
    each(stays, (stay) => [
      `e${stay.index},${stay.patient},iop,${stay.admitted},${stay.discharged ?? ""},${stay.discharged ? "completed" : ""},t1`,
    ]),
  );
  await write(
    file("placements"),
    "episode_id,level_of_care,started_on,ended_on",
    each(stays, (stay) => [`e${stay.index},iop,${stay.admitted},${stay.discharged ?? ""}`]),
  );
  await write(
    file("assessments"),
    `assessment_id,patient_id,instrument,administered_on,${ITEMS},total,mode,recorded_at,status`,
    each(stays, (stay) => assessments(stay, clinic)),
  );
  await write(
    file("sessions"),
    "session_id,patient_id,scheduled_start,scheduled_minutes,service,status,attended_minutes,modality,staff_id,recorded_at",
    each(stays, (stay) => sessions(stay, clinic)),
  );
  await write(
    file("screens"),
    "screen_id,patient_id,scheduled_on,collected_at,disposition,specimen,method,validity,analyte,result,value,unit,cutoff,result_status,recorded_at",
    each(stays, (stay) => screens(stay, clinic)),
  );
}
