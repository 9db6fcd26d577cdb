import { holds, type Span } from "../findings/belonging.ts";
import { sentence } from "../findings/wording.ts";
import type { Injection, OwnRecords } from "../records/own.ts";
import type { InjectionMark, NoteMark } from "./types.ts";

/** The notes dated on the axis. */
export function noteMarks({ notes }: OwnRecords, axis: Span): readonly NoteMark[] {
  return notes
    .filter(({ on }) => holds(axis, on))
    .map(({ noteId, on, text, by }) => ({ noteId, on, text, by }));
}

function injectionText({ medication, dose, givenBy, nextDueOn }: Injection): string {
  const what = dose === null ? sentence(medication) : `${sentence(medication)} ${dose}`;
  return `${what} injected${givenBy === null ? "" : ` by ${givenBy}`}, next due ${nextDueOn}`;
}

/** The injections given on the axis; a schedule whose first one is still to come has no mark. */
export function injectionMarks({ injections }: OwnRecords, axis: Span): readonly InjectionMark[] {
  return injections.flatMap((injection) => {
    const { injectionId, medication, givenOn } = injection;
    if (givenOn === null || !holds(axis, givenOn)) return [];
    return [{ injectionId, on: givenOn, medication, text: injectionText(injection) }];
  });
}
