import type { AssessmentMark, ResponseQuality } from "@soundings/clinical";
import { QUALITY_MARKS } from "../../ui/marks/quality.ts";

function wordOf(quality: ResponseQuality, seconds: number | null): string {
  if (quality === "fast" && seconds !== null) return `answered in ${seconds} s`;
  return QUALITY_MARKS[quality].word;
}

/** `every answer the same, answered in 9 s`; empty where nothing asks for a second look. */
export function qualityWords({ quality, secondsTaken }: AssessmentMark): string {
  return quality.map((one) => wordOf(one, secondsTaken)).join(", ");
}

/** Every kind of mark that a lane carries, each once. */
export function qualitiesOf(marks: readonly AssessmentMark[]): ResponseQuality[] {
  return [...new Set(marks.flatMap(({ quality }) => quality))];
}
