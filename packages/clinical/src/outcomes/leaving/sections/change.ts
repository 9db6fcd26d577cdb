import { instrumentOf } from "../../../instruments/instruments.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../../../records/codes.ts";
import type { Difference } from "../../answers.ts";
import { differenceOf } from "../../difference.ts";
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
  table,
  words,
} from "../cells.ts";
import { type ToldChange, toldChange } from "../change.ts";
import { bandsFigure, measuresFigure } from "../figures.ts";
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

function differenceWords({ value, low, high }: Difference): string {
  if (value === null) return "no data";
  if (low === null || high === null) return `${pointsWords(value)} (no interval)`;
  return `${pointsWords(value)} (${pointsWords(low)} to ${pointsWords(high)})`;
}

function besideRow({ json, may }: Plan, id: MeasureId): readonly ReportCell[] {
  const both = may(`now/${id}`) && may(`before/${id}`);
  const difference = differenceOf(id, json.all, json.yearBefore);
  return [
    words(outcomeWords(id)),
    shareOf(may(`now/${id}`), json.all.measures[id]),
    shareOf(may(`completers/${id}`), json.completers.measures[id]),
    shareOf(may(`before/${id}`), json.yearBefore.measures[id]),
    both ? words(differenceWords(difference)) : shareInterval(false, difference),
  ];
}

function changeRow(
  instrument: InstrumentId,
  who: string,
  told: ToldChange | null,
  exact: ChangeJson,
): readonly ReportCell[] {
  const may = told !== null;
  const { n, mean_pre, sd_pre, mean_post, mean_change, g, low, high } = told?.change ?? exact;
  return [
    words(instrumentOf(instrument).name),
    words(told?.onBoth === true ? `${who}, both asked` : who),
    count(may, n),
    number(may, mean_pre, 1),
    number(may, sd_pre, 1),
    number(may, mean_post, 1),
    number(may, mean_change, 1),
    number(may, g, 2),
    numberInterval(may, { low, high }, 2),
  ];
}

function changeRows({ json, may, now, completers, before }: Plan): readonly (readonly ReportCell[])[] {
  const groups = [
    { who: "All discharged", scope: now, all: json.all },
    { who: "Completed only", scope: completers, all: json.completers },
    { who: "Year before", scope: before.scope, all: json.yearBefore },
  ];
  return INSTRUMENT_IDS.flatMap((instrument) =>
    groups.map(({ who, scope, all }) =>
      changeRow(instrument, who, toldChange(scope, all, instrument, may), all.change[instrument]),
    ),
  );
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
  "Change in percentage points (95\u00a0%)",
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
        caption: "Every measure of change with its 95\u00a0% interval; the lighter mark is the year before",
        figure: measuresFigure(plan, OF_CHANGE),
      },
      table(
        "All discharged in the period",
        ["Measure", "Of", "Number", "Share", "95\u00a0% interval", "If those not measured: none – all"],
        ids.map((id) => measureRow(plan, id)),
      ),
      note(
        "Last column: what the share would be if none of those with a first and without a later score had changed so, and if all of them had. The truth about all with a first score lies between.",
      ),
      table(
        "Everybody, those who completed, and the year before",
        BESIDE,
        ids.map((id) => besideRow(plan, id)),
      ),
      note(
        "Those who complete a program are a choice of people who did well; their figures stand beside those of everybody and never for them.",
      ),
      table(
        "Scores before and after, and effect sizes",
        ["", "Who", "Stays", "First", "SD", "Later", "Change", "Effect size g", "95\u00a0% interval"],
        changeRows(plan),
      ),
      paragraph(
        "“Both asked”: of the stays with a first and a later score on both questionnaires, because those with one only are too few to be told apart. The effect size is the mean change in units of the spread (SD) of the first scores. It says nothing of what would have happened without treatment: people come when they feel worst, and some get better by themselves.",
      ),
      ...bandBlocks(plan),
    ],
  };
}
