import { type CalendarDate, ownProblemOf, parseInstant, type ZoneName } from "@soundings/clinical";
import { type RecordType, shapeOf, TAKEN_BACK_BY_ROW } from "../entries/types.ts";
import { OWN_KINDS, OWN_SHAPES, type OwnKind } from "../kinds/own-shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "./problem.ts";
import { type Law, tableProblems } from "./records.ts";

/** What lay in the future when it was entered is long past for whoever checks. */
const ANY_DAY = "9999-12-31" as CalendarDate;
const UTC = "UTC" as ZoneName;

function lawOf(kind: OwnKind): Law {
  return (record) => ownProblemOf(kind, record as never, ANY_DAY)?.column ?? null;
}

const MARKED = ["assessment", ...TAKEN_BACK_BY_ROW] as const satisfies readonly RecordType[];

/** Marks whose record is not there. */
function leftOver(type: RecordType): string {
  const { table, key } = shapeOf(type);
  const column = key[0]?.column ?? "";
  return `select b."record_key" from "taken_back" as b where b."record_kind" = '${type}' and not exists (select 1 from "${table}" as t where t."${column}" = b."record_key") order by 1`;
}

function* takenBackProblems(connection: ReadConnection): Generator<VerifyProblem> {
  for (const type of MARKED) {
    for (const [key] of connection.statement(leftOver(type)).all([])) {
      const where = `taken_back ${type} ${String(key)}`;
      yield { code: "broken_reference", where, message: "The record that it marks is not there." };
    }
  }
  const marks = connection.statement(
    `select "record_kind", "record_key", "at" from "taken_back" order by 1, 2`,
  );
  for (const [kind, key, at] of marks.all([])) {
    if (MARKED.some((type) => type === kind) && parseInstant(String(at), UTC) === at) continue;
    const where = `taken_back ${String(kind)} ${String(key)}`;
    yield { code: "record_wrong", where, message: "It is not as Soundings writes it." };
  }
}

function* timingProblems(connection: ReadConnection): Generator<VerifyProblem> {
  const wrong = connection.statement(
    `select "assessment_id" from "assessment_timings" where not "seconds" >= 0 or "seconds" > 86400 order by 1`,
  );
  for (const [id] of wrong.all([])) {
    const where = `assessment_timings ${String(id)}`;
    yield { code: "record_wrong", where, message: "Nobody takes so long over an assessment." };
  }
}

/** Records that are entered here and are not as they would have been entered, and marks of what was entered in error. */
export function* ownProblems(connection: ReadConnection): Generator<VerifyProblem> {
  for (const kind of OWN_KINDS) yield* tableProblems(connection, OWN_SHAPES[kind], lawOf(kind));
  yield* takenBackProblems(connection);
  yield* timingProblems(connection);
}
