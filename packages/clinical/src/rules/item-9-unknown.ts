import { item9Evidence } from "../findings/evidence.ts";
import { defineRule } from "./define.ts";

export const item9Unknown = defineRule({
  id: "item-9-unknown",
  version: 1,
  title: "Item 9 not known",
  kind: "data",
  urgency: "routine",
  safety: true,
  thresholds: {},
  wording: {
    consider: "Consider asking item 9 today; it is never filled in from the other answers.",
    clears: () => "A PHQ-9 with item 9 answered, on the same date or later",
  },
  source:
    "Simon 2013 (Psychiatr Serv 64:1195) for what item 9 tells. That its absence raises a finding: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view) => {
    const latest = view.item9Days.at(-1);
    if (latest === undefined || latest.item9 !== null) return [];
    const skipped = latest.otherItemAnswered;
    return [
      {
        headline: skipped
          ? `Item 9 not answered on ${latest.on}`
          : `Item 9 not known on ${latest.on}: only a total was given`,
        urgency: skipped ? "same_day" : "routine",
        evidence: [item9Evidence(latest)],
      },
    ];
  },
});
