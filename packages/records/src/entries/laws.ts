import {
  type CalendarDate,
  ownProblemOf,
  type Problem,
  problemOf,
  type RecordKind,
  type ScreenRow,
} from "@soundings/clinical";
import { referenceProblem } from "../imports/references.ts";
import { findRow, selectedColumns } from "../kinds/access.ts";
import { decode } from "../kinds/codec.ts";
import { isOwnKind } from "../kinds/own-shapes.ts";
import { type Fields, RESULT_SHAPE, SCREEN_SHAPE } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { RecordType } from "./types.ts";

const RESULTS_OF_SCREEN = `select ${selectedColumns(RESULT_SHAPE, "t")} from "screen_results" as t where t."screen_id" = ?`;

/** A screen and each of its results make one row of screens.csv: every row has to keep to the laws of a row. */
function rowsOfScreen(connection: ReadConnection, type: RecordType, record: Fields): readonly Fields[] {
  if (type === "screen_result") return [{ ...findRow(connection, SCREEN_SHAPE, record), ...record }];
  return connection
    .statement(RESULTS_OF_SCREEN)
    .all([String(record.screenId)])
    .map((row) => ({ ...decode(RESULT_SHAPE.columns, row), ...record }));
}

/**
 * What an import would say of a whole record of a patient, or null: the laws of its kind, and whether what it refers to is
 * there. `today` is the site's.
 */
export function entryProblem(
  connection: ReadConnection,
  type: RecordType,
  record: Fields,
  today: CalendarDate,
): Problem | null {
  if (isOwnKind(type)) return ownProblemOf(type, record as never, today);
  if (type === "screen" || type === "screen_result") {
    const problems = rowsOfScreen(connection, type, record).map((row) =>
      problemOf("screen", row as unknown as ScreenRow),
    );
    return problems.find((problem) => problem !== null) ?? null;
  }
  const kind: RecordKind = type;
  return problemOf(kind, record as never) ?? referenceProblem(connection, kind, record);
}
