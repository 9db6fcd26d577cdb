import type { Action } from "@soundings/contract";
import { visibleAmong } from "@soundings/records";
import { scopeOf } from "../access/scope.ts";
import type { Asked } from "../trpc.ts";

/** What the reader may do besides with each of some patients. */
export interface Reach {
  of(patientId: string): { readonly mayOpen: boolean; readonly mayContact: boolean };
}

export function reachOf(asked: Asked, rows: readonly { readonly patientId: string }[]): Reach {
  const ids = [...new Set(rows.map(({ patientId }) => patientId))];
  const may = (action: Action) =>
    new Set(visibleAmong(asked.store, scopeOf(asked, asked.person, action), ids));
  const open = may("patient.view");
  const contact = may("contact.view");
  return { of: (patientId) => ({ mayOpen: open.has(patientId), mayContact: contact.has(patientId) }) };
}

interface OfProgram {
  readonly programId: string | null;
  readonly programName: string | null;
}

/** The programs of some rows, by name. */
export function programsIn(
  rows: readonly OfProgram[],
): readonly { readonly programId: string; readonly name: string }[] {
  const names = new Map<string, string>();
  for (const { programId, programName } of rows) {
    if (programId !== null && programName !== null) names.set(programId, programName);
  }
  const programs = [...names].map(([programId, name]) => ({ programId, name }));
  return programs.sort((a, b) => (a.name < b.name ? -1 : 1));
}
