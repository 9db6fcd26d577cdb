import type { Urgency } from "@soundings/clinical";
import { Glyph } from "./Glyph.tsx";
import classes from "./marks.module.css";
import { URGENCY_MARKS } from "./urgency.ts";

/** Shape, word and color; any one of the three is enough. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  const mark = URGENCY_MARKS[urgency];
  return (
    <span className={`${classes.pair} ${classes.urgency}`} style={{ color: mark.tone }}>
      <Glyph mark={mark} />
      {mark.word}
    </span>
  );
}
