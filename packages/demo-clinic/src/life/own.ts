import type { Assessment, Chart } from "@soundings/clinical";
import type { Day } from "../days.ts";
import { drawsOf } from "../random.ts";
import { STORIES } from "../stories/stories.ts";
import { backgroundRecordsOf } from "./background.ts";
import { adherence, injection, note, sideEffect } from "./entered.ts";
import type { OwnRecordOfDemo, OwnRecordsOfDemo, Scene } from "./types.ts";

const DEPOT = {
  medication: "Naltrexone ER injection",
  dose: "380 mg",
  givenBy: "Nurse Pilar Sedgewater",
} as const;

/** What clinicians entered here of patients with a story: it changes nothing of what the rules say of them. */
function recordsOf(scene: Scene): readonly OwnRecordOfDemo[] {
  const of = (patientId: string, staffId: string) => (day: Day) => ({ patientId, staffId, day });
  const overdue = of("D-20104", "R-01");
  const due = of("D-20116", "R-01");
  const flat = of("D-20108", "R-02");
  const worse = of("D-20107", "R-03");
  const absent = of("D-20101", "T-01");
  const ready = of("D-20118", "T-03");
  const hours = "Hours at work were cut two weeks ago and rent is due. Wants to keep coming.";
  const nausea = "Nausea in the first two weeks, better when taken with food.";
  return [
    injection(scene, overdue(-55), DEPOT),
    injection(scene, overdue(-32), DEPOT),
    injection(scene, due(-21), DEPOT),
    sideEffect(scene, flat(-16), "Venlafaxine XR", nausea),
    adherence(scene, flat(-9), {
      medication: "Venlafaxine XR",
      how: "some_missed",
      text: "Leaves out two or three doses a week, mostly on weekends.",
    }),
    sideEffect(scene, worse(-6), "Fluoxetine", "Restless and sleeping badly since the start."),
    adherence(scene, worse(-5), { medication: "Fluoxetine", how: "as_prescribed", text: null }),
    note(scene, worse(-5), hours),
    note(scene, absent(-6), "Writes that the new shift begins when the morning group does."),
    note(scene, ready(-5), "Back at work three mornings a week; a first outpatient appointment is made."),
    note(scene, ready(-33), "Moved back in with her sister, who comes to the family hour."),
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
  return {
    records: [...recordsOf(scene), ...backgroundRecordsOf(scene, charts)],
    secondsTaken: secondsTaken(scene, charts),
  };
}
