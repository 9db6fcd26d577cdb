import type { ReviewReason } from "@soundings/clinical";
import { Glyph } from "./Glyph.tsx";
import classes from "./marks.module.css";
import { REASON_MARKS } from "./reasons.ts";

/** Why a medication is worth a review: sign and word. */
export function ReasonMark({ reason }: { reason: ReviewReason }) {
  const mark = REASON_MARKS[reason];
  return (
    <span className={classes.reason} data-hint={mark.meaning}>
      <span className={classes.reasonSign} style={{ color: mark.tone }} aria-hidden="true">
        {mark.symbol ?? <Glyph mark={mark} />}
      </span>
      {mark.word}
    </span>
  );
}
