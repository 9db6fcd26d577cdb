import { setTimeout } from "node:timers/promises";
import { addDays, type CalendarDate } from "@soundings/clinical";
import { CHARTS_AT_ONCE } from "../charts/charts.reads.ts";
import { DAYS_AFTER, DAYS_BEFORE } from "../charts/patients.reads.ts";
import { appendChanges } from "../history/changes.ts";
import { rulesInForce } from "../store/rules-in-force.ts";
import { readSite, saveSetting, setting } from "../store/site.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { noteRefresh } from "../verify/upkeep.ts";
import { evaluateAgain } from "./findings.writes.ts";

/** Lets other writers in between two transactions. */
const PAUSE_MS = 5;

/** Patients with a summary of another day. */
export function staleQuery(connection: ReadConnection, today: CalendarDate) {
  return connection.query
    .selectFrom("episode_summaries")
    .select("patient_id")
    .distinct()
    .where((at) => at.or([at("as_of", "<", today), at("as_of", ">", today)]));
}

/** Patients with any summary: all of them, after an update that brought other rules. */
function summarizedQuery(connection: ReadConnection) {
  return connection.query.selectFrom("episode_summaries").select("patient_id").distinct();
}

/** Patients with an episode that may count today and has no summary. */
export function unseenQuery(connection: ReadConnection, today: CalendarDate) {
  return connection.query
    .selectFrom("episodes as e")
    .select("e.patient_id")
    .distinct()
    .where("e.admitted_on", "<=", addDays(today, DAYS_BEFORE))
    .where((at) =>
      at.or([
        at("e.discharged_on", "is", null),
        at("e.discharged_on", ">", today),
        at.and([
          at("e.discharged_on", ">=", addDays(today, -DAYS_AFTER)),
          at("e.discharge_reason", "is distinct from", "deceased"),
        ]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("episode_summaries as s")
            .select("s.episode_id")
            .whereRef("s.episode_id", "=", "e.episode_id"),
        ),
      ),
    );
}

/** Whether every stored summary is of the day, and none is missing. */
export function areCurrent(connection: ReadConnection, today: CalendarDate): boolean {
  return (
    connection.first(staleQuery(connection, today).limit(1)) === undefined &&
    connection.first(unseenQuery(connection, today).limit(1)) === undefined
  );
}

function waiting(connection: ReadConnection, today: CalendarDate): readonly string[] {
  const sameRules = setting(connection, "rules") === rulesInForce();
  const rows = [
    ...connection.all(sameRules ? staleQuery(connection, today) : summarizedQuery(connection)),
    ...connection.all(unseenQuery(connection, today)),
  ];
  return [...new Set(rows.map((row) => row.patient_id))].sort();
}

function refreshSome(writer: WriteConnection, ids: readonly string[], today: CalendarDate): void {
  writer.act(() => {
    evaluateAgain(writer, ids, readSite(writer), today);
  });
}

/**
 * Brings findings and summaries up to date when only the date has moved, or the rules have with an update: patients whose
 * stored summary is of another day or was made by other rules, or who came into a window, are evaluated, a portion a
 * transaction. Returns how many patients were.
 */
export async function refreshFindings(store: Store, today: CalendarDate): Promise<number> {
  const ids = waiting(store.reader, today);
  for (let from = 0; from < ids.length; from += CHARTS_AT_ONCE) {
    refreshSome(store.writer, ids.slice(from, from + CHARTS_AT_ONCE), today);
    await setTimeout(PAUSE_MS);
  }
  store.writer.act(() => {
    if (ids.length > 0) appendChanges(store.writer, [null], "day");
    if (setting(store.writer, "rules") !== rulesInForce()) saveSetting(store.writer, "rules", rulesInForce());
    noteRefresh(store.writer, today, ids.length);
  });
  return ids.length;
}
