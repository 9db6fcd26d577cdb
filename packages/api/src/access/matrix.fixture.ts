import { type Action, type Role, type Scope, scopesOf } from "@soundings/contract";
import { addPerson, type Person, readPerson, type Store } from "@soundings/records";
import { type Caller, type Clinic, callerAs, NOW, openClinic, TODAY, take } from "../clinic.fixture.ts";

/**
 * One patient for each way in which somebody can be in reach or just out of it. The name of each appears nowhere else, so
 * that a search of an answer's text finds every leak.
 */
const PATIENTS = {
  "PT-OWN": "their therapist and their prescriber ask",
  "PT-COVERED": "a colleague's, covered today",
  "PT-MEETING": "of another program, in a meeting of today",
  "PT-LED": "of another program, in a session that is led",
  "PT-OPENED": "of another program, opened an hour ago",
  "PT-SAME": "a colleague's in the same program",
  "PT-MOVED": "in the program once, now in another",
  "PT-COVERPAST": "a colleague's, covered until yesterday",
  "PT-COVERNEXT": "a colleague's, covered from tomorrow",
  "PT-COVEROVER": "a colleague's, whose cover was ended",
  "PT-COVERAWAY": "a covered colleague's, in another program",
  "PT-METPAST": "of another program, in a meeting of yesterday",
  "PT-OPENPAST": "of another program, opened nine hours ago",
  "PT-OTHER": "of another program",
} as const;
export type PatientId = keyof typeof PATIENTS;
export const PATIENT_IDS = Object.keys(PATIENTS) as readonly PatientId[];
/** Nobody. What is out of scope must be told like this one. */
export const UNKNOWN = "PT-NOBODY";

export const familyName = (id: string) => `Family${id.slice(3).toLowerCase()}`;
export const givenName = (id: string) => `Given${id.slice(3).toLowerCase()}`;

const IN_DAY: readonly PatientId[] = [
  "PT-OWN",
  "PT-COVERED",
  "PT-SAME",
  "PT-COVERPAST",
  "PT-COVERNEXT",
  "PT-COVEROVER",
];

/** Whom each scope holds for the people below: written out by hand, beside the words of the scope. */
const HELD: { readonly [S in Scope]: readonly PatientId[] } = {
  own: ["PT-OWN"],
  covered: ["PT-COVERED"],
  meeting: ["PT-MEETING"],
  led: ["PT-LED"],
  program: [...IN_DAY, "PT-MOVED"],
  opened: ["PT-OPENED"],
  site: [],
  self: [],
};

/** The patients to whom a role may do something. */
export function inReach(action: Action, role: Role): ReadonlySet<PatientId> {
  return new Set(scopesOf(action, role).flatMap((scope) => HELD[scope]));
}

/** Of those, the ones in the caseload by the episode of today: who moved away is in reach, and not on the list. */
export function onTheList(action: Action, role: Role): readonly PatientId[] {
  return [...inReach(action, role)].filter((id) => id !== "PT-MOVED").sort();
}

/** Who is seen because of whom; everybody else is treated by S-FAR in IOP-EVE. */
const THERAPIST: Readonly<Record<string, string>> = {
  "PT-OWN": "S-TH",
  "PT-COVERED": "S-AWAY",
  "PT-COVERAWAY": "S-AWAY",
  "PT-SAME": "S-COL",
  "PT-COVERPAST": "S-PAST",
  "PT-COVERNEXT": "S-NEXT",
  "PT-COVEROVER": "S-OVER",
};

function files(): Readonly<Record<string, string>> {
  const rows = (of: (id: PatientId) => string) => PATIENT_IDS.map((id) => `${of(id)}\n`).join("");
  const staff = ["TH", "COL", "AWAY", "PAST", "NEXT", "OVER", "FAR"].map(
    (id) => `S-${id},Staff ${id},therapist,IOP-DAY;IOP-EVE\n`,
  );
  const zone = "America/Los_Angeles";
  return {
    "programs.csv": `program_id,name,level_of_care,time_zone
IOP-DAY,Day IOP,iop,${zone}
IOP-EVE,Evening IOP,iop,${zone}
`,
    "staff.csv": `staff_id,name,role,program_ids
${staff.join("")}S-RX,Staff RX,prescriber,IOP-DAY;IOP-EVE
`,
    "patients.csv": `patient_id,given_name,family_name,birth_date,phone
${rows((id) => `${id},${givenName(id)},${familyName(id)},1990-04-01,714-555-0100`)}`,
    "episodes.csv": `episode_id,patient_id,program_id,admitted_on,discharged_on,discharge_reason,therapist_id,prescriber_id
EP-MOVED-BEFORE,PT-MOVED,IOP-DAY,2025-06-02,2025-08-15,completed,S-COL,
${rows((id) => `EP-${id},${id},${IN_DAY.includes(id) ? "IOP-DAY" : "IOP-EVE"},2026-02-02,,,${THERAPIST[id] ?? "S-FAR"},${id === "PT-OWN" ? "S-RX" : ""}`)}`,
    "assessments.csv": `assessment_id,patient_id,instrument,administered_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9
${rows((id) => `AS-${id},${id},phq-9,2026-02-02,2,2,2,2,2,1,1,1,2`)}${rows((id) => `BAD-${id},${id},phq-9,2026-03-02,7,2,2,2,2,1,1,1,2`)}BAD-NOBODY,${UNKNOWN},phq-9,2026-03-02,7,2,2,2,2,1,1,1,2
`,
    "sessions.csv": `session_id,patient_id,scheduled_start,scheduled_minutes,service,status,staff_id
${rows((id) => `SE-${id},${id},2026-03-16T10:00:00-07:00,60,group,attended,${THERAPIST[id] ?? "S-FAR"}`)}SE-LED-TH,PT-LED,2026-03-16T13:00:00-07:00,60,group,attended,S-TH
SE-LED-RX,PT-LED,2026-03-16T14:00:00-07:00,60,group,attended,S-RX
`,
  };
}

