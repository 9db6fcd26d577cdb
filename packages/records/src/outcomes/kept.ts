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
import type { Bound, ReadConnection, WriteConnection } from "../store/sqlite.ts";

/** By what kept facts were made: another definition of outcomes or another rule makes all of them anew. */
function outcomesInForce(): string {
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

/** The row of an episode, in the order of its columns. */
export function outcomeRow(patientId: string, facts: EpisodeFacts): readonly Bound[] {
  const { episodeId, programId, admittedOn, dischargedOn, asOf, settled } = facts;
  const stay = [episodeId, patientId, programId, admittedOn, dischargedOn, asOf];
  return [...stay, settled ? 1 : 0, JSON.stringify(facts)];
}

/** Keeps the facts of one patient in place of those that were kept. */
export function keepOutcomes(
  connection: WriteConnection,
  patientId: string,
  facts: readonly EpisodeFacts[],
): void {
  forgetOutcomes(connection, patientId);
  const insert = connection.statement(INSERT);
  for (const one of facts) insert.run(outcomeRow(patientId, one));
}

/** Facts as they would be kept. A date of discharge that is not known on the day is not in them. */
export function factsOfCharts(
  charts: readonly Chart[],
  site: Site,
  asOf: CalendarDate,
): readonly (readonly [patientId: string, facts: readonly EpisodeFacts[]])[] {
  return charts.map((chart) => [chart.patient.patientId, factsOf(chart, site, asOf)] as const);
}
