import type { PatientScope } from "../access/scope.ts";
import { visibleAmong } from "../access/visible.reads.ts";
import type { ReadStore } from "../store/store.ts";
import type { StoredEntry } from "./audit.types.ts";

type Detail = Readonly<Record<string, unknown>>;

const WITHHELD = "withheld";

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) {
    for (const one of Object.values(value)) yield* textsIn(one);
  }
}

function replaced(value: unknown, isWithheld: (text: string) => boolean): unknown {
  if (typeof value === "string") return isWithheld(value) ? WITHHELD : value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, isWithheld));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, isWithheld)]));
}

/** Of some texts, those that are ids of patients on record. */
function patientsAmong({ reader }: ReadStore, texts: ReadonlySet<string>): readonly string[] {
  const rows = reader
    .statement(`select "patient_id" from "patients" where "patient_id" in (select value from json_each(?))`)
    .all([JSON.stringify([...texts])]);
  return rows.map(([id]) => String(id));
}

/**
 * Takes out of entries what names patients out of scope: of an entry about such a patient everything that it says of itself,
 * of others every id of such a patient. A refusal looks the same whether the patient who was asked for is out of scope or not
 * on record at all.
 */
export function withheld(
  store: ReadStore,
  scope: PatientScope,
  entries: readonly StoredEntry[],
  hidden: ReadonlySet<number>,
): readonly StoredEntry[] {
  const texts = new Set(entries.flatMap(({ detail }) => [...textsIn(detail)]));
  const visible = new Set(visibleAmong(store, scope, [...texts]));
  const outOfScope = new Set(patientsAmong(store, texts).filter((id) => !visible.has(id)));
  const scrubbed = ({ asked, ...rest }: Detail): Detail => ({
    ...(replaced(rest, (text) => outOfScope.has(text)) as Detail),
    ...(typeof asked === "string" && visible.has(asked) ? { asked } : {}),
  });
  const isHidden = ({ seq, event }: StoredEntry) => hidden.has(seq) && event !== "refused";
  return entries.map((entry) =>
    isHidden(entry)
      ? { ...entry, detail: { [WITHHELD]: true } }
      : { ...entry, detail: scrubbed(entry.detail) },
  );
}
