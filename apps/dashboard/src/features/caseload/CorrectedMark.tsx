import { Glyph } from "../../ui/marks/Glyph.tsx";
import { CORRECTED } from "../../ui/marks/states.ts";
import classes from "./cells.module.css";

/** On an earlier day: something that this row rests on was changed afterwards. */
export function CorrectedMark() {
  return (
    <span className={classes.corrected} data-hint={CORRECTED.meaning}>
      <Glyph mark={CORRECTED} />
      {CORRECTED.word}
    </span>
  );
}
