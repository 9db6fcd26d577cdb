import { screenEvidence } from "../findings/evidence.ts";
import { screensNotGiven } from "../findings/screen-facts.ts";
import { counted, listed } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const screenNotGiven = defineRule({
  id: "screen-not-given",
  version: 1,
  title: "Screen not given",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: { days: house(14, "days"), escalating: house(2, "screens") },
  wording: {
    consider: "Consider asking what stood in the way, and another specimen soon.",
    clears: ({ days }) => `${counted(days, "day")} without a screen missed, refused or tampered with`,
  },
  source:
    "Contingency-management convention: unexcused missed, refused and tampered specimens count as not given. 14 days and two screens: program defaults without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { days, escalating }) => {
    const screens = screensNotGiven(view, days);
    if (screens.length === 0) return [];
    const evidence = screens.map(screenEvidence);
    const states = evidence.map(({ text, on }) => `${text.replace("Screen ", "")} on ${on}`);
    const weight =
      screens.length >= escalating
        ? ({ kind: "escalate", urgency: "same_day" } as const)
        : ({ kind: "review", urgency: "this_week" } as const);
    return [{ headline: `${counted(screens.length, "screen")} ${listed(states)}`, evidence, ...weight }];
  },
});
