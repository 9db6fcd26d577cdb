import type { DecisionKind, EventKind } from "../records/codes.ts";

/** The letter of each event's flag on the timeline; no two share one. */
export const EVENT_LETTERS: Readonly<Record<EventKind, string>> = {
  risk_assessment: "R",
  c_ssrs: "C",
  safety_plan: "P",
  crisis: "X",
  ed_visit: "D",
  hospital_stay: "H",
  overdose: "O",
  return_to_use: "U",
  withdrawal: "W",
  medical_instability: "M",
  outreach: "T",
  ect: "E",
  family_contact: "F",
  measure_missed: "Q",
  naloxone: "N",
  other: "I",
};

/** The letter of each decision's flag; decisions have flags of their own shape. */
export const DECISION_LETTERS: Readonly<Record<DecisionKind, string>> = {
  continue: "C",
  added_contact: "A",
  step_up: "U",
  step_down: "D",
  discharge: "X",
};
