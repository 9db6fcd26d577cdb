import { GIVEN_NAMES } from "../names.ts";
import { type Draw, drawsOf } from "../random.ts";
import type { Treated } from "./types.ts";

/** A number of the range that is kept for fiction. */
export function fictionPhone(line: number): string {
  return `+1-714-555-01${String(line % 100).padStart(2, "0")}`;
}

/** Family names of people outside the clinic: of no patient and of nobody on the staff. */
const KIN = [
  "Dunewater",
  "Inletwater",
  "Marshwater",
  "Reefwater",
  "Shoalwater",
  "Springwater",
  "Tarnwater",
] as const;

const anyName = (draw: Draw) =>
  draw.pick<string>(GIVEN_NAMES[draw.pick(["female", "male", "other"] as const)]);

/** An invented person who is close to somebody in treatment. */
export function relativeFrom(draw: Draw): string {
  return `${anyName(draw)} ${draw.pick(KIN)}`;
}

/** So many of a list, each as likely as another, in the order of the list. */
export function someOf<T extends Treated>(seed: number, name: string, list: readonly T[], many: number): T[] {
  const place = new Map(list.map(({ patientId }) => [patientId, drawsOf(seed, name, patientId).next()]));
  const chosen = list
    .toSorted((a, b) => (place.get(a.patientId) ?? 0) - (place.get(b.patientId) ?? 0))
    .slice(0, many);
  return list.filter((one) => chosen.includes(one));
}
