import { countAttendance, isCountable } from "../attendance/attendance.ts";
import { inLast } from "../findings/days.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import {
  placementEvidence,
  positiveEvidence,
  resultEvidence,
  screenEvidence,
  sessionEvidence,
} from "../findings/evidence.ts";
import {
  newUnexpectedPositives,
  positivesText,
  screensNotGiven,
  withCaution,
} from "../findings/screen-facts.ts";
import { counted, levelName, listed } from "../findings/wording.ts";
import { house, isBelow } from "../rules/threshold.ts";
import type { ScreenReading } from "../screens/reading.ts";
import { defineCriterion, type Judgment } from "./define.ts";

export const daysAtLevel = defineCriterion({
  id: "days-at-level",
  label: () => "Long enough at this level",
  thresholds: { php: house(14, "days at PHP"), iop: house(28, "days at IOP") },
  judge: (view, { php, iop }) => {
    const { level, placement, daysAtLevel: days } = view.level;
    if (placement === null || level === null || days === null) {
      return {
        state: "no_data",
        detail: "No placement, so the time at this level is not known",
        evidence: [],
      };
    }
    const needed = level === "php" ? php : iop;
    const detail = `${counted(days, "day")} at ${levelName(level)}; ${needed} are needed`;
    return { state: days < needed ? "not_met" : "met", detail, evidence: [placementEvidence(placement)] };
  },
});

export const attendance = defineCriterion({
  id: "attendance",
  label: ({ attended: [part, whole] }) => `At least ${part} of ${whole} sessions attended`,
  thresholds: {
    days: house(28, "days"),
    countable: house(8, "countable sessions"),
    attended: house([4, 5], "of countable sessions"),
  },
  judge: (view, t) => {
    const sessions = inLast(view.sessions, t.days, view.asOf).filter(({ record }) => isCountable(record));
    const { attended, countable } = countAttendance(sessions);
    const evidence = sessions.map(sessionEvidence);
    const [part, whole] = t.attended;
    const detail = `${attended} of ${counted(countable, "session")} of the last ${counted(t.days, "day")} attended; ${part} of ${whole}, and ${t.countable} sessions, are needed`;
    if (countable < t.countable) return { state: "no_data", detail, evidence };
    return { state: isBelow(attended, countable, t.attended) ? "not_met" : "met", detail, evidence };
  },
});

/** What decides against: new use, or a screen not given. */
function unclear(view: EpisodeView, days: number): Judgment | null {
  const positives = newUnexpectedPositives(view, days);
  const absent = screensNotGiven(view, days);
  if (positives.length === 0 && absent.length === 0) return null;
  const results = positives.map(({ result }) => result);
  const parts = [
    ...(positives.length > 0 ? [withCaution(`new unexpected ${positivesText(positives)}`, results)] : []),
    ...(absent.length > 0 ? [`${counted(absent.length, "screen")} not given`] : []),
  ];
  const detail = `In the last ${counted(days, "day")} ${listed(parts)}`;
  return {
    state: "not_met",
    detail,
    evidence: [...positives.map(positiveEvidence), ...absent.map(screenEvidence)],
  };
}

function negativesOf(screens: readonly ScreenReading[]): Judgment["evidence"] {
  return screens.flatMap((screen) =>
    [...screen.counted.values()].map((result) => resultEvidence(screen, result)),
  );
}

export const screensClear = defineCriterion({
  id: "screens-clear",
  label: ({ days }) => `Screens of ${counted(days, "day")} clear`,
  thresholds: { days: house(28, "days"), screens: house(2, "valid screens with results") },
  judge: (view, { days, screens: needed }) => {
    const against = unclear(view, days);
    if (against !== null) return against;
    const screens = inLast(view.screens, days, view.asOf);
    const span = `the last ${counted(days, "day")}`;
    if (screens.length === 0 && view.program?.screensPerWeek === 0) {
      const detail = `The program asks for no screens, and there is none in ${span}`;
      return { state: "not_applicable", detail, evidence: [] };
    }
    const read = screens.filter((screen) => screen.valid && screen.takesPart);
    const doubtful = inLast(view.positives, days, view.asOf).filter(({ unexpected }) => unexpected);
    const count = `${counted(read.length, "valid screen")} with results in ${span}; ${needed} are needed`;
    const evidence = negativesOf(read);
    if (doubtful.length > 0) {
      const detail = `${count}; possible carry-over of ${positivesText(doubtful)}`;
      return { state: "no_data", detail, evidence: [...evidence, ...doubtful.map(positiveEvidence)] };
    }
    return { state: read.length < needed ? "no_data" : "met", detail: count, evidence };
  },
});

export const noEscalation = defineCriterion({
  id: "no-escalation",
  label: () => "No finding that asks for more support",
  thresholds: {},
  judge: (_view, _values, raised) => {
    const escalating = raised.filter(({ kind }) => kind === "escalate");
    if (escalating.length === 0) {
      return { state: "met", detail: "No finding asks for more support", evidence: [] };
    }
    const detail = `Asking for more support: ${listed(escalating.map(({ rule }) => rule.title))}`;
    const evidence = escalating.flatMap(({ grounds }) => grounds.flatMap((ground) => ground.evidence));
    return { state: "not_met", detail, evidence };
  },
});
