import { EVERYONE, type SetAsideAccess, visibleAmong } from "@soundings/records";
import { reachesEveryProgram, reachesSite, scopeOf } from "../access/scope.ts";
import type { Asked } from "../trpc.ts";

/**
 * Which set-aside rows a person may see, and of which the values. An administrator sees where every row stood and what is
 * wrong with it. Values are seen of rows that name a patient in scope; who directs every program of the site sees all,
 * also of rows that name nobody on record.
 */
export function setAsideAccess(asked: Asked): SetAsideAccess {
  const { person, action } = asked;
  return {
    everyRow: reachesSite(person, action),
    everyValue: reachesEveryProgram(asked, person, "imports.values"),
    scope: scopeOf(asked, person, "imports.values"),
  };
}

/** The patients whom rows name, of those that the person may see by them. */
export function patientsNamed(
  asked: Asked,
  rows: readonly { readonly cells: Readonly<Record<string, string>> | null }[],
): readonly string[] {
  const named = rows.flatMap(({ cells }) => cells?.patient_id?.trim() ?? []);
  const { everyValue, scope } = setAsideAccess(asked);
  return visibleAmong(asked.store, everyValue ? EVERYONE : scope, [...new Set(named)]);
}
