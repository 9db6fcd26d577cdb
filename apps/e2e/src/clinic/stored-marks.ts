import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";
import type { Clinic } from "./server.ts";
import { ask, civil, day, type StoredAssessment, type StoredStay } from "./stored.ts";
import { Readings } from "./stored-screens.ts";

const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : 1);

/** Of several scored ones of a day the last recorded counts; the others are drawn aside. */
function isAside(one: StoredAssessment, all: readonly StoredAssessment[]): boolean {
  const place = ({ recordedOn, id }: StoredAssessment) => `${recordedOn}${id}`;
  return all.some((other) => other.on === one.on && other.score !== null && place(other) > place(one));
}

function shapeOf(one: StoredAssessment, all: readonly StoredAssessment[]): string {
  if (one.score === null) return "cross";
  if (isAside(one, all)) return "aside";
  return one.prorated ? "hollow" : "solid";
}

export function storedPoints(stay: StoredStay, instrument: string) {
  const all = stay.assessments(instrument);
  return all
    .map((one) => ({
      key: `assessment:${one.id}`,
      on: one.on,
      score: one.score,
      shape: shapeOf(one, all),
      tail: one.recordedOn !== null && one.recordedOn > one.on ? one.recordedOn : null,
    }))
    .toSorted(byKey);
}

const REASONS: Readonly<Record<string, string>> = { refused: "r", absent: "a", not_asked: "n", unable: "u" };

/** Weeks that are over without a score, with the letter of the reason where one is recorded. */
export function storedHoles(stay: StoredStay, instrument: string) {
  const scored = stay.assessments(instrument).filter(({ score }) => score !== null);
  const missed = stay.rows("events").filter(({ kind }) => kind === "measure_missed");
  const present = Math.floor(daysBetween(stay.admittedOn, stay.today) / 7);
  const weeks = Array.from({ length: present + 1 }, (_, week) => {
    const from = addDays(stay.admittedOn, week * 7);
    const isIn = (on: CalendarDate) => on >= from && on <= addDays(from, 6);
    const reason = missed.find((event) => isIn(day(event.occurred_on)));
    const isOpen = week === present && reason === undefined;
    if (isOpen || scored.some(({ on }) => isIn(on))) return null;
    return { week: String(week), text: REASONS[String(reason?.result)] ?? "", from };
  });
  return weeks.filter((week) => week !== null);
}

const BLOCKS: Readonly<Record<string, string>> = {
  attended: "filled",
  late: "half",
  left_early: "half",
  no_show: "outlined",
  cancelled_patient: "outlined",
  excused: "dotted",
  cancelled_program: "slash",
};
/** Days of the stay in which an absence is framed twice. */
const EARLY_DAYS = 14;

/** Every session whose attendance is marked. */
export function storedSessions(stay: StoredStay) {
  return stay
    .rows("sessions")
    .filter(({ status }) => status !== "scheduled")
    .map((row) => {
      const on = civil(row.scheduled_start);
      const block = BLOCKS[String(row.status)] ?? "nothing";
      const isEarly = block === "outlined" && daysBetween(stay.admittedOn, on) < EARLY_DAYS;
      return { key: `session:${row.session_id}`, on, block: isEarly ? "framed twice" : block };
    })
    .toSorted(byKey);
}

export function storedSigns(clinic: Clinic, stay: StoredStay) {
  const readings = new Readings(clinic, stay);
  return readings
    .all()
    .map((screen) => ({ key: `screen:${screen.id}`, on: screen.on, sign: readings.whole(screen) }))
    .toSorted(byKey);
}

const EVENTS: Readonly<Record<string, string>> = {
  risk_assessment: "R",
  c_ssrs: "C",
  safety_plan: "P",
  crisis: "X",
  ed_visit: "D",
  hospital_stay: "H",
  overdose: "O",
  return_to_use: "U",
  withdrawal: "W",
  medical_instability: "M",
  outreach: "T",
  ect: "E",
  family_contact: "F",
  measure_missed: "Q",
  naloxone: "N",
  other: "I",
};
const DECISIONS: Readonly<Record<string, string>> = {
  continue: "C",
  added_contact: "A",
  step_up: "U",
  step_down: "D",
  discharge: "X",
};

/** Letters of events stand on a filled ground, those of decisions on an outlined one. */
export function storedFlags(stay: StoredStay) {
  const events = stay.rows("events").map((row) => ({
    key: `event:${row.event_id}`,
    on: day(row.occurred_on),
    letter: EVENTS[String(row.kind)],
    filled: true,
  }));
  const decisions = stay.rows("decisions").map((row) => ({
    key: `decision:${row.decision_id}`,
    on: day(row.decided_on),
    letter: DECISIONS[String(row.decision)],
    filled: false,
  }));
  const notes = stay.rows("notes").map((row) => ({
    key: `note:${row.note_id}`,
    on: day(row.on),
    letter: "",
    filled: false,
  }));
  return [...events, ...decisions, ...notes].toSorted(byKey);
}

const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b);

/** Every bar from the day of its change up to the next of the same medication, held to what is shown. */
export function storedBars(clinic: Clinic, { patientId, firstDay, today }: StoredStay) {
  const changes = ask(
    clinic,
    "SELECT * FROM medication_changes WHERE patient_id = ? AND changed_on <= ? ORDER BY changed_on",
    patientId,
    today,
  ).map((row) => ({ row, on: day(row.changed_on), medication: String(row.medication) }));
  return changes
    .filter(({ row }) => row.change !== "stop")
    .map(({ row, on, medication }) => {
      const next = changes.find((other) => other.medication === medication && other.on > on);
      const until = next?.on ?? addDays(today, 1);
      return { medication, from: later(on, firstDay), until, dose: Number(row.dose) };
    })
    .filter(({ until }) => until > firstDay);
}

export function storedMedicationMarks(stay: StoredStay) {
  const changes = stay.rows("medication_changes").map((row) => ({
    key: `medication_change:${row.medication_change_id}`,
    on: day(row.changed_on),
  }));
  const given = stay.rows("injections").map((row) => ({
    key: `injection:${row.injection_id}`,
    on: day(row.given_on),
  }));
  return [...changes, ...given].toSorted(byKey);
}

const LEVELS = ["op", "iop", "php", "residential"];

/** `more` grows with the support of the level. */
export function storedPlacements(clinic: Clinic, { patientId, firstDay, today }: StoredStay) {
  return ask(
    clinic,
    "SELECT p.* FROM placements p JOIN episodes e USING (episode_id) WHERE e.patient_id = ? ORDER BY started_on",
    patientId,
  ).map(({ started_on, ended_on, level_of_care }) => ({
    from: later(day(started_on), firstDay),
    until: addDays(ended_on === null ? today : day(ended_on), 1),
    more: LEVELS.indexOf(String(level_of_care)),
  }));
}
