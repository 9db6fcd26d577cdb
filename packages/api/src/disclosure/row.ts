/** One line of a document that leaves, every cell as it is read. */
export interface Row {
  readonly date: string;
  readonly what: string;
  readonly value: string;
  readonly unit: string;
  readonly remark: string;
}

/** A row with what orders it within its date. */
export interface DatedRow extends Row {
  readonly key: string;
}
