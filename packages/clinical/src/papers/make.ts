import { patientCopy } from "./patient-copy.ts";
import { reviewPaper } from "./review.ts";
import { type PaperScope, type PaperSource, WHOLE_RECORD } from "./source.ts";
import { summaryPaper } from "./summary.ts";
import type { Paper, PaperKind } from "./types.ts";

const MAKERS: {
  readonly [K in PaperKind]: (source: PaperSource, scope: PaperScope) => Paper;
} = { summary: summaryPaper, review: reviewPaper, patient_copy: patientCopy };

/**
 * A paper of one episode as of a day. Pure: the same source and scope give the same paper. What the scope does not hold is
 * left out and said to be.
 */
export function makePaper(kind: PaperKind, source: PaperSource, scope: PaperScope = WHOLE_RECORD): Paper {
  return MAKERS[kind](source, scope);
}
