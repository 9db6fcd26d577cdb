import { daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { EpisodeEvaluation } from "../findings/evaluate.ts";
import { comparedSince, comparedSinceAdmission } from "../lens/comparisons.ts";
import { type LensContext, latestChangeOf, lensContext } from "../lens/context.ts";
import { injectionViews } from "../lens/injections.ts";
import type { ComparedValue } from "../lens/types.ts";
import { reviewWindows } from "../lens/windows.ts";
import { doseText, type LatestChange, presentDose } from "../medications/history.ts";
import type { Chart, Site } from "../records/types.ts";
import { earlyNonResponse } from "../rules/early-non-response.ts";
import { expectedDrugAbsent } from "../rules/expected-drug-absent.ts";
import { suicidalIdeation } from "../rules/suicidal-ideation.ts";
import { isFollowedByScores } from "./followed.ts";
import { type EpisodeTrend, REVIEW_REASONS, type ReviewReason } from "./types.ts";

type PresentMedication = EpisodeTrend["medications"][number];
type Compared = Pick<EpisodeTrend, "since" | "values">;

/** Counts down in the rank, so that the longest comes first. */
const MOST_DAYS = 99_999;

function presentMedications({ histories, asOf }: LensContext): readonly PresentMedication[] {
  return histories.flatMap((history) => {
    const dose = presentDose(history);
    if (dose === null) return [];
    const { medication } = history;
    const daysOnDose = daysBetween(dose.on, asOf);
    return [{ medication, doseText: doseText(dose.record), doseSince: dose.on, daysOnDose }];
  });
}

/** A change before the stay has no value of the stay to start from: then admission is what there is to compare with. */
function comparedValues(view: EpisodeView, latest: LatestChange | null): Compared {
  if (latest === null || latest.on < view.episode.admittedOn) {
    return { since: "admission", values: comparedSinceAdmission(view, []) };
  }
  return { since: "last_change", values: comparedSince(view, [], latest.on) };
}

/** Whether the condition of the rule holds in treatment, also when another finding says more and leaves it out. */
function holds(rule: typeof earlyNonResponse, view: EpisodeView): boolean {
  return view.phase === "active" && rule.evaluate(view, { raised: [], card: null }).length > 0;
}

/** Only of medications whose effect the scores of the list follow. */
function isAnyWindowOpen({ histories, asOf }: LensContext): boolean {
  return histories.some((history) => {
    const dose = presentDose(history);
    if (dose === null || !isFollowedByScores(dose.record)) return false;
    return reviewWindows(dose.on, asOf).some(({ state }) => state === "open");
  });
}

/** Every review reason as a digit in their order, 0 where it holds; so the first that differs decides. */
function reasonDigits(reasons: readonly ReviewReason[]): string {
  return REVIEW_REASONS.map((reason) => (reasons.includes(reason) ? 0 : 1)).join("");
}

/** Medicated without reliable improvement, then medicated and improved, then without a present medication. */
function standing(medications: readonly PresentMedication[], values: readonly ComparedValue[]): number {
  if (medications.length === 0) return 2;
  return values.some(({ reliable }) => reliable === "improved") ? 1 : 0;
}

const HIGHEST_ANSWER = 3;

/** While item 9 is a reason, its higher answers come first: the latest known one, counted down. */
function item9Digit(view: EpisodeView, reasons: readonly ReviewReason[]): number {
  const known = view.item9Days.findLast(({ item9 }) => item9 !== null);
  return reasons.includes("item_9") ? HIGHEST_ANSWER - (known?.item9 ?? 0) : HIGHEST_ANSWER;
}

function rankOf(view: EpisodeView, trend: Omit<EpisodeTrend, "rank">): string {
  const longest = Math.max(0, ...trend.medications.map(({ daysOnDose }) => daysOnDose));
  const countedDown = MOST_DAYS - Math.min(longest, MOST_DAYS);
  return [
    item9Digit(view, trend.reasons),
    reasonDigits(trend.reasons),
    standing(trend.medications, trend.values),
    String(countedDown).padStart(5, "0"),
    view.episode.episodeId,
  ].join(".");
}

/**
 * The row of one evaluated episode in the prescriber's list as of the date, and its place among those who need a
 * medication review. Pure: the order of the chart's records does not matter. The evaluation must be of the same chart and
 * date. Overdue injections are known only when the chart holds what was entered here (`own`): without it there is no such
 * reason.
 */
export function trendOf(
  chart: Chart,
  site: Site,
  evaluation: EpisodeEvaluation,
  asOf: CalendarDate,
): EpisodeTrend {
  const { findings, episode } = evaluation;
  const context = lensContext(chart, site, episode.episodeId, asOf);
  const { view } = context;
  const medications = presentMedications(context);
  const latest = latestChangeOf(context);
  const compared = comparedValues(view, latest);
  const lastItem9 = view.item9Days.at(-1);
  const found = (rule: string): boolean => findings.some((finding) => finding.rule === rule);
  const isHeld: Readonly<Record<ReviewReason, boolean>> = {
    item_9: found(suicidalIdeation.id),
    worse_since_change: compared.values.some(({ reliable }) => reliable === "worsened"),
    expected_drug_absent: found(expectedDrugAbsent.id),
    injection_overdue: injectionViews(context).some(({ state }) => state === "overdue"),
    early_non_response: holds(earlyNonResponse, view),
    review_window_open: isAnyWindowOpen(context),
  };
  const trend = {
    medications,
    lastChange: latest === null ? null : { on: latest.on, text: latest.text },
    ...compared,
    item9: lastItem9 === undefined ? null : { answer: lastItem9.item9, on: lastItem9.on },
    earlyNonResponse: isHeld.early_non_response,
    expectedDrugAbsent: isHeld.expected_drug_absent,
    reasons: REVIEW_REASONS.filter((reason) => isHeld[reason]),
  };
  return { ...trend, rank: rankOf(view, trend) };
}
