import {
  type ComparedGroup,
  type Funnel,
  type GroupComparison,
  INSTRUMENTS,
  LEAST_CLOSED,
  NOT_RECORDED,
  type SeverityModel,
  type SeverityTerm,
} from "@soundings/clinical";
import { counted } from "../../../ui/numbers.ts";
import { fixed } from "../parts/number-words.ts";
import { DIMENSION_WORDS } from "../parts/question-words.ts";
import { countedOf, isMean } from "./compared.ts";

export const HOW_TO_READ = "Groups are not ranked. Where intervals overlap, the difference may be chance.";

/** What the funnel finds, in the order of the groups; null where there is none. */
export function findingWords(
  { funnel, groups }: Pick<GroupComparison, "funnel" | "groups">,
  nameOf: (value: string) => string,
): string | null {
  if (funnel === null) return null;
  const at = (wanted: ComparedGroup["place"]) =>
    groups.filter(({ place }) => place === wanted).map(({ value }) => nameOf(value));
  const [far, near, placed] = [at("outside_998"), at("outside_95"), groups.filter((one) => one.place)];
  if (far.length + near.length === 0) {
    return `All ${placed.length} groups lie within the limits of the funnel: they differ no more than chance allows.`;
  }
  return [
    far.length === 0 ? "" : `Outside the 99.8\u00a0% limits of the funnel: ${far.join(", ")}.`,
    near.length === 0
      ? ""
      : `Outside the 95\u00a0% limits of the funnel: ${near.join(", ")}. Chance alone puts 1 of 20 groups there.`,
  ]
    .filter((words) => words !== "")
    .join(" ");
}

export const THERAPISTS = {
  read: `In published studies 5–8 % of how outcomes differ lies with therapists; the rest lies with patients, their circumstances and chance. Not for appraisal on its own. Only therapists with ${LEAST_CLOSED} or more stays that ended in this question are shown one by one.`,
  source: "Saxon 2016 (5.8 %), Firth 2015 (6–7 %), Wampold and Brown 2005 (about 5 %).",
} as const;

/** Which therapists are not shown one by one; null when all are. */
export function notShownWords({ groups, episodes }: GroupComparison["notShown"]): string | null {
  if (groups === 0) return null;
  const are = groups === 1 ? "is" : "are";
  const stays = `${counted(episodes, "ended stay")}${groups === 1 ? "" : " together"}`;
  return `${counted(groups, "therapist")} with fewer than ${LEAST_CLOSED} ended stays (${stays}) ${are} not shown one by one, and ${are} part of the whole.`;
}

const PLACES: Readonly<Record<NonNullable<ComparedGroup["place"]>, string>> = {
  within: "within the limits",
  outside_95: "outside the 95 % limit, within the 99.8 % limit",
  outside_998: "outside the 99.8 % limit",
};

/** Where a group lies on the funnel. */
export function placeWords(place: ComparedGroup["place"]): string {
  return place === null ? "not on the funnel" : PLACES[place];
}

/** By how much the groups differ more than chance lets them, and what was done about it. */
export function dispersionWords({ phi, tau2 }: Pick<Funnel, "phi" | "tau2">): string {
  if (phi === null)
    return "Too few groups to say whether they differ more than chance lets them (overdispersion).";
  const said = `φ = ${phi.toFixed(2)}, τ² = ${tau2 === 0 ? "0" : significant(tau2)}`;
  if (tau2 === 0)
    return `Taken together, and with the most extreme drawn in, the groups differ no more than chance lets them, so the limits are not widened (${said}). A single group can lie outside all the same.`;
  return `The groups differ more than chance lets them, as groups of different patients do (overdispersion): the limits are widened by the variance between groups (${said} on the arcsine scale).`;
}

