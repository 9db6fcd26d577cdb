import {
  AGE_BANDS,
  DIAGNOSIS_GROUPS,
  DIMENSIONS,
  type Dimension,
  LEVELS_OF_CARE,
  MODALITIES,
  NOT_RECORDED,
  type Overview,
  SEXES,
} from "@soundings/clinical";
import type { LeavingFigureInput, OutcomePatients, OutcomePatientsInput } from "@soundings/contract";
import { type AuditEvent, isOnRecord, isRecordedText, siteOf } from "@soundings/records";
import { listEntry } from "../access/entries.ts";
import type { Asked } from "../trpc.ts";
import type { WhenReady } from "./questions.types.ts";

type Filter = Readonly<Record<string, unknown>>;

/** The values that a dimension can have, whatever is on record. */
const CODES: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  level: LEVELS_OF_CARE,
  modality: MODALITIES,
  sex: SEXES,
  age: AGE_BANDS.map(({ id }) => id),
  diagnosis: DIAGNOSIS_GROUPS.map(({ id }) => id),
};

function isKnown({ store }: Pick<Asked, "store">, by: Dimension, value: string): boolean {
  if (value === NOT_RECORDED) return true;
  if (by === "program") return siteOf(store).programs.has(value);
  return isRecordedText(by) ? isOnRecord(store.reader, by, value) : (CODES[by]?.includes(value) ?? false);
}

/** What was asked, as the audit holds it: a value that no record has may be a name that somebody typed, and is kept out. */
export function askedDetail(asked: Pick<Asked, "store">, filter: Filter): Filter {
  const unknown = DIMENSIONS.filter((by) => {
    const value = filter[by];
    return typeof value === "string" && !isKnown(asked, by, value);
  });
  return { ...filter, ...Object.fromEntries(unknown.map((by) => [by, "not on record"])) };
}

/** An answer that is still being made shows nothing, and nothing is entered. */
export function viewedEntry(what: string) {
  return (filter: Filter, output: WhenReady<unknown>, asked: Asked): AuditEvent | null =>
    output.state === "ready"
      ? { event: "outcomes_viewed", detail: { what, ...askedDetail(asked, filter) } }
      : null;
}

/** The first page shows each patient with a score before and after as a dot, by record number. */
export function overviewEntry(filter: Filter, output: WhenReady<Overview>, asked: Asked): AuditEvent | null {
  const event = viewedEntry("overview")(filter, output, asked);
  if (event === null || output.state === "working") return event;
  const dots = Object.values(output.answer.beforeAfter).flat();
  return {
    ...event,
    listed: dots.flatMap(({ patientId, patients = 1 }) => (patients > 1 ? [] : [patientId])),
  };
}

export function patientsEntry(
  filter: OutcomePatientsInput,
  output: WhenReady<OutcomePatients>,
  asked: Asked,
): AuditEvent | null {
  if (output.state === "working") return null;
  const { rows, total } = output.answer;
  return listEntry("outcomes_listed", { ...askedDetail(asked, filter), total }, rows);
}

export function leavingEntry(
  input: LeavingFigureInput,
  output: WhenReady<unknown>,
  asked: Asked,
): AuditEvent | null {
  return output.state === "ready" ? { event: "outcomes_left", detail: askedDetail(asked, input) } : null;
}
