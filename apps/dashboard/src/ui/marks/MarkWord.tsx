import { Glyph } from "./Glyph.tsx";
import type { Mark } from "./mark.ts";
import classes from "./marks.module.css";

/** A drawn mark with its word beside it. */
export function MarkWord({ mark }: { mark: Mark }) {
  return (
    <span className={classes.pair}>
      <Glyph mark={mark} />
      {mark.word}
    </span>
  );
}
