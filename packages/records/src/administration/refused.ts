/** Why a change of people, covers, meetings, programs or contact details is refused; nothing was written. */
export type RefusalCode =
  | "no_such_entry"
  | "no_such_patient"
  | "email_taken"
  | "staff_taken"
  | "last_administrator"
  | "changed_meanwhile"
  | "bad_dates"
  | "bad_settings"
  | "id_taken"
  | "not_allowed";

/** A change that cannot be made as asked. The act that it leaves is taken back whole. Its message repeats no value. */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(`refused: ${code}`);
    this.name = "Refused";
    this.code = code;
  }
}
