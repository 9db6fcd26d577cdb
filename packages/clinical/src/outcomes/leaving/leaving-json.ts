import { INSTRUMENT_IDS, type InstrumentId } from "../../records/codes.ts";
import {
  type ChangeJson,
  MEASURE_IDS,
  type MeasureJson,
  type OutcomesJson,
  type SurvivalAt,
} from "../json.ts";
import type { LeavingJson, Suppressed } from "./report.types.ts";

const SUPPRESSED: Suppressed = { suppressed: true };

function rounded(value: number | null, places: number): number | null {
  return value === null ? null : Math.round(value * 10 ** places) / 10 ** places;
}

/** Means and effects to two places: more would be traces of single scores. */
export function roundedChange(change: ChangeJson): ChangeJson {
  const entries = Object.entries(change).map(([name, value]) => [
    name,
    name === "n" ? value : rounded(value, 2),
  ]);
  return Object.fromEntries(entries) as ChangeJson;
}

/** The curve to whole percents: more would be traces of single days. */
export function roundedAt(at: SurvivalAt): SurvivalAt {
  return {
    ...at,
    survival: rounded(at.survival, 2),
    low: rounded(at.low, 2),
    high: rounded(at.high, 2),
  };
}

type May = (claim: string) => boolean;

function measureOf(measure: MeasureJson, may: May, name: string): LeavingJson["measures"]["recovery"] {
  if (!may(name)) return SUPPRESSED;
  if (measure.bounds === undefined) return measure;
  return may(`${name}/bounds`) ? measure : { ...measure, bounds: SUPPRESSED };
}

function byInstrument<T>(make: (instrument: InstrumentId) => T): Readonly<Record<InstrumentId, T>> {
  const entries = INSTRUMENT_IDS.map((instrument) => [instrument, make(instrument)] as const);
  return Object.fromEntries(entries) as Record<InstrumentId, T>;
}

function retentionOf({ retention }: OutcomesJson, key: string, may: May): LeavingJson["retention"] {
  const part = (name: "events" | "reason_unknown") =>
    may(`${key}/retention/${name}`) ? retention[name] : SUPPRESSED;
  return {
    n: may(`${key}/retention`) ? retention.n : SUPPRESSED,
    events: part("events"),
    reason_unknown: part("reason_unknown"),
    at: retention.at.map((at) => (may(`${key}/retention/${at.day}`) ? roundedAt(at) : SUPPRESSED)),
    median: retention.median === null ? null : SUPPRESSED,
    curve: SUPPRESSED,
  };
}

/** The JSON of the scope with that key as it may leave. */
export function leavingJson(json: OutcomesJson, key: string, may: May): LeavingJson {
  const told = <T>(claim: string, value: T): T | Suppressed => (may(`${key}/${claim}`) ? value : SUPPRESSED);
  const measures = MEASURE_IDS.map((id) => [id, measureOf(json.measures[id], may, `${key}/${id}`)] as const);
  const { longest_negative_runs: _, ...screens } = json.screens;
  return {
    as_of: json.as_of,
    from: json.from,
    to: json.to,
    program_id: json.program_id,
    flow: {
      discharged: told("discharged", json.flow.discharged),
      with_pre: told("with-pre", json.flow.with_pre),
      paired_phq9: told("change/phq-9", json.flow.paired_phq9),
      paired_gad7: told("change/gad-7", json.flow.paired_gad7),
      paired_both: told("paired-both", json.flow.paired_both),
    },
    measures: Object.fromEntries(measures) as LeavingJson["measures"],
    change: byInstrument((instrument) =>
      told(`change/${instrument}`, roundedChange(json.change[instrument])),
    ),
    retention: retentionOf(json, key, may),
    attendance: told("attendance", json.attendance),
    screens: told("screens", screens),
  };
}
