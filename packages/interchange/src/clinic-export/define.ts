import type { Problem, RecordKind, RecordOfKind } from "@soundings/clinical";
import type { CellFormat, Clock } from "./cell-format.ts";

/** One column of one file: its name in the header, the property of the record that it holds, and its form. */
export interface Column {
  readonly name: string;
  readonly property: string;
  /** The place in the property's array, where the property is spread over several columns; else null. */
  readonly place: number | null;
  readonly required: boolean;
  /** What an empty cell means: `null`, not known; or an empty list. */
  readonly empty: null | readonly [];
  readonly format: CellFormat<unknown>;
}

/** One file of the clinic export as data; reader, writer, set-aside list and documentation all follow it. */
export interface ClinicFile<K extends RecordKind = RecordKind> {
  readonly kind: K;
  /** File name inside the folder. */
  readonly name: string;
  /** In the order in which they are written. */
  readonly columns: readonly Column[];
  /** The columns whose values together name a record. */
  readonly key: readonly string[];
  /** What a whole row may violate that needs the present time; checked when all cells are well formed. */
  readonly check: ((values: Readonly<Record<string, unknown>>, clock: Clock) => Problem | null) | null;
}

type TextProperty<R> = keyof R & string;
type ListProperty<R> = { [P in keyof R]: R[P] extends readonly string[] ? P : never }[keyof R] & string;
type NullableProperty<R> = { [P in keyof R]: null extends R[P] ? P : never }[keyof R] & string;

/** Makers of columns for one kind of record, so that a column's form must fit the property that it fills. */
export function columnsOf<K extends RecordKind>() {
  type R = RecordOfKind[K];
  return {
    required: <P extends TextProperty<R>>(name: string, property: P, format: CellFormat<R[P]>): Column => ({
      name,
      property,
      place: null,
      required: true,
      empty: null,
      format,
    }),
    optional: <P extends NullableProperty<R>>(
      name: string,
      property: P,
      format: CellFormat<NonNullable<R[P]>>,
    ): Column => ({ name, property, place: null, required: false, empty: null, format }),
    list: <P extends ListProperty<R>>(
      name: string,
      property: P,
      format: CellFormat<readonly string[]>,
    ): Column => ({ name, property, place: null, required: false, empty: [], format }),
  };
}

/** A file of the clinic export. Its key columns must be among its columns. */
export function defineFile<K extends RecordKind>(
  kind: K,
  name: string,
  parts: Pick<ClinicFile, "columns" | "key"> & Partial<Pick<ClinicFile, "check">>,
): ClinicFile<K> {
  return { kind, name, check: null, ...parts };
}
