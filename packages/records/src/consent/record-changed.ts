/** A document could not be let out because the record did not stand still while it was being made. */
export class RecordChanged extends Error {
  override readonly name = "RecordChanged";
}
