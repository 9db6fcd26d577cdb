import type { Injection } from "@soundings/clinical";
import { stands } from "../entries/standing.ts";
import { selectedColumns } from "../kinds/access.ts";
import { decode } from "../kinds/codec.ts";
import { OWN_SHAPES } from "../kinds/own-shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";

const { injection: SHAPE } = OWN_SHAPES;

/** Injections of some patients that stand, for the checked-in list of queries. */
export const INJECTIONS_OF = `select ${selectedColumns(SHAPE, "t")} from "${SHAPE.table}" as t where t."patient_id" in (select value from json_each(?)) and ${stands("injection", SHAPE)} order by t."next_due_on", t."injection_id"`;

/** The injections of some patients, by patient: charts that are read many at once carry no own records. */
export function injectionsOf(
  connection: ReadConnection,
  patientIds: readonly string[],
): ReadonlyMap<string, readonly Injection[]> {
  const groups = new Map<string, Injection[]>();
  for (const row of connection.statement(INJECTIONS_OF).all([JSON.stringify(patientIds)])) {
    const injection = decode(SHAPE.columns, row) as unknown as Injection;
    const group = groups.get(injection.patientId);
    if (group === undefined) groups.set(injection.patientId, [injection]);
    else group.push(injection);
  }
  return groups;
}