type Value = string | number | null;

export interface Matrix {
  readonly clinic: Pick<Clinic, "store" | "services" | "close">;
  readonly people: { readonly [R in Role]: Person };
  as(person: Person | null, secondFactorMet?: boolean): Caller;
  /** Adds a row as it is. */
  insert(table: string, row: Readonly<Record<string, Value>>): void;
  /** A number that was not given before, for ids. */
  next(): number;
}

function insertInto({ store }: Matrix["clinic"]) {
  return (table: string, row: Readonly<Record<string, Value>>) => {
    const names = Object.keys(row);
    const places = names.map(() => "?").join(", ");
    store.writer
      .statement(`insert into ${table} (${names.join(", ")}) values (${places})`)
      .run(Object.values(row));
  };
}

function hire({ store }: Matrix["clinic"], role: Role): Person {
  const staffId = { therapist: "S-TH", prescriber: "S-RX" }[role as string] ?? null;
  const programIds = role === "administrator" ? [] : ["IOP-DAY"];
  const person = { name: `Who is ${role}`, email: `${role}@example.org`, staffId };
  const personId = addPerson(store.writer, { ...person, roles: [{ role, programIds }] }, NOW);
  const added = readPerson(store, personId);
  if (added === null) throw new Error(`${role} was not added`);
  return added;
}

/** Covers, meetings and openings of one person: in force, over, and yet to come. */
function grant(add: Matrix["insert"], person: Person): void {
  const { personId } = person;
  const made = { created_at: NOW, created_by: "x" };
  const cover = (staffId: string, days: readonly [string, string], ended: string | null = null) =>
    add("covers", {
      cover_id: `${staffId} ${personId}`,
      away_staff_id: staffId,
      covering_person_id: personId,
      starts_on: days[0],
      ends_on: days[1],
      ended_at: ended,
      ...made,
    });
  cover("S-AWAY", [TODAY, TODAY]);
  cover("S-PAST", ["2026-03-01", "2026-03-15"]);
  cover("S-NEXT", ["2026-03-17", "2026-03-20"]);
  cover("S-OVER", ["2026-03-01", "2026-03-20"], NOW);
  const meeting = (patientId: PatientId, on: string) => {
    const meeting_id = `${patientId} ${personId}`;
    const days = { starts_on: on, ends_on: on };
    add("meetings", { meeting_id, name: "Round", program_id: "IOP-EVE", whole_program: 0, ...days, ...made });
    add("meeting_people", { meeting_id, person_id: personId });
    add("meeting_patients", { meeting_id, patient_id: patientId });
  };
  meeting("PT-MEETING", TODAY);
  meeting("PT-METPAST", "2026-03-15");
  const opening = (patientId: PatientId, opened_at: string, expires_at: string) =>
    add("openings", {
      opening_id: `${patientId} ${personId}`,
      person_id: personId,
      patient_id: patientId,
      reason: "A call at night",
      opened_at,
      expires_at,
    });
  opening("PT-OPENED", "2026-03-17T01:00:00Z", "2026-03-17T09:00:00Z");
  opening("PT-OPENPAST", "2026-03-16T17:00:00Z", "2026-03-17T01:00:00Z");
}

/** A sign-in that is still good. */
export function signIn(add: Matrix["insert"], { personId }: Person, signInId: string): void {
  const times = { created_at: NOW, updated_at: NOW, last_active_at: NOW, expires_at: "2026-03-17T14:00:00Z" };
  add("sign_ins", { sign_in_id: signInId, person_id: personId, token: signInId, ...times });
}

/** Takes the patients of the matrix in. */
export async function takeMatrix(store: Store): Promise<void> {
  await take(store, files());
}

/** Takes every patient in again with another phone, so that there is news of each. */
export async function correctMatrix(store: Store): Promise<void> {
  const { "patients.csv": patients = "" } = files();
  await take(store, { "patients.csv": patients.replaceAll("555-0100", "555-0199") });
}

/** Adds one person for each role in IOP-DAY to a clinic with these patients. */
export function matrixOf(clinic: Matrix["clinic"]): Matrix {
  const insert = insertInto(clinic);
  const people = {
    therapist: hire(clinic, "therapist"),
    prescriber: hire(clinic, "prescriber"),
    director: hire(clinic, "director"),
    front_desk: hire(clinic, "front_desk"),
    administrator: hire(clinic, "administrator"),
  };
  for (const person of Object.values(people)) {
    grant(insert, person);
    signIn(insert, person, `of-${person.personId}`);
  }
  let last = 0;
  return {
    clinic,
    people,
    insert,
    as: (person, secondFactorMet) => callerAs(clinic.services, person, secondFactorMet),
    next: () => {
      last += 1;
      return last;
    },
  };
}

/** The clinic, with one person for each role. */
export async function openMatrix(): Promise<Matrix> {
  return matrixOf(await openClinic(files()));
}
