import {
  type CalendarDate,
  type Chart,
  type EpisodeFacts,
  factsOf,
  OUTCOMES_VERSION,
  type Site,
} from "@soundings/clinical";
import { rulesInForce } from "../store/rules-in-force.ts";
import { saveSetting, setting } from "../store/site.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";

/** By what kept facts were made: another definition of outcomes or another rule makes all of them anew. */
export function outcomesInForce(): string {
  return `${OUTCOMES_VERSION}/${rulesInForce()}`;
}

export function areInForce(connection: ReadConnection): boolean {
  return setting(connection, "outcomes") === outcomesInForce();
}

/** Drops all kept facts if they were made by something else than what is in force. */
export function dropForeign(writer: WriteConnection): void {
  if (areInForce(writer)) return;
  writer.act(() => {
    writer.statement(`delete from "episode_outcomes"`).run([]);
    saveSetting(writer, "outcomes", outcomesInForce());
  });
}

/** Drops what is kept of a patient, in the transaction that changes a record of the patient. */
export function forgetOutcomes(connection: WriteConnection, patientId: string): void {
  connection.statement(`delete from "episode_outcomes" where "patient_id" = ?`).run([patientId]);
}

const INSERT = `insert into "episode_outcomes" ("episode_id", "patient_id", "program_id", "admitted_on", "discharged_on", "as_of", "settled", "facts") values (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Keeps the facts of one patient in place of those that were kept. */
export function keepOutcomes(
  connection: WriteConnection,
  patientId: string,
  facts: readonly EpisodeFacts[],
): void {
  forgetOutcomes(connection, patientId);
  const insert = connection.statement(INSERT);
  for (const one of facts) {
    const { episodeId, programId, admittedOn, dischargedOn, asOf, settled } = one;
    insert.run([
      ...[episodeId, patientId, programId, admittedOn, dischargedOn, asOf],
      settled ? 1 : 0,
      JSON.stringify(one),
    ]);
  }
}

/** Facts as they would be kept. A date of discharge that is not known on the day is not in them. */
export function factsOfCharts(
  charts: readonly Chart[],
  site: Site,
  asOf: CalendarDate,
): readonly (readonly [patientId: string, facts: readonly EpisodeFacts[]])[] {
  return charts.map((chart) => [chart.patient.patientId, factsOf(chart, site, asOf)] as const);
}
