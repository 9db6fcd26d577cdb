import type { Problem, SetAsideRow } from "@soundings/clinical";
import { firstDifference } from "../kinds/merge.ts";
import { type Fields, keyOf, SCREEN_SHAPE } from "../kinds/shapes.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import type { Case } from "./stage-row.ts";
import { kindNumber, type Staging, stageSetAside } from "./staging.ts";

export interface ScreenAgreement {
  /** Whether the row says of the screen what the accepted rows before it say. */
  problemOf(one: Case): Problem | null;
  /** Whether the row may still be set aside when all rows are known. */
  mayBeTakenBack(one: Case): boolean;
  note(one: Case, seq: Bound): void;
}

function level(record: Fields): string {
  return JSON.stringify(SCREEN_SHAPE.columns.map((column) => record[column.property]));
}

function levelOf(text: string): Fields {
  const values = JSON.parse(text) as readonly unknown[];
  return Object.fromEntries(SCREEN_SHAPE.columns.map((column, place) => [column.property, values[place]]));
}

/** A stored screen that was collected and, after this row, is not: results that stay would contradict it. */
function isUncollected({ row, stored, record }: Case): boolean {
  return (
    row.kind === "screen" &&
    stored.base !== null &&
    stored.base.disposition === "collected" &&
    record.disposition !== "collected"
  );
}

/** Holds the rows of one screen against each other. */
export function screenAgreement(staging: Staging): ScreenAgreement {
  const { connection } = staging;
  const find = connection.statement("select level from screens where screen_id = ?");
  const keep = connection.statement("insert or ignore into screens values (?, ?)");
  const mark = connection.statement("insert into uncollected values (?, ?, ?)");
  return {
    problemOf: ({ row, record }) => {
      if (row.kind !== "screen") return null;
      const earlier = find.get([String(record.screenId)])?.[0];
      if (earlier === undefined || earlier === level(record)) return null;
      const column =
        firstDifference(SCREEN_SHAPE.columns, levelOf(String(earlier)), record)?.column ?? "screen_id";
      return {
        column,
        code: "disagrees",
        message: `An earlier row of this screen has another ${column}: the rows of one screen must agree on it.`,
      };
    },
    mayBeTakenBack: isUncollected,
    note: (one, seq) => {
      if (one.row.kind !== "screen") return;
      keep.run([String(one.record.screenId), level(one.record)]);
      if (seq !== null && isUncollected(one)) mark.run([seq, String(one.record.screenId), one.key]);
    },
  };
}

/** Rows that were accepted and are set aside after all. */
export interface TakenBack {
  readonly file: string;
  readonly outcome: "created" | "updated";
}

/** Whether stored results of the screen would stay although it was not collected: those that no row of the folder clears. */
function keepsResults(reader: ReadConnection, staging: Staging, screenId: string): boolean {
  const covered = staging.connection.statement("select 1 from seen where kind = ? and key = ?");
  return reader
    .statement(
      `select "analyte", "method" from "screen_results" where "screen_id" = ? and "result" is not null`,
    )
    .all([screenId])
    .some(([analyte, method]) => {
      const key = keyOf("screen", { screenId, analyte, method });
      return covered.get([kindNumber("screen"), key]) === undefined;
    });
}

function setAside(staging: Staging, seq: Bound): TakenBack {
  const [file, line, cells, outcome] = staging.connection
    .statement("select file, line, cells, outcome from rows where seq = ?")
    .get([seq]) ?? ["", 0, null, "updated"];
  const row: SetAsideRow = {
    file: String(file),
    line: Number(line),
    column: "disposition",
    code: "disagrees",
    message:
      "The stored screen has results that this folder does not clear, so it cannot become one that was not collected: clear every result of it in the same file.",
    cells: cells === null ? null : (JSON.parse(String(cells)) as Record<string, string>),
    raw: null,
  };
  stageSetAside(staging, row);
  staging.connection.statement("delete from rows where seq = ?").run([seq]);
  return { file: row.file, outcome: outcome === "created" ? "created" : "updated" };
}

/** When all rows are known: takes back the rows of screens that would keep results although they were not collected. */
export function takeBackUncollected(reader: ReadConnection, staging: Staging): readonly TakenBack[] {
  const { connection } = staging;
  const screens = connection.statement("select distinct screen_id from uncollected order by seq").all([]);
  const forgetKey = connection.statement("delete from seen where kind = ? and key = ?");
  return screens
    .map(([screenId]) => String(screenId))
    .filter((screenId) => keepsResults(reader, staging, screenId))
    .flatMap((screenId) => {
      const rows = connection
        .statement("select seq, key from uncollected where screen_id = ? order by seq")
        .all([screenId]);
      return rows.map(([seq, key]) => {
        forgetKey.run([kindNumber("screen"), key ?? ""]);
        return setAside(staging, seq ?? null);
      });
    });
}
