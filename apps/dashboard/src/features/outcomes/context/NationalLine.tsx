import { type ComparedId, NATIONAL_CONTEXT } from "@soundings/clinical";
import { OutcomesLink } from "../parts/OutcomesLink.tsx";
import classes from "./context.module.css";
import { nationalWords } from "./national.ts";

/** The published figure of one measure where there is one, with what it is not. */
export function NationalLine({ measure }: { measure: ComparedId }) {
  const words = nationalWords(measure);
  if (words === null) return null;
  return (
    <p className={classes.source}>
      {words} {NATIONAL_CONTEXT.notATarget}{" "}
      <OutcomesLink to="/outcomes" hash="context">
        Why it differs, and its source
      </OutcomesLink>
    </p>
  );
}
