import type { ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "./problem.ts";

/** Every change of these keeps what stood before, so a row's number is one more than its revisions. */
function keptAs(table: string, key: string, kind: string): string {
  return `select '${table} ' || t."${key}" from "${table}" as t
    where t."revision" <> 1 + (select count(*) from "revisions" as r where r."record_kind" = '${kind}' and r."record_key" = t."${key}")
    order by 1`;
}

const CHECKS: readonly (readonly [code: VerifyProblem["code"], sql: string, message: string])[] = [
  [
    "broken_reference",
    `select 'people ' || r."person_id" from "person_roles" as r
      where (r."role" = 'administrator') <> (r."program_id" = '')
        or (r."program_id" <> '' and r."program_id" not in (select "program_id" from "programs"))
      order by 1`,
    "One of its roles is held where there is no such role.",
  ],
  [
    "setting_wrong",
    `select 'program_practices ' || "program_id" from "program_practices" where not json_valid("practice") order by 1`,
    "How the program works cannot be read.",
  ],
  [
    "revision_gap",
    keptAs("program_practices", "program_id", "program_practice"),
    "What stood before its changes is not all there.",
  ],
  [
    "revision_gap",
    keptAs("contacts", "patient_id", "contact"),
    "What stood before its changes is not all there.",
  ],
];

/** People, programs and contact details that this product would not have written so. */
export function* administrationProblems(connection: ReadConnection): Generator<VerifyProblem> {
  for (const [code, sql, message] of CHECKS) {
    for (const [where] of connection.statement(sql).all([])) yield { code, where: String(where), message };
  }
}
