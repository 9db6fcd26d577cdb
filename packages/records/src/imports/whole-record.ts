import type { RecordKind } from "@soundings/clinical";
import { merge } from "../kinds/merge.ts";
import type { Fields } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";

/** Whether a person marked the assessment as entered in error here; what only the source marked, the source may take away. */
function wasTakenBackHere(connection: ReadConnection, { assessmentId }: Fields): boolean {
  return (
    connection
      .statement(`select 1 from "taken_back" where "record_kind" = 'assessment' and "record_key" = ?`)
      .get([String(assessmentId)]) !== undefined
  );
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
