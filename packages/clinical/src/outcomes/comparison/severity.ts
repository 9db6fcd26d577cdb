import { instrumentOf } from "../../instruments/instruments.ts";
import { areaUnderCurve, calibrationOf } from "../../statistics/discrimination.ts";
import { fitLinear } from "../../statistics/linear.ts";
import { fitLogistic } from "../../statistics/logistic.ts";
import { sumOf } from "../../statistics/mean.ts";
import { SEVERITY_TERMS, type SeverityModel } from "../answers.ts";
import type { Measure } from "../define-measure.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { MeasureId } from "../json.ts";
import type { Outcome } from "./observed.ts";

/** When the model of severity is fitted. Defaults of the program, after the rule of thumb of ten events a covariate. */
export const SEVERITY = {
  /** Covariates: the baselines of the PHQ-9 and of the GAD-7. */
  covariates: 2,
  /** With how far each of them lies above caseness. */
  bentCovariates: 4,
  /** Events, and episodes without the event, that each covariate needs; of a mean, episodes. */
  perCovariate: 10,
} as const;

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
  return SEVERITY_TERMS.slice(0, estimates.length).map((term, i) => ({
    term,
    estimate: estimates[i] ?? 0,
    standardError: standardErrors[i] ?? 0,
  }));
}

/** The baselines as they are: a straight line of log odds. */
function straight({ covariates }: SeverityRow): readonly number[] {
  return covariates;
}

/**
 * With a bend at caseness. Who begins below it can hardly fall far and is well already, so that the line is another one there; a straight
 * line over both is off wherever a cohort has both.
 */
function bent({ covariates: [phq9, gad7] }: SeverityRow): readonly number[] {
  const above = (score: number, caseness: number): number => Math.max(0, score - caseness);
  return [
    phq9,
    gad7,
    above(phq9, instrumentOf("phq-9").caseness),
    above(gad7, instrumentOf("gad-7").caseness),
  ];
}

/** A logistic model of the rows, or why there is none. */
function logisticOf(
  rows: readonly SeverityRow[],
  covariatesOf: (row: SeverityRow) => readonly number[],
): Severity | Unfitted {
  const fit = fitLogistic(rows.map((row) => ({ covariates: covariatesOf(row), event: row.came === 1 })));
  if (fit === null) return "not_converged";
  const predicted = rows.map(({ came }, i) => ({ expected: fit.expected[i] ?? 0, event: came === 1 }));
  const area = areaUnderCurve(predicted);
  const calibration = calibrationOf(predicted);
  if (area === null || !calibration.holds) return "ill_calibrated";
  return fitted(rows, fit.expected, {
    fitted: true,
    kind: "logistic",
    n: rows.length,
    events: rows.filter(({ came }) => came === 1).length,
    terms: termsOf(fit.estimates, fit.standardErrors),
    fit: area,
    calibration: calibration.groups,
  });
}

const LEAST = SEVERITY.covariates * SEVERITY.perCovariate;
const LEAST_BENT = SEVERITY.bentCovariates * SEVERITY.perCovariate;

/** The straight model where it fits; else, with enough of both kinds, the bent one. */
function severityOfRate(measure: Measure, facts: readonly EpisodeFacts[]): Severity {
  const rows = rowsOf(facts, (one) => (measure.counts(one) ? measure.events(one) : null));
  const n = rows.length;
  if (NOT_ABOUT_SEVERITY.has(measure.id)) return unfitted("not_about_severity", n);
  const events = rows.filter(({ came }) => came === 1).length;
  const fewer = Math.min(events, n - events);
  if (n < 2 * LEAST) return unfitted("too_few", n);
  if (fewer < LEAST) return unfitted("too_few_events", n);
  const first = logisticOf(rows, straight);
  if (typeof first !== "string") return first;
  const second = first === "ill_calibrated" && fewer >= LEAST_BENT ? logisticOf(rows, bent) : first;
  return typeof second === "string" ? unfitted(first, n) : second;
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
 * The model of severity over a whole cohort: logistic of a rate, linear of a mean, on the baselines of both instruments. A
 * logistic one that is off may bend at caseness. There is none for an outcome that is not about severity, with too few episodes or events, when the estimates do not settle, or
 * when what a logistic model expects does not come about (Hosmer and Lemeshow beyond the 1 % point).
 */
export function severityOf(outcome: Outcome, facts: readonly EpisodeFacts[]): Severity {
  return outcome.kind === "rate"
    ? severityOfRate(outcome.measure, facts)
    : severityOfMean(outcome.fall, facts);
}
