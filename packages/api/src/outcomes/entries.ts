import type { LeavingFigureInput, OutcomePatients, OutcomePatientsInput } from "@soundings/contract";
import type { AuditEvent } from "@soundings/records";
import { listEntry } from "../access/entries.ts";
import type { WhenReady } from "./questions.types.ts";

type Filter = Readonly<Record<string, unknown>>;

/** An answer that is still being made shows nothing, and nothing is entered. */
export function viewedEntry(what: string) {
  return (filter: Filter, output: WhenReady<unknown>): AuditEvent | null =>
    output.state === "ready" ? { event: "outcomes_viewed", detail: { what, ...filter } } : null;
}

export function patientsEntry(
  filter: OutcomePatientsInput,
  output: WhenReady<OutcomePatients>,
): AuditEvent | null {
  if (output.state === "working") return null;
  const { rows, total } = output.answer;
  return listEntry("outcomes_listed", { ...filter, total }, rows);
}

export function leavingEntry(input: LeavingFigureInput, output: WhenReady<unknown>): AuditEvent | null {
  return output.state === "ready" ? { event: "outcomes_left", detail: { ...input } } : null;
}
