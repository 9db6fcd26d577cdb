import { dateOf, type Instant, localTimeOf, type ZoneName } from "@soundings/clinical";
import type { RecordField } from "@soundings/contract";

/** A record by property name. */
export type Fields = Readonly<Record<string, unknown>>;

/** One value of a record: where it lies and how a page shows it. */
export interface FieldSpec extends Pick<RecordField, "field" | "label" | "form" | "required" | "fixed"> {
  readonly property: string;
  /** The place in the property's list, of an item of an assessment; else null. */
  readonly place: number | null;
  readonly options: RecordField["options"];
  /** The value as text; empty is not known. */
  text(value: unknown): string;
}

/** What fields need to know of the site. */
export interface FieldContext {
  readonly zone: ZoneName;
  readonly staff: RecordField["options"];
  readonly programs: RecordField["options"];
}

/** A moment on the site's clock, to the minute; the clinic export takes it in this form. */
export function momentText(value: unknown, zone: ZoneName): string {
  const instant = value as Instant;
  return `${dateOf(instant, zone)} ${localTimeOf(instant, zone)}`;
}

/** The text of one field of a record. */
export function fieldText({ property, place, text }: FieldSpec, record: Fields): string {
  const value = record[property];
  const one = place === null ? value : (value as readonly unknown[] | undefined)?.[place];
  return one === null || one === undefined ? "" : text(one);
}