/** Two digits that count: `0.011`. */
function significant(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** Why nothing is drawn toward the whole; null where something is. */
export function notDrawnWords({ measure, groups, whole }: GroupComparison): string | null {
  if (groups.some(({ shrunken }) => shrunken !== null)) return null;
  if (countedOf(measure) === "weeks")
    return "Nothing is drawn toward the whole: weeks of one stay are alike.";
  if (!isMean(measure) && (whole.value === 0 || whole.value === 1)) return null;
  return "Nothing is drawn toward the whole: that needs three or more groups with patients to count.";
}

/** Why there is no funnel. */
export function noFunnelWords({ measure, groups, whole }: GroupComparison): string {
  if (isMean(measure)) return "No funnel plot: its limits are those of a share, and this is a mean.";
  if (countedOf(measure) === "weeks") {
    return "No funnel plot: weeks of one stay are alike, and limits by their number would be too narrow. So are the intervals: read them as the least that is not known.";
  }
  if (whole.value === 0 || whole.value === 1) {
    return "No funnel plot: all together stand at one end of the scale, where limits have no width.";
  }
  const judged = groups.filter(({ value, observed }) => value !== NOT_RECORDED && observed.n > 0);
  if (judged.length < 3) return "No funnel plot: it needs three or more groups with patients to count.";
  return "No funnel plot: its limits cannot be computed from these groups.";
}

type Unfitted = Extract<SeverityModel, { fitted: false }>;

/** Why there is no adjusted figure. */
export function unfittedWords({ reason, n }: Pick<Unfitted, "reason" | "n">): string {
  const stays = counted(n, "stay");
  switch (reason) {
    case "too_few":
      return `No adjusted figures: ${stays} with what the model needs, too few to fit one of severity at the start.`;
    case "too_few_events":
      return `No adjusted figures: among ${stays} the outcome happened, or failed to happen, too seldom to fit a model of severity at the start.`;
    case "not_converged":
      return `No adjusted figures: the model of severity at the start found no solution in ${stays}.`;
    case "ill_calibrated":
      return `No adjusted figures: the model of severity at the start does not fit what was observed in ${stays}.`;
    case "not_about_severity":
      return "No adjusted figures: this measure is about what staff did, not about how ill patients were at the start.";
  }
}

type Fitted = Extract<SeverityModel, { fitted: true }>;

const TERMS: Readonly<Record<SeverityTerm, string>> = {
  intercept: "intercept",
  phq9_baseline: "PHQ-9 at the start, per point",
  gad7_baseline: "GAD-7 at the start, per point",
  phq9_above_caseness: `PHQ-9, per point above ${INSTRUMENTS["phq-9"].caseness}`,
  gad7_above_caseness: `GAD-7, per point above ${INSTRUMENTS["gad-7"].caseness}`,
};

export function termWords(term: SeverityTerm): string {
  return TERMS[term];
}

/** What the model is, and how well it fits. */
export function modelWords({ kind, n, events, fit }: Fitted): {
  readonly what: string;
  readonly fit: string;
} {
  const stays = counted(n, "stay");
  if (kind === "linear") {
    return {
      what: `A linear regression of the outcome on the scores at the start, in ${stays}.`,
      fit: `R² ${fixed(fit, 2)}: the part of the differences between patients that the scores at the start account for.`,
    };
  }
  const of = events === null ? "" : `, ${events.toLocaleString("en-US")} of them with the outcome`;
  return {
    what: `A logistic regression of the outcome on the scores at the start, in ${stays}${of}.`,
    fit: `AUC ${fixed(fit, 2)}: 0.5 tells patients with the outcome from those without no better than a coin, 1 always.`,
  };
}

export const ADJUSTED_MEANS =
  "Adjusted: what a group's figure would be if its patients had started as ill as all patients of this question. Only what the model holds is taken into account.";
export const SHRUNKEN_MEANS =
  "Drawn toward the whole: the less is known of a group, the nearer its figure is moved to that of all. Weight 1 leaves it where it is, weight 0 puts it on the whole.";

/** What is said where there is little or nothing to compare; null where there is. */
export function emptyWords({
  groups,
  whole,
  by,
  notShown,
}: GroupComparison): { readonly title: string; readonly text: string } | null {
  if (groups.length === 0 && notShown.groups > 0) {
    return {
      title: `No therapist has ${LEAST_CLOSED} or more stays that ended in this question.`,
      text: "Choose a longer period, or compare other groups.",
    };
  }
  if (groups.length === 0) {
    return {
      title: "Nobody was discharged in this period.",
      text: "Choose another period, or take out a filter.",
    };
  }
  if (whole.n === 0) {
    return {
      title: "Nobody of this question is in the denominator.",
      text: "The stays are listed below; no value can be said of any group.",
    };
  }
  if (groups.length === 1) {
    return {
      title: `One group only, by ${DIMENSION_WORDS[by].name.toLowerCase()}.`,
      text: "There is nothing to compare it with. Choose other groups, or take out a filter.",
    };
  }
  return null;
}
