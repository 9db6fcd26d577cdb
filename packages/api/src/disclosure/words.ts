import type { DischargeReason, EventKind, SessionStatus } from "@soundings/clinical";

/** What stands where nothing is on record. Never a zero, never an empty cell. */
export const NO_DATA = "no data";

const SPELLED: Readonly<Record<string, string>> = {
  residential: "residential",
  php: "PHP",
  iop: "IOP",
  op: "OP",
  in_person: "in person",
  scheduled: "attendance not marked",
  no_show: "no-show",
  cancelled_patient: "canceled by the patient",
  cancelled_program: "canceled by the program",
  against_advice: "left against advice",
  transferred_up: "moved to more support",
  transferred_down: "moved to less support",
  c_ssrs: "C-SSRS",
  ed_visit: "ED visit",
  ect: "ECT",
} satisfies Partial<Record<SessionStatus | DischargeReason | EventKind | string, string>>;

/** A code of the record in words. */
export function spelled(code: string): string {
  return SPELLED[code] ?? code.replaceAll("_", " ");
}

/** A code in words, or that nothing is known. */
export function known(code: string | null): string {
  return code === null ? NO_DATA : spelled(code);
}

/** Remarks in one cell; what is null is left out. */
export function remarks(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join("; ");
}
