import {
  type ComparedGroup,
  type Estimate,
  type FunnelFigure,
  type GroupComparison,
  type IntervalsFigure,
  NOT_RECORDED,
} from "@soundings/clinical";
import { isMean } from "./compared.ts";

/** The name of a group on screen. */
export type NameOf = (value: string) => string;

/**
 * The comparison with its groups in the order of the names on screen. Therapists are known by an id elsewhere; what has an order of its own keeps
 * it, and those not recorded come last.
 */
export function inOrderOfNames(comparison: GroupComparison, nameOf: NameOf): GroupComparison {
  if (comparison.by !== "therapist") return comparison;
  const groups = comparison.groups.toSorted(
    (a, b) =>
      Number(a.value === NOT_RECORDED) - Number(b.value === NOT_RECORDED) ||
      nameOf(a.value).localeCompare(nameOf(b.value), "en"),
  );
  return { ...comparison, groups };
}

type Axis = IntervalsFigure["axis"];

/** Shares in steps of a tenth, points in whole ones: one axis for every figure of a comparison. */
function axisOf({ measure, whole, groups }: GroupComparison): Axis {
  const known = [whole, ...groups.flatMap(({ observed, adjusted }) => [observed, adjusted])].flatMap(
    (estimate) =>
      estimate === null ? [] : [estimate.value, estimate.low, estimate.high].filter((end) => end !== null),
  );
  const high = Math.max(0, ...known);
  const low = Math.min(0, ...known);
  if (isMean(measure)) return { from: Math.floor(low), to: Math.max(1, Math.ceil(high)) };
  return { from: 0, to: Math.min(1, Math.max(0.1, Math.ceil(Number((high * 10).toFixed(6))) / 10)) };
}

const NOTHING: Estimate = { n: 0, numerator: null, value: null, low: null, high: null };

const ALL = "All together";
const ALL_MODELED = "All with both scores at the start";

/**
 * The line that the values stand around. Adjusted ones stand around all on whom the model was made: who was not measured at the start, and
 * often left early, is in the whole and not among these. Of a mean that of these alone is not told: then there is no line.
 */
function referenceOf(
  { whole, model }: GroupComparison,
  of: "observed" | "adjusted",
): IntervalsFigure["reference"] {
  if (of === "adjusted" && model.fitted && model.n !== whole.n) {
    return model.events === null ? null : { value: model.events / model.n, label: ALL_MODELED };
  }
  return whole.value === null ? null : { value: whole.value, label: ALL };
}

type Beside = IntervalsFigure["rows"][number]["beside"];

function besideOf({ shrunken }: ComparedGroup): { beside?: NonNullable<Beside> } {
  if (shrunken === null) return {};
  return { beside: { value: shrunken.value, low: null, high: null, label: "drawn toward the whole" } };
}

/**
 * The groups on one axis in the order of their names, with the whole as the line through all. Estimates that are drawn toward the
 * whole stand beside what they are made of: the adjusted values where there are such, else the observed ones.
 */
export function intervalsOf(
  comparison: GroupComparison,
  nameOf: NameOf,
  of: "observed" | "adjusted",
): IntervalsFigure {
  const { measure, groups, model } = comparison;
  const isSource = of === "adjusted" || !model.fitted;
  return {
    kind: "intervals",
    title: of === "adjusted" ? "Adjusted for severity at the start" : "As observed",
    unit: isMean(measure) ? "points" : "percent",
    roomy: groups.some(({ shrunken }) => shrunken !== null),
    axis: axisOf(comparison),
    reference: referenceOf(comparison, of),
    rows: groups.map((group) => {
      const { n, value, low, high } = (of === "adjusted" ? group.adjusted : group.observed) ?? NOTHING;
      return {
        key: group.value,
        label: nameOf(group.value),
        n,
        value,
        low,
        high,
        ...(isSource ? besideOf(group) : {}),
      };
    }),
  };
}

/** Null when there is no funnel. Groups without a place on it are left out of it. */
export function funnelOf(
  { funnel, groups, model, whole }: GroupComparison,
  nameOf: NameOf,
): FunnelFigure | null {
  if (funnel === null) return null;
  return {
    kind: "funnel",
    theta: funnel.theta,
    thetaLabel: funnel.adjusted && model.n !== whole.n ? ALL_MODELED : ALL,
    points: groups.flatMap(({ value: key, observed, adjusted, place }) => {
      const { n, value } = (funnel.adjusted ? adjusted : observed) ?? NOTHING;
      return place === null || value === null ? [] : [{ key, label: nameOf(key), n, value, place }];
    }),
    limits: funnel.limits,
  };
}
