import { wilson } from "../../../statistics/wilson.ts";
import type { OutcomesJson } from "../../json.ts";
import { QUALITY } from "../../quality/definitions.ts";
import { paragraph, rateCells, table, words } from "../cells.ts";
import type { Plan } from "../plan.ts";
import type { ReportCell, ReportSection } from "../report.types.ts";

function checkRows({ now, may }: Plan): readonly (readonly ReportCell[])[] {
  return QUALITY.map(({ id, name, words: what, effect }) => {
    const held = now.discharged.filter(({ quality }) => quality.some(({ check }) => check === id)).length;
    const told = may(`now/quality/${id}`) && may("now/discharged");
    return [
      words(name),
      ...rateCells(told, wilson(held, now.discharged.length)).slice(1, 3),
      words(what),
      words(effect),
    ];
  });
}

const KNOWN = ["measured-at-discharge", "weekly-measurement"] as const;
const KNOWN_WORDS = {
  "measured-at-discharge": "Discharges with a PHQ-9 from around the day of discharge",
  "weekly-measurement": "Whole weeks of stay with a PHQ-9",
};

function knownRows({ json, may }: Plan): readonly (readonly ReportCell[])[] {
  const of = (year: string, key: string, { measures }: OutcomesJson) =>
    KNOWN.map((id) => [words(KNOWN_WORDS[id]), words(year), ...rateCells(may(`${key}/${id}`), measures[id])]);
  return [...of("This period", "now", json.all), ...of("Year before", "before", json.yearBefore)];
}

/** How complete and sound the records behind the figures are. */
export function qualitySection(plan: Plan): ReportSection {
  return {
    id: "quality",
    heading: "Data quality",
    blocks: [
      paragraph(
        "What is missing, late or impossible in the records of those discharged in the period, and what it does to the figures. A figure is as good as the share of people it rests on.",
      ),
      table(
        "How much is measured",
        ["", "Year", "Of", "Number", "Share", "95\u00a0% interval"],
        knownRows(plan),
      ),
      table(
        "Stays with at least one",
        ["Check", "Stays", "Share", "What it looks for", "What it does to the figures"],
        checkRows(plan),
      ),
    ],
  };
}
