import type { CalendarDate } from "../calendar/types.ts";
import type { Evidence } from "../findings/types.ts";
import { sentence } from "../findings/wording.ts";
import type { ChangeSentence, SentencePart } from "./types.ts";

/** What a sentence says of one matter. One without data says what is missing. */
export interface Clause {
  readonly hasData: boolean;
  readonly parts: readonly SentencePart[];
}

/** A piece that stands for a record. */
export interface Linked {
  readonly text: string;
  readonly record: Pick<Evidence, "type" | "id" | "on">;
}

/** Words and linked values, in the order read. */
export type Piece = string | Linked;

function partOf(piece: Piece): SentencePart {
  if (typeof piece === "string") return { text: piece, record: null };
  const { type, id, on } = piece.record;
  return { text: piece.text, record: { type, id, on } };
}

export function known(...pieces: readonly Piece[]): Clause {
  return { hasData: true, parts: pieces.map(partOf) };
}

export function missing(...pieces: readonly Piece[]): Clause {
  return { hasData: false, parts: pieces.map(partOf) };
}

type Parts = readonly SentencePart[];

/** One after the other; `between` stands before the second and every later one but the last, `last` before that. */
function joined(all: readonly Parts[], between: string, last: string = between): Parts {
  return all.flatMap((parts, place) => {
    if (place === 0) return parts;
    return [partOf(place === all.length - 1 ? last : between), ...parts];
  });
}

/** Neighbors without a record become one part, so that a sentence has no more parts than links ask for. */
function merged(parts: Parts): Parts {
  const all: SentencePart[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (before?.record === null && part.record === null) {
      all[all.length - 1] = { text: before.text + part.text, record: null };
    } else if (part.text !== "") all.push(part);
  }
  return all;
}

function capitalized(parts: Parts): Parts {
  return parts.map((part, place) => (place === 0 ? { ...part, text: sentence(part.text) } : part));
}

/** "no PHQ-9, no GAD-7 and no screen" */
export function listedClauses(clauses: readonly Clause[]): Parts {
  return joined(
    clauses.map(({ parts }) => parts),
    ", ",
    " and ",
  );
}

/**
 * One sentence of a span: its clauses one after the other, or, when none has data, "No data since …" and what is missing.
 *
 * @param days what the span counts from, in words: "last week"
 */
export function changeSentence(
  span: ChangeSentence["span"],
  since: CalendarDate | null,
  days: string,
  clauses: readonly Clause[],
): ChangeSentence {
  const hasData = clauses.some((clause) => clause.hasData);
  const said: Parts = hasData
    ? joined(
        clauses.map(({ parts }) => parts),
        "; ",
      )
    : [partOf(`no data since ${days}: `), ...listedClauses(clauses)];
  return { span, since, parts: capitalized(merged([...said, partOf(".")])) };
}
