import { countAttendance, isCountable } from "../attendance/attendance.ts";
import { positiveEvidence, scoreEvidence, screenEvidence, sessionEvidence } from "../findings/evidence.ts";
import type { Known } from "../findings/known.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { scoreText, signed } from "../findings/wording.ts";
import type { Session } from "../records/types.ts";
import { analyteName } from "../screens/analytes.ts";
import type { Positive } from "../screens/positives.ts";
import type { ScreenReading } from "../screens/reading.ts";
import type { Linked, Piece } from "./clause.ts";

/** "21", "21 (prorated)"; leads to the assessment. */
export function scorePiece(point: ScoredPoint): Linked {
  return { text: scoreText(point), record: scoreEvidence(point) };
}

/** "18 on 2026-03-03 → 21 on 2026-03-10" */
export function datedScores(from: ScoredPoint, to: ScoredPoint): readonly Piece[] {
  return [scorePiece(from), ` on ${from.on} → `, scorePiece(to), ` on ${to.on}`];
}

/** "+3" */
export function changeOf(from: ScoredPoint, to: ScoredPoint): string {
  return signed(to.score - from.score);
}

/** "5 of 6", which leads to the last of the sessions that count; null when none does. */
export function attendedPiece(sessions: readonly Known<Session>[]): Linked | null {
  const last = sessions.findLast(({ record }) => isCountable(record));
  if (last === undefined) return null;
  const { attended, countable } = countAttendance(sessions);
  return { text: `${attended} of ${countable}`, record: sessionEvidence(last) };
}

/** "fentanyl", "fentanyl (presumptive, not confirmed)", "fentanyl (method not reported)" */
export function positivePiece(positive: Positive): Linked {
  const { method } = positive.result;
  const name = analyteName(positive.analyte);
  const text =
    method === "definitive"
      ? name
      : `${name} (${method === null ? "method not reported" : "presumptive, not confirmed"})`;
  return { text, record: positiveEvidence(positive) };
}

/** A screen by its date. */
export function screenPiece(reading: ScreenReading): Linked {
  return { text: reading.on, record: screenEvidence(reading) };
}
