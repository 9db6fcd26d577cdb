import type { Figure } from "@soundings/clinical";
import { BANDS, BEFORE_AFTER, EFFECTS, FLOW, INTERVALS, LEVELS, RETENTION } from "./sample-patients.ts";
import { CONTROL, FUNNEL, TRACKS, WEEKS } from "./sample-series.ts";

interface SampleFigure {
  readonly figure: Figure;
  readonly name: string;
  /** What its marks mean. */
  readonly meaning: string;
}

/** Every plot of program outcomes, with values that are invented. */
export const SAMPLE_FIGURES: readonly SampleFigure[] = [
  {
    figure: FLOW,
    name: "From admitted to analyzed",
    meaning:
      "A box holds those who are still counted; the bar at its foot is as long as their share of the first box. Who drops out stands beside the way, with the reason. Every box opens its patients.",
  },
  {
    figure: INTERVALS,
    name: "Values with their intervals",
    meaning:
      "A dot is the value, the line through it the 95 % interval: where two lines overlap widely, nothing is said of a difference. The dashed line is the value of the whole. Rows stand in the order of their names, never by outcome.",
  },
  {
    figure: EFFECTS,
    name: "Values with another beside",
    meaning:
      "The hollow, lighter dot is the other value, such as that of the year before. An interval that goes on beyond the axis ends in an arrow.",
  },
  {
    figure: BEFORE_AFTER,
    name: "Before and after",
    meaning:
      "Each patient a dot: across where they began, up where they ended. Below the diagonal they have fewer points than before. In the gray band the change is smaller than the measure errs. Patients with the same two scores stand side by side in one cell.",
  },
  {
    figure: BANDS,
    name: "Severity before and after",
    meaning: "How many were in each band before (outlined) and after (filled). The bars begin at zero.",
  },
  {
    figure: RETENTION,
    name: "Retention",
    meaning:
      "The share that has not left against advice or lost contact. The gray band is the 95 % interval, a short stroke on the curve somebody whose stay ended otherwise or still goes on. Below, how many the curve still rests on.",
  },
  {
    figure: { ...RETENTION, curve: [] },
    name: "Retention, as it leaves the program",
    meaning:
      "Single steps tell of single people: outside the program only the shares at 30, 60 and 90 days are drawn, with their intervals.",
  },
  {
    figure: FUNNEL,
    name: "Funnel",
    meaning:
      "Groups by how many stays they have. Between the dashed lines 95 of 100 groups would lie if all were alike, between the solid lines 99.8 of 100. A hollow diamond lies outside the first, a filled one outside the second. A place in the funnel is no rank.",
  },
  {
    figure: CONTROL,
    name: "Over time",
    meaning:
      "The line in the middle is the center, the steps the limits of chance in each period. A filled diamond lies outside them; a letter marks a run. A hollow point is a period that has not ended; a period without a value is left empty. Numbers on top are the director's notes.",
  },
  {
    figure: WEEKS,
    name: "Measured by week of stay",
    meaning: "The outline is how many were there to be measured, the filling how many were.",
  },
  {
    figure: LEVELS,
    name: "From level to level",
    meaning:
      "From the level on the left to the level, or the end of the stay, on the right. A ribbon is as thick as the number of stays; a dashed line is a number that is withheld.",
  },
  {
    figure: TRACKS,
    name: "When a track moved together",
    meaning:
      "The mean change of the patients of one track against the week before. A triangle marks a week in which most of them moved the same way: up is more symptoms.",
  },
];
