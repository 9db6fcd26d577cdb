import type { ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "../verify/problem.ts";
import { listDiffers } from "./problems.ts";

const ENTRIES_AT_ONCE = 200;

function patientsOf(listed: unknown): readonly unknown[] | null {
  try {
    const patients: unknown = JSON.parse(String(listed));
    return Array.isArray(patients) ? patients : null;
  } catch {
    return null;
  }
}

/** Whether the look-up holds exactly the patients of the entry's own list. */
function agrees(connection: ReadConnection, seq: unknown, listed: unknown): boolean {
  const patients = patientsOf(listed);
  const found = connection
    .statement(`select "patient_id" from "audit_listed" where "seq" = ? order by "patient_id"`)
    .all([Number(seq)]);
  return (
    patients?.length === found.length && JSON.stringify(found.flat()) === JSON.stringify([...patients].sort())
  );
}

const NOT_LISTED = `select distinct l."seq" from "audit_listed" as l where not exists (select 1 from "audit_entries" as a where a."seq" = l."seq" and a."listed" is not null) order by 1 limit ${ENTRIES_AT_ONCE}`;

/** Entries whose list is not what "who looked at this record" is looked up in; null between portions. */
export function* listProblems(connection: ReadConnection): Generator<VerifyProblem | null> {
  const page = connection.statement(
    `select "seq", "listed" from "audit_entries" where "listed_digest" is not null and "seq" > ? order by "seq" limit ${ENTRIES_AT_ONCE}`,
  );
  let rows = page.all([0]);
  while (rows.length > 0) {
    for (const [seq, listed] of rows) {
      if (!agrees(connection, seq, listed)) yield listDiffers(Number(seq));
    }
    yield null;
    rows = page.all([rows.at(-1)?.[0] ?? null]);
  }
  for (const [seq] of connection.statement(NOT_LISTED).all([])) yield listDiffers(Number(seq));
}
