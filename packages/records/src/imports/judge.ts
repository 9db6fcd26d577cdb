import {
  type IncomingRow,
  type Problem,
  problemOf,
  RECORD_KINDS,
  type RecordKind,
  type RecordOfKind,
  sameZone,
  type ZoneName,
} from "@soundings/clinical";
import { findStored, isEmpty, type Stored } from "../kinds/access.ts";
import { firstDifference } from "../kinds/merge.ts";
import { columnsOf, type Fields, fieldsOf, keyOf } from "../kinds/shapes.ts";
import { zoneOf } from "../store/site.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import { references } from "./references.ts";
import { screenAgreement } from "./screen-agreement.ts";
import { type Case, rowStage } from "./stage-row.ts";
import type { Staging } from "./staging.ts";
import { wholeRecord } from "./whole-record.ts";

/** What becomes of one row. */
export type Outcome = "created" | "updated" | "unchanged" | Problem;

export interface Judge {
  /** The zone in which date-times without an offset are read: the site's, or the first accepted program's. */
  zone(): ZoneName;
  /** The zone that a program of this import gives to a site that had none. */
  adoptedZone(): ZoneName | null;
  judge(row: IncomingRow): Outcome;
}

const NOT_STORED: Stored = { base: null, exists: false };

function sameRecord(kind: RecordKind, a: Fields, b: Fields): boolean {
  return firstDifference(columnsOf(kind), a, b) === null;
}

function accepted({ row, stored, record }: Case): "created" | "updated" | "unchanged" {
  if (stored.base === null || !stored.exists) return "created";
  return sameRecord(row.kind, stored.base, record) ? "unchanged" : "updated";
}

/** The zone of the site while an import names programs: the first one that is accepted decides for a site without one. */
function siteZone(reader: ReadConnection) {
  const site = zoneOf(reader);
  let adopted: ZoneName | null = null;
  const named = ({ row, record }: Case): ZoneName | null =>
    row.kind === "program" ? (record.timeZone as ZoneName | null) : null;
  const isOpen = (): boolean => site.source === "default" && adopted === null;
  const zone = (): ZoneName => adopted ?? site.zone;
  return {
    zone,
    adopted: () => adopted,
    adopt: (one: Case): void => {
      if (isOpen()) adopted = named(one);
    },
    problemOf: (one: Case): Problem | null => {
      const other = named(one);
      if (other === null || isOpen() || sameZone(other, zone())) return null;
      return {
        column: "time_zone",
        code: "disagrees",
        message:
          "All programs of one database share the site's time zone: give that zone, or leave the cell empty.",
      };
    },
  };
}

/**
 * Judges rows one by one, in the order in which they come (kinds in the order of the clinic export): the whole record's
 * own laws, its key, its references, and what rows of one screen or programs of one site must agree on. One row has one
 * reason. Accepted rows that change something are staged.
 */
export function judgeRows(reader: ReadConnection, staging: Staging): Judge {
  const empty = new Set(RECORD_KINDS.filter((kind) => isEmpty(reader, kind)));
  const site = siteZone(reader);
  const stage = rowStage(reader, staging);
  const refer = references(reader, staging);
  const screens = screenAgreement(staging);

  const caseOf = (row: IncomingRow): Case => {
    const values = fieldsOf(row.values);
    const stored = empty.has(row.kind) ? NOT_STORED : findStored(reader, row.kind, values);
    const record = wholeRecord(reader, row.kind, stored.base, values);
    return { row, values, key: keyOf(row.kind, record), stored, record };
  };

  /** The same key earlier in the file: identical changes nothing, different keeps the later row out. */
  const repeated = (one: Case): Outcome | null => {
    const { row, values, stored, record } = one;
    const earlier = stage.earlier(one);
    if (earlier === undefined) return null;
    const same =
      earlier === null
        ? stored.base !== null && sameRecord(row.kind, stored.base, record)
        : stage.holds(earlier, values);
    if (same) return "unchanged";
    return {
      column: columnsOf(row.kind)[0]?.column ?? "",
      code: "duplicate_key",
      message: "An earlier row of this file has the same key and says something else: keep the right one.",
    };
  };

  const accept = (one: Case): Outcome => {
    const outcome = accepted(one);
    const keepCells = screens.mayBeTakenBack(one);
    const seq = stage.accept(one, { outcome, zone: site.zone(), keepCells });
    screens.note(one, seq);
    site.adopt(one);
    return outcome;
  };

  return {
    zone: site.zone,
    adoptedZone: site.adopted,
    judge: (row) => {
      const one = caseOf(row);
      const own = problemOf(row.kind, one.record as unknown as RecordOfKind[typeof row.kind]);
      return (
        own ??
        repeated(one) ??
        refer.problemOf(row.kind, one.values) ??
        site.problemOf(one) ??
        screens.problemOf(one) ??
        accept(one)
      );
    },
  };
}
