import type { RecordKind } from "@soundings/clinical";
import { merge } from "../kinds/merge.ts";
import type { Fields } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";

/** By which step an assessment that is in error came to be so: the last one before which it was not. */
const LAST_MARK = `select "batch_id" from "revisions" where "record_kind" = 'assessment' and "record_key" = ? and "before" ->> 'status' is not 'entered_in_error' order by "revision" desc limit 1`;

/**
 * Whether a person marked the assessment as entered in error here; what the source marked, the source may take away, also
 * when a person had marked it before and set it right.
 */
function wasTakenBackHere(connection: ReadConnection, { assessmentId }: Fields): boolean {
  return connection.statement(LAST_MARK).get([String(assessmentId)])?.[0] === null;
}

/**
 * The whole record that a row of an import makes of what is stored. An assessment that a person marked as entered in error
 * stays so, whatever the source says of its status: the source does not know of the mark.
 */
export function wholeRecord(
  connection: ReadConnection,
  kind: RecordKind,
  base: Fields | null,
  values: Fields,
): Fields {
  const record = merge(kind, base, values);
  if (kind !== "assessment" || base?.status !== "entered_in_error") return record;
  if (record.status === "entered_in_error" || !wasTakenBackHere(connection, record)) return record;
  return { ...record, status: "entered_in_error" };
}
