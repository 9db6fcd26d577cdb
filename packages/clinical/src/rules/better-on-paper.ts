import { changeSinceBaseline } from "../findings/change.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { positiveEvidence, scoreEvidence, screenEvidence, sessionEvidence } from "../findings/evidence.ts";
import {
  newUnexpectedPositives,
  positivesText,
  screensNotGiven,
  withCaution,
} from "../findings/screen-facts.ts";
import type { Evidence } from "../findings/types.ts";
import { changeText, counted, listed } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { defineRule } from "./define.ts";
import { lowAttendanceOf, lowAttendanceText } from "./low-attendance.ts";
import { house, published } from "./threshold.ts";

interface Contradiction {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

function poorAttendance(view: EpisodeView): readonly Contradiction[] {
  const low = lowAttendanceOf(view);
  return low === null ? [] : [{ text: lowAttendanceText(low), evidence: low.sessions.map(sessionEvidence) }];
}

function absentScreens(view: EpisodeView, days: number, least: number): readonly Contradiction[] {
  const screens = screensNotGiven(view, days);
  if (screens.length < least) return [];
  return [{ text: `${counted(screens.length, "screen")} not given`, evidence: screens.map(screenEvidence) }];
}

function positiveScreens(view: EpisodeView, days: number): readonly Contradiction[] {
  const positives = newUnexpectedPositives(view, days);
  if (positives.length === 0) return [];
  const text = withCaution(
    `new unexpected ${positivesText(positives)}`,
    positives.map(({ result }) => result),
  );
  return [{ text, evidence: positives.map(positiveEvidence) }];
}

export const betterOnPaper = defineRule({
  id: "better-on-paper",
  version: 1,
  title: "Better on paper",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: {
    improvement: published(instrumentOf("phq-9").reliableChange, "points below baseline on the PHQ-9"),
    days: house(14, "days"),
    notGiven: house(2, "screens not given"),
  },
  wording: {
    consider:
      "Consider asking what the scores leave out: absences, use, wishing to finish, wishing to please.",
    clears: ({ days }) =>
      `Attendance and screens of ${counted(days, "day")} that fit the scores, or PHQ-9 no longer reliably better`,
  },
  source:
    "NHS Talking Therapies reliable change (PHQ-9 6 points). Held against attendance and screens: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { improvement, days, notGiven }) => {
    const change = changeSinceBaseline(view, "phq-9");
    if (change === null || -change.change < improvement) return [];
    const { baseline, latest } = change;
    const against = [
      ...poorAttendance(view),
      ...absentScreens(view, days, notGiven),
      ...positiveScreens(view, days),
    ];
    if (against.length === 0) return [];
    return [
      {
        headline: `${changeText(baseline, latest, "admission")}, but ${listed(against.map(({ text }) => text))}`,
        evidence: [scoreEvidence(baseline), scoreEvidence(latest), ...against.flatMap((one) => one.evidence)],
      },
    ];
  },
});
