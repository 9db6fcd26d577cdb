import { areaUnderCurve, calibrationOf } from "../../statistics/discrimination.ts";
import { fitLinear } from "../../statistics/linear.ts";
import { fitLogistic } from "../../statistics/logistic.ts";
import { sumOf } from "../../statistics/mean.ts";
import type { SeverityModel } from "../answers.ts";
import type { Measure } from "../define-measure.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { MeasureId } from "../json.ts";
import type { Outcome } from "./observed.ts";

/** When the model of severity is fitted. Defaults of the program, after the rule of thumb of ten events a covariate. */
export const SEVERITY = {
  /** Covariates: the baselines of the PHQ-9 and of the GAD-7. */
  covariates: 2,
  /** Events, and episodes without the event, that each covariate needs; of a mean, episodes. */
  perCovariate: 10,
} as const;

const TERMS = ["intercept", "phq9_baseline", "gad7_baseline"] as const;

/** Whether these are measured says nothing about how ill the patients were. */
const NOT_ABOUT_SEVERITY: ReadonlySet<MeasureId> = new Set(["measured-at-discharge", "weekly-measurement"]);

/** A model with what it expects of each episode on which it was made. */
export interface Severity {
  readonly model: SeverityModel;
  /** By episode: what came (1 or 0, or points) and what was expected of one as ill. Empty without a fit. */
  readonly modeled: ReadonlyMap<EpisodeFacts, { readonly came: number; readonly expected: number }>;
  /** The share or mean of all on whom the model was made; null without a fit. */
  readonly overall: number | null;
}

type Unfitted = Extract<SeverityModel, { readonly fitted: false }>["reason"];

function unfitted(reason: Unfitted, n: number): Severity {
  return { model: { fitted: false, reason, n }, modeled: new Map(), overall: null };
}

interface SeverityRow {
  readonly facts: EpisodeFacts;
  readonly covariates: readonly [phq9: number, gad7: number];
  readonly came: number;
}

/** Those that count and have both baselines. */
function rowsOf(
  facts: readonly EpisodeFacts[],
  came: (one: EpisodeFacts) => number | null,
): readonly SeverityRow[] {
  return facts.flatMap((one) => {
    const phq9 = one.pre["phq-9"]?.score;
    const gad7 = one.pre["gad-7"]?.score;
    const value = came(one);
    if (phq9 === undefined || gad7 === undefined || value === null) return [];
    return [{ facts: one, covariates: [phq9, gad7] as const, came: value }];
  });
}

function fitted(rows: readonly SeverityRow[], expected: readonly number[], model: SeverityModel): Severity {
  const modeled = new Map(
    rows.map(({ facts, came }, i) => [facts, { came, expected: expected[i] ?? 0 }] as const),
  );
  return { model, modeled, overall: sumOf(rows.map(({ came }) => came)) / rows.length };
}

function termsOf(
  estimates: readonly number[],
  standardErrors: readonly number[],
): Extract<SeverityModel, { readonly fitted: true }>["terms"] {
  return TERMS.map((term, i) => ({
    term,
    estimate: estimates[i] ?? 0,
    standardError: standardErrors[i] ?? 0,
  }));
}

const LEAST = SEVERITY.covariates * SEVERITY.perCovariate;

function severityOfRate(measure: Measure, facts: readonly EpisodeFacts[]): Severity {
  const rows = rowsOf(facts, (one) => (measure.counts(one) ? measure.events(one) : null));
  const n = rows.length;
  if (NOT_ABOUT_SEVERITY.has(measure.id)) return unfitted("not_about_severity", n);
  const events = rows.filter(({ came }) => came === 1).length;
  if (n < 2 * LEAST) return unfitted("too_few", n);
  if (Math.min(events, n - events) < LEAST) return unfitted("too_few_events", n);
  const fit = fitLogistic(rows.map(({ covariates, came }) => ({ covariates, event: came === 1 })));
  if (fit === null) return unfitted("not_converged", n);
  const predicted = rows.map(({ came }, i) => ({ expected: fit.expected[i] ?? 0, event: came === 1 }));
  const area = areaUnderCurve(predicted);
  const calibration = calibrationOf(predicted);
  if (area === null || !calibration.holds) return unfitted("ill_calibrated", n);
  return fitted(rows, fit.expected, {
    fitted: true,
    kind: "logistic",
    n,
    events,
    terms: termsOf(fit.estimates, fit.standardErrors),
    fit: area,
    calibration: calibration.groups,
  });
}

function severityOfMean(
  fall: (one: EpisodeFacts) => number | null,
  facts: readonly EpisodeFacts[],
): Severity {
  const rows = rowsOf(facts, fall);
  const n = rows.length;
  if (n < LEAST) return unfitted("too_few", n);
  const fit = fitLinear(rows.map(({ covariates, came }) => ({ covariates, outcome: came })));
  if (fit === null) return unfitted("not_converged", n);
  return fitted(rows, fit.expected, {
    fitted: true,
    kind: "linear",
    n,
    events: null,
    terms: termsOf(fit.estimates, fit.standardErrors),
    fit: fit.r2,
    calibration: [],
  });
}

/**
 * The model of severity over a whole cohort: logistic of a rate, linear of a mean, on the baselines of both instruments. There
 * is none for an outcome that is not about severity, with too few episodes or events, when the estimates do not settle, or
 * when what a logistic model expects does not come about (Hosmer and Lemeshow beyond the 1 % point).
 */
export function severityOf(outcome: Outcome, facts: readonly EpisodeFacts[]): Severity {
  return outcome.kind === "rate"
    ? severityOfRate(outcome.measure, facts)
    : severityOfMean(outcome.fall, facts);
}
