import type { DischargeReason, SessionStatus } from "@soundings/clinical";

const SPELLED: Readonly<Record<string, string>> = {
  c_ssrs: "C-SSRS",
  ect: "ECT",
  ed_visit: "ED visit",
  in_person: "in person",
  cancelled_patient: "canceled by the patient",
  cancelled_program: "canceled by the program",
  no_show: "no-show",
  scheduled: "not marked yet",
  link: "by link",
  kiosk: "on a tablet",
  self: "self-report",
  staff: "by staff",
  import: "imported",
  against_advice: "left against advice",
  lost_contact: "lost contact",
  transferred_up: "moved to more support",
  transferred_down: "moved to less support",
} satisfies Partial<Record<SessionStatus | DischargeReason | string, string>>;

/** A code of the clinical record in words: `left_early` as `left early`. */
export function codeWords(code: string): string {
  return SPELLED[code] ?? code.replaceAll("_", " ");
}
