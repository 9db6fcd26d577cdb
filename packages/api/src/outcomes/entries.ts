import type { Overview } from "@soundings/clinical";
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

/** The first page shows each patient with a score before and after as a dot, by record number. */
export function overviewEntry(filter: Filter, output: WhenReady<Overview>): AuditEvent | null {
  const event = viewedEntry("overview")(filter, output);
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
): AuditEvent | null {
  if (output.state === "working") return null;
  const { rows, total } = output.answer;
  return listEntry("outcomes_listed", { ...filter, total }, rows);
}

export function leavingEntry(input: LeavingFigureInput, output: WhenReady<unknown>): AuditEvent | null {
  return output.state === "ready" ? { event: "outcomes_left", detail: { ...input } } : null;
}
