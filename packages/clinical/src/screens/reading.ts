import type { Known } from "../findings/known.ts";
import type { ResultStatus, ScreenMethod, Validity } from "../records/codes.ts";
import type { Screen, ScreenResult } from "../records/types.ts";
import { ANALYTES, type AnalyteId, listedAnalyte } from "./analytes.ts";

/** The result that counts for one analyte of one screen. */
export interface CountedResult {
  readonly analyte: AnalyteId;
  readonly result: "negative" | "positive";
  readonly method: ScreenMethod | null;
  readonly value: string | null;
  readonly unit: string | null;
}

/** A screen as rules read it. */
export interface ScreenReading extends Known<Screen> {
  /** Missed, refused, or a specimen substituted or adulterated. */
  readonly notGiven: boolean;
  /** Collected, and its specimen valid or not reported. Only then a negative counts. */
  readonly valid: boolean;
  /** It has a result that counts. */
  readonly takesPart: boolean;
  /** By listed analyte, in the order of that list, whatever the order of the rows; empty unless the screen was collected and not tampered with. */
  readonly counted: ReadonlyMap<AnalyteId, CountedResult>;
}

const TAMPERED: ReadonlySet<Validity | null> = new Set(["substituted", "adulterated"]);
const SETTLED: ReadonlySet<ResultStatus | null> = new Set(["final", "corrected", null]);

/** A negative or positive of a listed analyte that is not preliminary, or null. */
function settled(result: ScreenResult): CountedResult | null {
  const analyte = listedAnalyte(result.analyte);
  if (analyte === null || !SETTLED.has(result.resultStatus)) return null;
  if (result.result !== "negative" && result.result !== "positive") return null;
  const { method, value, unit } = result;
  return { analyte: analyte.id, result: result.result, method, value, unit };
}

/** A definitive result counts first, else a positive one; between equals, one whose method is known. */
function weight(result: CountedResult): number {
  return (
    (result.method === "definitive" ? 4 : 0) +
    (result.result === "positive" ? 2 : 0) +
    (result.method === null ? 0 : 1)
  );
}

function countedResults(screen: Screen): ReadonlyMap<AnalyteId, CountedResult> {
  const counted = new Map<AnalyteId, CountedResult>();
  for (const row of screen.results) {
    const result = settled(row);
    if (result === null) continue;
    const other = counted.get(result.analyte);
    if (other === undefined || weight(result) > weight(other)) counted.set(result.analyte, result);
  }
  return new Map(ANALYTES.flatMap(({ id }) => entryOf(counted, id)));
}

function entryOf(
  counted: ReadonlyMap<AnalyteId, CountedResult>,
  id: AnalyteId,
): readonly (readonly [AnalyteId, CountedResult])[] {
  const result = counted.get(id);
  return result === undefined ? [] : [[id, result]];
}

const NOTHING: ReadonlyMap<AnalyteId, CountedResult> = new Map();

/** A screen is read once, however many days its chart is evaluated for. */
const readings = new WeakMap<Known<Screen>, ScreenReading>();

/** Reads one screen: whether it was given, whether its specimen is valid, and the result that counts for each analyte. */
export function readScreen(known: Known<Screen>): ScreenReading {
  const kept = readings.get(known);
  if (kept !== undefined) return kept;
  const fresh = reading(known);
  readings.set(known, fresh);
  return fresh;
}

function reading(known: Known<Screen>): ScreenReading {
  const { disposition, validity } = known.record;
  const tampered = TAMPERED.has(validity);
  const collected = disposition === "collected";
  const counted = collected && !tampered ? countedResults(known.record) : NOTHING;
  return {
    ...known,
    notGiven: disposition === "missed" || disposition === "refused" || tampered,
    valid: collected && (validity === null || validity === "valid"),
    takesPart: counted.size > 0,
    counted,
  };
}

/** Whether a valid specimen was negative for the analyte. Negatives of dilute and invalid specimens do not count. */
export function isValidNegative(reading: ScreenReading, analyte: AnalyteId): boolean {
  return reading.valid && reading.counted.get(analyte)?.result === "negative";
}
