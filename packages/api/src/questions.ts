import { type Finding, type StepDownJson, stepDownJson } from "@soundings/clinical";
import { findingsAsOf, type ReadStore, siteOf, stepDownAsOf } from "@soundings/records";
import { dayNamed } from "./day.ts";
import { todayIn } from "./services.ts";

/** A question of the command line. Absent means all, and today in the site's time zone. */
export interface Question {
  readonly asOf?: string | undefined;
  readonly patientId?: string | undefined;
  readonly programId?: string | undefined;
}

/** Everything that the rules find as of a day, in the order of the contract. */
export async function findings(store: ReadStore, { asOf, ...filter }: Question): Promise<readonly Finding[]> {
  return findingsAsOf(store, dayNamed(asOf) ?? todayIn(siteOf(store).zone), filter);
}

/** The step-down cards as of a day, without what only a page shows. */
export async function stepDown(
  store: ReadStore,
  { asOf, ...filter }: Question,
): Promise<readonly StepDownJson[]> {
  const cards = await stepDownAsOf(store, dayNamed(asOf) ?? todayIn(siteOf(store).zone), filter);
  return cards.map(stepDownJson);
}
