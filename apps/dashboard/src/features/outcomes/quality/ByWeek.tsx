import type { QualityAnswer } from "@soundings/clinical";
import { useId } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { percentWords } from "../parts/number-words.ts";
import classes from "./quality.module.css";
import { weeksTogether } from "./words.ts";

/** How many of the expected weeks were measured, by week of stay. */
export function ByWeek({ answer }: { answer: QualityAnswer }) {
  const id = useId();
  const { expected, measured } = weeksTogether(answer.byWeek);
  const without = answer.checks.find(({ check }) => check === "week-not-measured")?.episodes ?? 0;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        Weekly measurement by week of stay
      </h2>
      <p className={classes.lead}>
        {measured.toLocaleString("en-US")} of {expected.toLocaleString("en-US")} whole program weeks have a
        scored PHQ-9, {percentWords(expected === 0 ? null : measured / expected)}. Later weeks rest on the
        patients who stayed so long.{" "}
        <NumberLink
          set={{ of: "quality", check: "week-not-measured" }}
          count={without}
          who="with a week that was not measured"
        >
          {without.toLocaleString("en-US")} stays have a week without one
        </NumberLink>
        .
      </p>
      <FigureView
        figure={{ kind: "weeks", weeks: answer.byWeek }}
        label="Weekly measurement by week of stay"
        widest={960}
      />
    </section>
  );
}
