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

const BETWEEN_CLAUSES = /(?<=; )/;
const CLOSES = /; $/;

/** The clauses of a sentence, each to a line of its own; what ends one stays with it, so the sentence reads the same. */
export function clausesOf(parts: readonly SentencePart[]): PlacedPart[][] {
  const clauses: PlacedPart[][] = [];
  let at = 0;
  let isClosed = true;
  for (const { text, record } of parts) {
    for (const piece of record === null ? text.split(BETWEEN_CLAUSES) : [text]) {
      if (isClosed) clauses.push([]);
      clauses.at(-1)?.push({ at, part: { text: piece, record } });
      at += piece.length;
      isClosed = record === null && CLOSES.test(piece);
    }
  }
  return clauses;
}

type Weight = "safety" | "worse";

/** What a tired eye has to find in a clause; the words stay as they are. */
export function weightOf(clause: readonly PlacedPart[]): Weight | null {
  const text = clause.map(({ part }) => part.text).join("");
  if (/^item 9 answered/i.test(text)) return "safety";
  return text.includes("reliably worse") ? "worse" : null;
}
