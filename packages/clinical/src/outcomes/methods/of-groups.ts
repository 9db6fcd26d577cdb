import { instrumentOf } from "../../instruments/instruments.ts";
import { CALIBRATION_GROUPS } from "../../statistics/discrimination.ts";
import { Z_998 } from "../../statistics/funnel.ts";
import { LOGISTIC_STEPS } from "../../statistics/logistic.ts";
import { WINSORIZED } from "../../statistics/overdispersion.ts";
import { Z_95 } from "../../statistics/wilson.ts";
import { LEAST_CLOSED } from "../comparison/least-closed.ts";
import { SEVERITY } from "../comparison/severity.ts";
import { FEWEST_GROUPS } from "../comparison/spread.ts";
import { percent, type StatisticalMethod } from "./define.ts";

const EACH = SEVERITY.covariates * SEVERITY.perCovariate;
const EACH_BENT = SEVERITY.bentCovariates * SEVERITY.perCovariate;
const BENDS = (["phq-9", "gad-7"] as const)
  .map((id) => `${instrumentOf(id).name} ${instrumentOf(id).caseness}`)
  .join(", ");

/** How groups are compared. */
export const OF_GROUPS = [
  {
    id: "comparison",
    version: 1,
    name: "Groups side by side",
    words: `Groups stand in the order of their names, never of their outcomes: differences between small groups are mostly chance, and a rank shows none of it. A therapist is shown alone with ${LEAST_CLOSED} or more closed episodes in the period; the others are counted. Therapists treat different patients and share them with a team: 5 to 8 % of the differences between outcomes go with the therapist, the rest does not.`,
    formula:
      "Intervals that overlap leave open whether there is a difference, and one that stands apart among many may be chance. No correction for the number of groups; the outer funnel limits are there for that.",
    source: "Share of therapists: Saxon 2016 (5.8 %), Firth 2015, Wampold and Brown 2005",
  },
  {
    id: "adjustment",
    version: 1,
    name: "Adjusted for severity at baseline",
    words: `What the outcome of a group would be if its patients had been as ill at baseline as all together. A model over the whole cohort expects an outcome of each patient from both baselines; what came is set against what was expected. It is of those with both baselines. There is no adjusted figure without a fit: of a rate with fewer than ${EACH} events or ${EACH} episodes without one (${SEVERITY.perCovariate} a covariate), of a mean with fewer than ${EACH} episodes; when the estimates do not settle in ${LOGISTIC_STEPS} steps (as when a baseline tells events from the rest entirely, or all baselines are the same); and when what is expected does not come about in the ${CALIBRATION_GROUPS} tenths of expected share (Hosmer and Lemeshow beyond the tabulated 1 % point). Where straight lines of the baselines are off in this way and there are ${EACH_BENT} events and as many episodes without one, each line may bend once, at caseness (${BENDS}): who begins below it can hardly fall far. PHQ-9 at discharge and weekly measurement are not about severity and are not adjusted. Two scores are not all by which patients differ: an adjusted difference is a question, not an answer.`,
    formula:
      "Rates: logit P = a + b PHQ-9 + c GAD-7 (with a bend: + d max(0, PHQ-9 − caseness) + e max(0, GAD-7 − caseness)) by maximum likelihood; adjusted = observed / expected × rate of all modeled; interval: the Wilson limits of the observed rate times the same factor, the expected taken as known; held to 0 and 1. Means: fall = a + b PHQ-9 + c GAD-7 by least squares; adjusted = mean of all + mean of (observed − expected), with the t interval of that mean. Fit: area under the ROC curve, or R².",
    source:
      "Indirect standardization: Breslow and Day 1987; Hosmer and Lemeshow 1980, Communications in Statistics A9:1043; ten events a covariate: Peduzzi 1996, Journal of Clinical Epidemiology 49:1373; the cut of 1 % is ours",
  },
  {
    id: "funnel",
    version: 1,
    name: "Funnel plot",
    words: `How far the share of a group of n may lie from the share of all by chance: within the 95 % limits about 19 of 20 groups like the whole, within the 99.8 % limits 499 of 500. A group outside is worth a look at its patients and records, not a verdict. Limits are around the adjusted share where there is one, else around the observed one. An adjusted share is taken for a share of its n, which is near the truth where a group began about as ill as all. There is no funnel with fewer than ${FEWEST_GROUPS} groups, when nobody or everybody has the event, of means, and of weekly measurement, whose weeks of one stay are alike. Those not recorded are not placed.`,
    formula: `sin²(asin √θ ± z √(1/4n + τ²)), z = ${Z_95.toFixed(6)} and ${Z_998.toFixed(6)}, the angle held to 0 and 90°; θ the share of all, τ² the variance between groups`,
    source: "Spiegelhalter 2005, Statistics in Medicine 24:1185",
  },
  {
    id: "overdispersion",
    version: 1,
    name: "Variance between groups (overdispersion)",
    words: `Groups differ for reasons that no model holds. When they lie further apart than chance explains, the funnel is widened by that much, so that only a group that stands out from the others is outside. The farthest ${percent(WINSORIZED)} at either end are drawn in first, so that one outlying group among many hardly widens it for all; among a few groups it does, and hides itself and others.`,
    formula: `z = (asin √p − asin √θ) 2√n, drawn in to its quantiles ${WINSORIZED} and ${1 - WINSORIZED} (type 7); φ = mean of z²; τ² = (Nφ − (N − 1)) / (Σw − Σw²/Σw), w = 4n, for N groups; 0 when Nφ < N − 1`,
    source: "Spiegelhalter 2005, after DerSimonian and Laird 1986; quantiles: Hyndman and Fan 1996",
  },
  {
    id: "shrinkage",
    version: 1,
    name: "Drawn toward the whole (shrinkage)",
    words: `The best guess of a group's own level: its figure drawn toward that of all, the more the fewer its patients and the less the groups differ beyond chance. With no difference beyond chance it is the figure of all. None with fewer than ${FEWEST_GROUPS} groups, and of shares none without a funnel.`,
    formula:
      "k = τ² / (τ² + v); whole + k (own − whole). Shares: on the scale of asin √p, v = 1/4n, τ² of the funnel. Means: v = s²/n, s² the variance within groups, τ² by the method of moments (analysis of variance).",
    source: "Empirical Bayes: Efron and Morris 1975, Journal of the American Statistical Association 70:311",
  },
] as const satisfies readonly StatisticalMethod[];
