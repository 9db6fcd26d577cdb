import type { ScreenResult } from "../records/types.ts";

/** What a laboratory says of the specimen itself, by the words that files use, and how a page names it. */
const FACTS: ReadonlyMap<string, string> = new Map([
  ["creatinine", "Creatinine"],
  ["specific gravity", "Specific gravity"],
  ["sg", "Specific gravity"],
  ["ph", "pH"],
  ["nitrite", "Nitrite"],
  ["nitrites", "Nitrite"],
  ["oxidant", "Oxidants"],
  ["oxidants", "Oxidants"],
  ["temperature", "Temperature"],
]);

/** Files join words by spaces, underscores or hyphens. */
const JOINTS = /[\s_-]+/g;

/** The plain name of what a row says of the specimen itself; null for a row about a substance. */
export function specimenFactName(analyte: string | null): string | null {
  if (analyte === null) return null;
  return FACTS.get(analyte.trim().toLowerCase().replaceAll(JOINTS, " ")) ?? null;
}

/** What the row says, in words: the result and the value as given; "no data" when it says neither. */
export function specimenFactValue({ result, value, resultStatus }: ScreenResult): string {
  const said = [result, value === "" ? null : value].filter((part) => part !== null);
  if (said.length === 0) return "no data";
  return [...(resultStatus === "preliminary" ? ["preliminary"] : []), ...said].join(", ");
}
