import type { ChangeSentence, ChangeSpan, SentencePart } from "@soundings/clinical";
import { dateWords } from "../../ui/dates.ts";

const SPANS: Readonly<Record<ChangeSpan, string>> = {
  last_week: "Since last week",
  admission: "Since admission",
  last_medication_change: "Since the last medication change",
};

/** `Since admission, Oct 15`. */
export function spanWords({ span, since }: ChangeSentence, near: string): string {
  return since === null ? SPANS[span] : `${SPANS[span]}, ${dateWords(since, near)}`;
}

interface PlacedPart {
  /** Where it begins in the sentence, in characters. */
  readonly at: number;
  readonly part: SentencePart;
}

/** The parts with their places, which tell two of the same words apart. */
export function placedParts(parts: readonly SentencePart[]): PlacedPart[] {
  let at = 0;
  return parts.map((part) => {
    const placed = { at, part };
    at += part.text.length;
    return placed;
  });
}
