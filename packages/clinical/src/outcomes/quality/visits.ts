import { addDays } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import type { Known } from "../../findings/known.ts";
import type { ResultStatus, Validity } from "../../records/codes.ts";
import type { Screen, Session } from "../../records/types.ts";
import { NOT_MARKED_AT } from "../../rules/sessions-unmarked.ts";
import type { QualityProblem } from "../quality.types.ts";
import { RESULT_BY } from "./definitions.ts";

/** Sessions old enough to have been marked. */
export function dueSessions(
  sessions: readonly Known<Session>[],
  asOf: CalendarDate,
): readonly Known<Session>[] {
  const newest = addDays(asOf, -NOT_MARKED_AT.value);
  return sessions.filter(({ on }) => on <= newest);
}

export function notMarked(due: readonly Known<Session>[]): readonly QualityProblem[] {
  return due
    .filter(({ record }) => record.status === "scheduled")
    .map(({ record, on }) => ({
      check: "session-not-marked" as const,
      record: { kind: "session" as const, id: record.sessionId },
      on,
      text: `Session (${record.service.replace("_", " ")}) not marked`,
    }));
}

/** A laboratory has nothing to say of what is in these. */
const NOT_TESTED: ReadonlySet<Validity | null> = new Set(["substituted", "adulterated", "invalid"]);
const FINAL: ReadonlySet<ResultStatus | null> = new Set(["final", "corrected", null]);

/** Collected specimens, fit to be tested, that are old enough to have a final result. */
export function dueScreens<T extends Known<Screen>>(screens: readonly T[], asOf: CalendarDate): readonly T[] {
  const newest = addDays(asOf, -RESULT_BY.value);
  return screens.filter(
    ({ record, on }) =>
      record.disposition === "collected" && !NOT_TESTED.has(record.validity) && on <= newest,
  );
}

export function withoutResult(due: readonly Known<Screen>[]): readonly QualityProblem[] {
  return due.flatMap(({ record, on }) => {
    const results = record.results.filter(({ result }) => result !== null);
    if (results.some(({ resultStatus }) => FINAL.has(resultStatus))) return [];
    const text = `Specimen collected, ${results.length > 0 ? "only preliminary results" : "no result"}`;
    return [
      {
        check: "screen-without-result" as const,
        record: { kind: "screen" as const, id: record.screenId },
        on,
        text,
      },
    ];
  });
}
