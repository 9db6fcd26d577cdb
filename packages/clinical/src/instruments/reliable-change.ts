import type { InstrumentId } from "../records/codes.ts";
import { instrumentOf } from "./instruments.ts";

/** Lower is better on every instrument held here. */
export type ReliableChange = "improved" | "worsened" | "none";

/** Whether a score moved by at least the instrument's reliable change. */
export function reliableChangeOf(instrumentId: InstrumentId, from: number, to: number): ReliableChange {
  const threshold = instrumentOf(instrumentId).reliableChange;
  if (from - to >= threshold) return "improved";
  return to - from >= threshold ? "worsened" : "none";
}

/** One score of each instrument, taken about the same time. */
export type ScorePair = Readonly<Record<InstrumentId, number>>;

/** How a course of treatment ended by both instruments, after NHS Talking Therapies. */
export interface PairedOutcome {
  readonly caseFirst: boolean;
  readonly caseLast: boolean;
  /** `improved`: one instrument did and neither worsened; `worsened` the other way round; one each way is `none`. */
  readonly reliable: ReliableChange;
  /** From a case to none; null when it was no case at first. */
  readonly recovery: boolean | null;
  readonly reliableRecovery: boolean | null;
}

function isCase(pair: ScorePair): boolean {
  return pair["phq-9"] >= instrumentOf("phq-9").caseness || pair["gad-7"] >= instrumentOf("gad-7").caseness;
}

function together(first: ScorePair, last: ScorePair): ReliableChange {
  const depression = reliableChangeOf("phq-9", first["phq-9"], last["phq-9"]);
  const anxiety = reliableChangeOf("gad-7", first["gad-7"], last["gad-7"]);
  if (depression === "none") return anxiety;
  return anxiety === "none" || anxiety === depression ? depression : "none";
}

/** Reliable change, recovery and reliable recovery from the first to the last pair of scores. */
export function pairedOutcome(first: ScorePair, last: ScorePair): PairedOutcome {
  const caseFirst = isCase(first);
  const caseLast = isCase(last);
  const reliable = together(first, last);
  const recovery = caseFirst ? !caseLast : null;
  const reliableRecovery = recovery === null ? null : recovery && reliable === "improved";
  return { caseFirst, caseLast, reliable, recovery, reliableRecovery };
}
