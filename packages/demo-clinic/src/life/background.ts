import type { Chart, MedicationChange } from "@soundings/clinical";
import type { Day } from "../days.ts";
import { drawsOf } from "../random.ts";
import { someOf } from "./draws.ts";
import { adherence, INTERVAL_DAYS, injection, note, sideEffect } from "./entered.ts";
import type { OwnRecordOfDemo, Scene, Treated } from "./types.ts";

const NURSES = ["Nurse Pilar Sedgewater", "Nurse Owen Sedgewater"] as const;

const SIDE_EFFECTS = [
  "Nausea in the mornings, less than last week.",
  "Dry mouth and more sweating at night.",
  "Sleepy until noon since the dose was raised.",
  "Headache on most days of the first week, gone now.",
  "Less interest in sex; wants to talk about it at the next visit.",
] as const;

const TAKEN = [
  ["as_prescribed", "Uses a pill box; none left out."],
  ["as_prescribed", null],
  ["some_missed", "Forgets it on days without group."],
  ["some_missed", "Ran out for three days before the refill."],
  ["many_missed", "Takes it only when the day is bad."],
] as const;

const NOTES = [
  "Started a new job this week and asks for the later group.",
  "A close relative died; the funeral is on Saturday.",
  "Moved to sober living; roommates are quiet.",
  "Brought the partner along for the first half hour.",
  "Sleeps on the couch of a friend until the new lease begins.",
  "Court date put off by a month.",
] as const;

/** Somebody in treatment with what is taken now. */
interface Medicated extends Treated {
  readonly prescriberId: string;
  readonly therapistId: string;
  /** The latest line of each medication that is taken, with the day on which it began. */
  readonly taken: readonly { readonly medication: string; readonly dose: string; readonly since: Day }[];
}

const inOrder = (a: MedicationChange, b: MedicationChange) => (a.changedOn < b.changedOn ? -1 : 1);

function takenBy({ dayOf }: Scene, { medicationChanges }: Chart): Medicated["taken"] {
  const byName = Map.groupBy(medicationChanges.toSorted(inOrder), ({ medication }) => medication);
  return [...byName].flatMap(([medication, changes]) => {
    const last = changes.at(-1);
    const start = changes.findLast(({ change }) => change === "start");
    if (last === undefined || last.change === "stop" || start === undefined) return [];
    return [{ medication, dose: `${last.dose} ${last.unit}`, since: dayOf(start.changedOn) }];
  });
}

function medicatedIn(scene: Scene, charts: readonly Chart[]): Medicated[] {
  const treated = new Map(scene.treated.map((one) => [one.patientId, one]));
  return charts.flatMap((chart) => {
    const one = treated.get(chart.patient.patientId);
    const episode = chart.episodes.find(({ dischargedOn }) => dischargedOn === null);
    const { prescriberId = null, therapistId = null } = episode ?? {};
    if (one === undefined || prescriberId === null || therapistId === null || one.admitted > -2) return [];
    return [{ ...one, prescriberId, therapistId, taken: takenBy(scene, chart) }];
  });
}

interface Injected extends Medicated {
  readonly medication: string;
  readonly dose: string;
  readonly since: Day;
}

/** The days, before today, on which the latest injection of the first few was given: overdue, late, due now, due soon. */
const LATEST: readonly (readonly [from: Day, to: Day])[] = [
  [-44, -37],
  [-34, -31],
  [-30, -28],
  [-27, -23],
];

function latestGiven(scene: Scene, one: Injected, wanted: readonly [Day, Day] | undefined): Day {
  if (wanted !== undefined) {
    const [from, to] = wanted;
    const open = Array.from({ length: to - from + 1 }, (_, place) => to - place).find(scene.days.isOpen);
    return open ?? from;
  }
  const rounds = Math.floor((-1 - one.since) / INTERVAL_DAYS);
  return scene.days.openOnOrBefore(Math.max(one.since, Math.min(-1, one.since + rounds * INTERVAL_DAYS)));
}

/** Every injection since admission and the one before it, which was entered at admission. */
function injectionsOf(scene: Scene, one: Injected, latest: Day): OwnRecordOfDemo[] {
  const { patientId, medication, dose, admitted, since, prescriberId: staffId } = one;
  const givenBy = drawsOf(scene.seed, "life", "injections", patientId).pick(NURSES);
  const given = [latest];
  for (let day = latest - INTERVAL_DAYS; day >= since - 5; day -= INTERVAL_DAYS) {
    if ((given[0] ?? day) < admitted) break;
    given.unshift(Math.max(since, scene.days.openOnOrBefore(day)));
  }
  return given.map((day) => {
    const told = { patientId, staffId, day: Math.max(day, admitted) };
    const by = day < admitted ? "Before admission, elsewhere" : givenBy;
    return injection(scene, told, { medication, dose, givenBy: by, given: day });
  });
}

/** The schedule of everybody whose medication is injected, longest treated first. */
function schedules(scene: Scene, medicated: readonly Medicated[]): OwnRecordOfDemo[] {
  const injected = medicated
    .flatMap((one) =>
      one.taken
        .filter(({ medication }) => medication.endsWith("injection"))
        .map((taken): Injected => ({ ...one, ...taken })),
    )
    .toSorted((a, b) => a.since - b.since || (a.patientId < b.patientId ? -1 : 1));
  return injected.flatMap((one, place) => {
    const wanted = LATEST[place];
    const fits = wanted !== undefined && one.since <= wanted[0];
    return injectionsOf(scene, one, latestGiven(scene, one, fits ? wanted : undefined));
  });
}

function medicationNotes(scene: Scene, medicated: readonly Medicated[]): OwnRecordOfDemo[] {
  const takers = medicated.filter(({ taken }) => taken.some(({ since }) => since < -7));
  return someOf(scene.seed, "life/medication-notes", takers, 14).flatMap((one) => {
    const draw = drawsOf(scene.seed, "life", "medication-notes", one.patientId);
    const { medication } = draw.pick(one.taken.filter(({ since }) => since < -7));
    const told = { patientId: one.patientId, staffId: one.prescriberId };
    const first = Math.max(one.admitted, -14);
    const [how, text] = draw.pick(TAKEN);
    const notes = [adherence(scene, { ...told, day: draw.int(first, -2) }, { medication, how, text })];
    if (!draw.chance(0.5)) return notes;
    const entered = { ...told, day: first - 1 };
    return first > one.admitted
      ? [...notes, sideEffect(scene, entered, medication, draw.pick(SIDE_EFFECTS))]
      : notes;
  });
}

function notes(scene: Scene, medicated: readonly Medicated[]): OwnRecordOfDemo[] {
  return someOf(scene.seed, "life/notes", medicated, 12).map((one) => {
    const draw = drawsOf(scene.seed, "life", "notes", one.patientId);
    const told = { patientId: one.patientId, staffId: one.therapistId };
    return note(scene, { ...told, day: draw.int(Math.max(one.admitted, -30), -2) }, draw.pick(NOTES));
  });
}

/** What clinicians entered here of patients without a story: every schedule of injections, and a handful of notes. */
export function backgroundRecordsOf(scene: Scene, charts: readonly Chart[]): OwnRecordOfDemo[] {
  const medicated = medicatedIn(scene, charts);
  return [...schedules(scene, medicated), ...medicationNotes(scene, medicated), ...notes(scene, medicated)];
}
