import type { Basis } from "../rules/threshold.ts";

/** An analyte that rules read. A positive within the window of an earlier one may be carry-over, not new use. */
export interface Analyte {
  readonly id: string;
  /** As a sentence writes it. */
  readonly name: string;
  readonly carryOverDays: number;
  readonly basis: Basis;
}

/**
 * The listed analytes in the order of the clinic export. Windows are the longest detection times in urine of frequent
 * use, in days (drugpolicyfacts.org; aneskey.com; fentanyl and norfentanyl Huhn 2020, n = 12, maximum; EtG still to be
 * checked against a primary source); `house` marks program defaults without a published basis.
 */
export const ANALYTES = [
  { id: "amphetamine", name: "amphetamine", carryOverDays: 4, basis: "published" },
  { id: "methamphetamine", name: "methamphetamine", carryOverDays: 4, basis: "published" },
  { id: "mdma", name: "MDMA", carryOverDays: 2, basis: "published" },
  { id: "cocaine", name: "cocaine", carryOverDays: 4, basis: "published" },
  { id: "thc", name: "THC", carryOverDays: 35, basis: "published" },
  { id: "opiates", name: "opiates", carryOverDays: 4, basis: "published" },
  { id: "6-am", name: "6-AM", carryOverDays: 2, basis: "published" },
  { id: "oxycodone", name: "oxycodone", carryOverDays: 3, basis: "published" },
  { id: "hydrocodone", name: "hydrocodone", carryOverDays: 2, basis: "published" },
  { id: "fentanyl", name: "fentanyl", carryOverDays: 19, basis: "published" },
  { id: "norfentanyl", name: "norfentanyl", carryOverDays: 26, basis: "published" },
  { id: "methadone", name: "methadone", carryOverDays: 4, basis: "published" },
  { id: "eddp", name: "EDDP", carryOverDays: 4, basis: "house" },
  { id: "buprenorphine", name: "buprenorphine", carryOverDays: 7, basis: "house" },
  { id: "norbuprenorphine", name: "norbuprenorphine", carryOverDays: 7, basis: "house" },
  { id: "benzodiazepines", name: "benzodiazepines", carryOverDays: 30, basis: "published" },
  { id: "barbiturates", name: "barbiturates", carryOverDays: 21, basis: "house" },
  { id: "pcp", name: "PCP", carryOverDays: 14, basis: "published" },
  { id: "ethanol", name: "ethanol", carryOverDays: 1, basis: "house" },
  { id: "etg", name: "EtG", carryOverDays: 5, basis: "published" },
  { id: "kratom", name: "kratom", carryOverDays: 9, basis: "house" },
  { id: "xylazine", name: "xylazine", carryOverDays: 3, basis: "house" },
  { id: "tramadol", name: "tramadol", carryOverDays: 4, basis: "house" },
] as const satisfies readonly Analyte[];

export type AnalyteId = (typeof ANALYTES)[number]["id"];

const BY_ID: ReadonlyMap<string, (typeof ANALYTES)[number]> = new Map(
  ANALYTES.map((analyte) => [analyte.id, analyte]),
);

/** The listed analyte of that code, or null: others are kept under their own name and take part in no rule. */
export function listedAnalyte(code: string | null): (typeof ANALYTES)[number] | null {
  return code === null ? null : (BY_ID.get(code) ?? null);
}

/** How a sentence writes the analyte of that code; a code that is not listed stands for itself. */
export function analyteName(code: string): string {
  return BY_ID.get(code)?.name ?? code;
}

/** The carry-over window of a listed analyte, in days. */
export function carryOverDays(id: AnalyteId): number {
  return BY_ID.get(id)?.carryOverDays ?? 0;
}
