import { instrumentOf } from "../../../instruments/instruments.ts";
import { INSTRUMENT_IDS } from "../../../records/codes.ts";
import { newcombe } from "../../../statistics/difference.ts";
import type { ChangeJson, MeasureId } from "../../json.ts";
import { MEASURES } from "../../measures.ts";
import {
  count,
  note,
  number,
  numberInterval,
  paragraph,
  rateCells,
  shareInterval,
  shareOf,
  subheading,
  table,
  words,
} from "../cells.ts";
import { bandsFigure, measuresFigure } from "../figures.ts";
import { roundedChange } from "../leaving-json.ts";
import type { Plan } from "../plan.ts";
import type { ReportBlock, ReportCell, ReportSection } from "../report.types.ts";
import { decimal, outcomeWords } from "../words.ts";

const OF_CHANGE: readonly MeasureId[] = MEASURES.filter(({ needs }) => needs.length > 0).map(({ id }) => id);
const OF_STAYS: readonly MeasureId[] = MEASURES.filter(({ needs }) => needs.length === 0).map(({ id }) => id);

function measureRow({ json, may }: Plan, id: MeasureId): readonly ReportCell[] {
  const measure = json.all.measures[id];
  const [low = null, high = null] = measure.bounds ?? [];
  const bounds =
    measure.bounds === undefined
      ? words("everybody counts")
      : shareInterval(may(`now/${id}`) && may(`now/${id}/bounds`), { low, high });
  return [words(outcomeWords(id)), ...rateCells(may(`now/${id}`), measure), bounds];
}

/** Percentage points, with the sign. */
function pointsWords(value: number): string {
  const text = decimal(value * 100, 0);
  return value > 0 && text !== "0" ? `+${text}` : text;
}

function besideRow({ json, may }: Plan, id: MeasureId): readonly ReportCell[] {
  const now = json.all.measures[id];
  const before = json.yearBefore.measures[id];
  const both = may(`now/${id}`) && may(`before/${id}`);
  const { value, low, high } = newcombe(now, before);
  const difference =
    value === null || low === null || high === null
      ? words("no data")
      : words(`${pointsWords(value)} (${pointsWords(low)} to ${pointsWords(high)})`);
  return [
    words(outcomeWords(id)),
    shareOf(may(`now/${id}`), now),
    shareOf(may(`completers/${id}`), json.completers.measures[id]),
    shareOf(may(`before/${id}`), before),
    both ? difference : shareInterval(false, { low, high }),
  ];
}

function changeRow(name: string, who: string, may: boolean, exact: ChangeJson): readonly ReportCell[] {
  const { n, mean_pre, sd_pre, mean_post, mean_change, g, low, high } = roundedChange(exact);
  return [
    words(name),
    words(who),
    count(may, n),
    number(may, mean_pre, 1),
    number(may, sd_pre, 1),
    number(may, mean_post, 1),
    number(may, mean_change, 1),
    number(may, g, 2),
    numberInterval(may, { low, high }, 2),
  ];
}

function changeRows({ json, may }: Plan): readonly (readonly ReportCell[])[] {
  return INSTRUMENT_IDS.flatMap((instrument) => {
    const { name } = instrumentOf(instrument);
    const claim = `change/${instrument}`;
    return [
      changeRow(name, "All discharged", may(`now/${claim}`), json.all.change[instrument]),
      changeRow(name, "Completed only", may(`completers/${claim}`), json.completers.change[instrument]),
      changeRow(name, "Year before", may(`before/${claim}`), json.yearBefore.change[instrument]),
    ];
  });
}

function bandBlocks(plan: Plan): readonly ReportBlock[] {
  return INSTRUMENT_IDS.map((instrument) => ({
    kind: "figure",
    caption: `${instrumentOf(instrument).name}: how many were in each band of severity, first and later score`,
    figure: bandsFigure(plan, instrument),
  }));
}

const BESIDE = [
  "Measure",
  "All discharged",
  "Completed only",
  "Year before",
  "Change in percentage points (95%)",
];

/** How symptoms changed. */
export function changeSection(plan: Plan): ReportSection {
  const ids = [...OF_CHANGE, ...OF_STAYS];
  return {
    id: "change",
    heading: "How symptoms changed",
    blocks: [
      {
        kind: "figure",
        caption: "Every measure of change with its 95% interval; the lighter mark is the year before",
        figure: measuresFigure(plan, OF_CHANGE),
      },
      table(
        "All discharged in the period",
        ["Measure", "Of", "Number", "Share", "95% interval", "If those not measured: none – all"],
        ids.map((id) => measureRow(plan, id)),
      ),
      note(
        "Last column: what the share would be if none of those without a later score had changed so, and if all of them had. The truth lies between. Method notes say exactly who is counted.",
      ),
      table(
        "Everybody, those who completed, and the year before",
        BESIDE,
        ids.map((id) => besideRow(plan, id)),
      ),
      note(
        "Those who complete a program are a choice of people who did well; their figures stand beside those of everybody and never for them.",
      ),
      subheading("Effect sizes"),
      table(
        "Scores before and after",
        ["", "Who", "Stays", "First", "SD", "Later", "Change", "Effect size g", "95% interval"],
        changeRows(plan),
      ),
      paragraph(
        "The effect size is the mean change in units of the spread (SD) of the first scores. It says nothing of what would have happened without treatment: people come when they feel worst, and some get better by themselves.",
      ),
      ...bandBlocks(plan),
    ],
  };
}
