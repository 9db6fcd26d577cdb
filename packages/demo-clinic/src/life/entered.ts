import type { Day } from "../days.ts";
import type { OwnRecordOfDemo, Scene } from "./types.ts";

/** A medication is injected anew every so many days. */
export const INTERVAL_DAYS = 28;

export interface Told {
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

export function note(scene: Scene, told: Told, text: string): OwnRecordOfDemo {
  const { on, ...rest } = onDay(scene, told);
  return { ...rest, recordType: "note", recordId: `NO-${told.patientId}${told.day}`, values: { on, text } };
}

function medicationNote(scene: Scene, told: Told, values: Values): OwnRecordOfDemo {
  const { on, ...rest } = onDay(scene, told);
  const recordId = `MN-${told.patientId}${told.day}`;
  return { ...rest, recordType: "medication_note", recordId, values: { on, ...values } };
}

export interface Given {
  readonly medication: string;
  readonly dose: string;
  readonly givenBy: string;
  /** The day on which it was given, when it is not the one on which it was entered. */
  readonly given?: Day;
}

/** The injection is due 28 days after the day on which it was given, open or not. */
export function injection(scene: Scene, told: Told, { given, ...values }: Given): OwnRecordOfDemo {
  const { on: _, ...rest } = onDay(scene, told);
  const day = given ?? scene.days.openOnOrBefore(told.day);
  const dates = { givenOn: scene.days.date(day), nextDueOn: scene.days.date(day + INTERVAL_DAYS) };
  const recordId = `IN-${told.patientId}${day}`;
  return {
    ...rest,
    recordType: "injection",
    recordId,
    values: { ...values, intervalDays: INTERVAL_DAYS, ...dates },
  };
}

/** How a medication is taken, in the words of the one who asked. */
export function adherence(
  scene: Scene,
  told: Told,
  said: { readonly medication: string; readonly how: string; readonly text: string | null },
): OwnRecordOfDemo {
  const { medication, how, text } = said;
  return medicationNote(scene, told, { medication, kind: "adherence", adherence: how, text });
}

export function sideEffect(scene: Scene, told: Told, medication: string, text: string): OwnRecordOfDemo {
  return medicationNote(scene, told, { medication, kind: "side_effect", adherence: null, text });
}
