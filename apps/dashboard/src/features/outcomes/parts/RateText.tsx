import type { MeasureId, Rate } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { NumberLink } from "./NumberLink.tsx";
import { intervalWords, percentWords } from "./number-words.ts";
import classes from "./numbers.module.css";

interface RateTextProps {
  readonly rate: Rate;
  /** Whose rate it is: both counts then lead to their patients. */
  readonly measure?: MeasureId;
  /** Of the discharged only those who left as planned. */
  readonly among?: "completers";
  /** The words of the measure, for who hears only the links. */
  readonly name?: string;
  /** What differs from the question of the page. */
  readonly also?: OutcomesFilter;
  /** What is missing, where nobody is in the denominator. */
  readonly missing?: string;
}

/** A rate: `61 of 97, 63 %, 53–72 %`. */
export function RateText({ rate, measure, among, name = "", also = {}, missing }: RateTextProps) {
  const group = among === undefined ? {} : { among };
  const { numerator, denominator, low, high } = rate;
  if (rate.rate === null) return <NoDataText missing={missing ?? "nobody is in the denominator"} />;
  const interval = intervalWords(low, high);
  const counts =
    measure === undefined ? (
      `${numerator.toLocaleString("en-US")} of ${denominator.toLocaleString("en-US")},`
    ) : (
      <>
        <NumberLink
          set={{ of: "measure", measure, part: "numerator", ...group }}
          count={numerator}
          who={`with ${name}`}
          also={also}
        />{" "}
        <span className={classes.share}>
          of{" "}
          <NumberLink
            set={{ of: "measure", measure, part: "denominator", ...group }}
            count={denominator}
            who={`in the denominator of ${name}`}
            also={also}
          />
          ,
        </span>
      </>
    );
  return (
    <span>
      <span className={classes.counts}>{counts}</span>{" "}
      <span className={classes.share}>{percentWords(rate.rate)}</span>
      {interval === null ? null : (
        <span className={classes.interval}>
          , <span className="visually-hidden">95 % interval </span>
          <span className={classes.share}>{interval}</span>
        </span>
      )}
    </span>
  );
}
