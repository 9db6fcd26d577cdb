import type { ComparedId, Estimate } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import classes from "./compare.module.css";
import { comparedName, estimateWords, isMean, setOf } from "./compared.ts";

interface CountsProps {
  readonly measure: ComparedId;
  readonly of: Pick<Estimate, "n" | "numerator">;
  /** Whose they are, for who hears only the links. */
  readonly whose: string;
  readonly also: OutcomesFilter;
}

/** `61 of 97`, both leading to their patients; of a mean `97`. */
export function Counts({ measure, of: { n, numerator }, whose, also }: CountsProps) {
  const name = comparedName(measure);
  const all = (
    <NumberLink
      set={setOf(measure, "denominator")}
      count={n}
      who={`${isMean(measure) ? "with both scores" : `in the denominator of ${name}`}, ${whose}`}
      also={also}
    />
  );
  if (numerator === null) return all;
  return (
    <span className={classes.whole}>
      <NumberLink
        set={setOf(measure, "numerator")}
        count={numerator}
        who={`with ${name}, ${whose}`}
        also={also}
      />{" "}
      of {all}
    </span>
  );
}

/** A value with its interval. */
export function EstimateText({ measure, of: estimate }: { measure: ComparedId; of: Estimate | null }) {
  if (estimate === null || estimate.value === null) return <NoDataText />;
  return <span>{estimateWords(measure, estimate)}</span>;
}
