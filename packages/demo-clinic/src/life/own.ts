import type { Assessment, Chart } from "@soundings/clinical";
import type { Day } from "../days.ts";
import { drawsOf } from "../random.ts";
import { STORIES } from "../stories/stories.ts";
import type { OwnRecordOfDemo, OwnRecordsOfDemo, Scene } from "./types.ts";

const DEPOT = { medication: "Naltrexone ER injection", dose: "380 mg", intervalDays: 28 } as const;
const NURSE = "Nurse Pilar Sedgewater";

interface Told {
  readonly patientId: string;
  readonly staffId: string;
  /** The day on which it was entered. */
  readonly day: Day;
}

type Values = OwnRecordOfDemo["values"];

function onDay({ days }: Scene, { patientId, staffId, day }: Told) {
  const entered = days.openOnOrBefore(day);
  const recordedAt = days.instant(entered, 16 * 60 + 10);
  return { patientId, staffId, recordedAt, on: days.date(entered) };
}

function note(scene: Scene, told: Told, text: string): OwnRecordOfDemo {
  const { on, ...rest } = onDay(scene, told);
  return { ...rest, recordType: "note", recordId: `NO-${told.patientId}${told.day}`, values: { on, text } };
}

function medicationNote(scene: Scene, told: Told, values: Values): OwnRecordOfDemo {
  const { on, ...rest } = onDay(scene, told);
  const recordId = `MN-${told.patientId}${told.day}`;
  return { ...rest, recordType: "medication_note", recordId, values: { on, ...values } };
}

/** The injection is due 28 days after the day on which it was given, open or not. */
function injection(scene: Scene, told: Told): OwnRecordOfDemo {
  const { on: givenOn, ...rest } = onDay(scene, told);
  const given = scene.days.openOnOrBefore(told.day);
  const nextDueOn = scene.days.date(given + DEPOT.intervalDays);
  const recordId = `IN-${told.patientId}${told.day}`;
  const values = { ...DEPOT, givenOn, givenBy: NURSE, nextDueOn };
  return { ...rest, recordType: "injection", recordId, values };
}

/** What clinicians entered here of patients with a story: it changes nothing of what the rules say of them. */
function recordsOf(scene: Scene): readonly OwnRecordOfDemo[] {
  const of = (patientId: string, staffId: string) => (day: Day) => ({ patientId, staffId, day });
  const overdue = of("D-20104", "R-01");
  const due = of("D-20116", "R-01");
  const flat = of("D-20108", "R-02");
  const worse = of("D-20107", "R-01");
  return [
    injection(scene, overdue(-55)),
    injection(scene, overdue(-32)),
    injection(scene, due(-21)),
    medicationNote(scene, flat(-16), {
      medication: "Venlafaxine XR",
      kind: "side_effect",
      adherence: null,
      text: "Nausea in the first two weeks, better when taken with food.",
    }),
    medicationNote(scene, flat(-9), {
      medication: "Venlafaxine XR",
      kind: "adherence",
      adherence: "some_missed",
      text: "Leaves out two or three doses a week, mostly on weekends.",
    }),
    medicationNote(scene, worse(-6), {
      medication: "Fluoxetine",
      kind: "side_effect",
      adherence: null,
      text: "Restless and sleeping badly since the start.",
    }),
    medicationNote(scene, worse(-5), {
      medication: "Fluoxetine",
      kind: "adherence",
      adherence: "as_prescribed",
      text: null,
    }),
    note(scene, worse(-5), "Hours at work were cut two weeks ago and rent is due. Wants to keep coming."),
  ];
}

/** Somebody who is in a hurry: less than two seconds for an item, on the day of this one. */
const HURRIED = "D-20115";
const HURRIED_SECONDS = 13;

function secondsOf({ seed }: Scene, { patientId, assessmentId, items }: Assessment): number {
  const answered = items.filter((item) => item !== null).length;
  const draw = drawsOf(seed, "life", "seconds", patientId, assessmentId);
  return answered * draw.int(5, 14) + draw.int(4, 20);
}

/** How long patients with a story took on the tablet in the hall; a link at home does not say. */
function secondsTaken(scene: Scene, charts: readonly Chart[]): OwnRecordsOfDemo["secondsTaken"] {
  const told = new Set(STORIES.map(({ recordNumber }) => recordNumber));
  return charts
    .filter(({ patient }) => told.has(patient.patientId))
    .flatMap(({ patient, assessments }) => {
      const onTablet = assessments
        .filter(({ mode, items }) => mode === "kiosk" && items.some((item) => item !== null))
        .toSorted((a, b) => (a.administeredOn < b.administeredOn ? -1 : 1));
      const last = onTablet.findLast(({ instrument }) => instrument === "phq-9");
      return onTablet.map((one) => ({
        assessmentId: one.assessmentId,
        seconds: patient.patientId === HURRIED && one === last ? HURRIED_SECONDS : secondsOf(scene, one),
      }));
    });
}

export function ownRecordsOf(scene: Scene, charts: readonly Chart[]): OwnRecordsOfDemo {
  return { records: recordsOf(scene), secondsTaken: secondsTaken(scene, charts) };
}
