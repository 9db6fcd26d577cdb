import { type Finding, type StepDownJson, stepDownJson } from "@soundings/clinical";
import { findingsAsOf, type ReadStore, readChart, siteOf, stepDownAsOf } from "@soundings/records";
import { dayNamed } from "./day.ts";
import { todayIn } from "./services.ts";

/** A question of the command line. Absent means all, and today in the site's time zone. */
export interface Question {
  readonly asOf?: string | undefined;
  readonly patientId?: string | undefined;
  readonly programId?: string | undefined;
}

/**
 * What is named in a question and is not on record, as sentences for standard error: an empty answer to a mistyped id must
 * not be taken for a patient without findings.
 */
export async function notOnRecord(
  store: ReadStore,
  { patientId, programId }: Pick<Question, "patientId" | "programId">,
): Promise<readonly string[]> {
  const sentences: string[] = [];
  if (patientId !== undefined && (await readChart(store, patientId)) === null)
    sentences.push(`No patient ${patientId} is on record. Check the id.`);
  if (programId !== undefined && !siteOf(store).programs.has(programId))
    sentences.push(`No program ${programId} is on record. Check the id.`);
  return sentences;
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
