import type { EpisodePicture, MedicationLane } from "@soundings/clinical";

type Change = MedicationLane["changes"][number];

const keyOf = (medication: string) => medication.trim().toLowerCase();

/** The bar of a medication in the picture; null for one that lies outside what it shows. */
export function laneOf(picture: EpisodePicture, medication: string): MedicationLane | null {
  return picture.medications.find((lane) => keyOf(lane.medication) === keyOf(medication)) ?? null;
}

/** The changes of a medication, the newest first. */
export function changesOf(picture: EpisodePicture, medication: string): readonly Change[] {
  return laneOf(picture, medication)?.changes.toReversed() ?? [];
}
