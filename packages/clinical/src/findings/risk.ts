import { C_SSRS_RESULTS, type CSsrsResult } from "../records/codes.ts";
import type { ClinicalEvent } from "../records/types.ts";
import type { Known } from "./known.ts";

/** The level of a C-SSRS event; null for other events, and for one without a known result. */
export function cSsrsLevel(event: Known<ClinicalEvent>): CSsrsResult | null {
  const { kind, result } = event.record;
  return kind === "c_ssrs" ? (C_SSRS_RESULTS.find((level) => level === result) ?? null) : null;
}

/** A risk assessment, or a C-SSRS with a known result. */
export function isRiskAssessed(event: Known<ClinicalEvent>): boolean {
  return event.record.kind === "risk_assessment" || cSsrsLevel(event) !== null;
}
