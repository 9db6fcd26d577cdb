import type { EpisodeView } from "../../findings/episode-view.ts";
import type { KnownChart } from "../../findings/known.ts";
import type { MeasureWeek, WeekState } from "../../summary/types.ts";
import { daysOfWeek, measureWeeks } from "../../summary/weeks.ts";
import type { QualityProblem } from "../quality.types.ts";

/** Why a week has no score, as a sentence ends; the states with a score and the present week are no problem. */
const REASONS: Readonly<Partial<Record<WeekState, string>>> = {
  refused: "refused",
  absent: "absent",
  not_asked: "not asked",
  unable: "unable to answer",
  missing: "no reason recorded",
};

function problemOf(week: MeasureWeek, reason: string): Pick<QualityProblem, "record" | "text"> {
  const place = `Week ${week.week + 1}`;
  return week.assessmentId === null
    ? { record: null, text: `${place}: no PHQ-9, ${reason}` }
    : {
        record: { kind: "assessment", id: week.assessmentId },
        text: `${place}: a PHQ-9 with too few answers to be scored`,
      };
}

/** The whole program weeks of the stay that passed without a scored PHQ-9. */
export function weeksNotMeasured(chart: KnownChart, view: EpisodeView): readonly QualityProblem[] {
  const { admittedOn, dischargedOn } = view.episode;
  return measureWeeks(chart, view, "phq-9").flatMap((week) => {
    const { from, to } = daysOfWeek(admittedOn, week.week);
    const reason = REASONS[week.state];
    const whole = dischargedOn === null || to <= dischargedOn;
    if (reason === undefined || !whole) return [];
    return [{ check: "week-not-measured" as const, on: week.on ?? from, ...problemOf(week, reason) }];
  });
}
