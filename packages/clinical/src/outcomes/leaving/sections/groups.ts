import type { ComparedId, Estimate } from "../../answers.ts";
import { observedOf, outcomeNamed } from "../../comparison/observed.ts";
import type { ControlFigure } from "../../figure.types.ts";
import type { Dimension } from "../../question.ts";
import {
  count,
  meanCells,
  note,
  paragraph,
  share,
  shareInterval,
  subheading,
  table,
  words,
} from "../cells.ts";
import { COMPARED, COMPARED_BY, claimOf, groupsOf } from "../document.ts";
import { controlFigure, groupsFigure } from "../figures.ts";
import type { Plan } from "../plan.ts";
import type { ReportBlock, ReportCell, ReportInput, ReportSection } from "../report.types.ts";
import type { Scope } from "../scope.ts";
import { DIMENSION_WORDS, dayWords, outcomeWords, quarterWords, valueWords } from "../words.ts";

const NONE: Estimate = { n: 0, numerator: null, value: null, low: null, high: null };

function isShare(measure: ComparedId): boolean {
  return outcomeNamed(measure).kind === "rate";
}

function estimateCells(told: boolean, estimate: Estimate, measure: ComparedId): readonly ReportCell[] {
  if (!isShare(measure)) return meanCells(told, estimate);
  const { n, value, low, high } = estimate;
  return [count(told, n), share(told, value), shareInterval(told, { low, high })];
}

function estimated(scope: Scope, measure: ComparedId): Estimate {
  return observedOf(outcomeNamed(measure), scope.discharged);
}

/** Groups that may be told, and one row for the others. A dimension with one group has nothing to compare, one that is withheld whole has no rows. */
function dimensionRows(plan: Plan, by: Dimension, measure: ComparedId): readonly (readonly ReportCell[])[] {
  const { scopes } = groupsOf(plan.now, plan.site, by);
  if (scopes.length < 2) return [];
  const told = scopes.filter(({ scope }) => plan.may(claimOf(scope, measure)));
  const rows = told.map(({ value, scope }) => [
    words(DIMENSION_WORDS[by]),
    words(valueWords(by, value, plan.site)),
    ...estimateCells(true, estimated(scope, measure), measure),
  ]);
  if (told.length === scopes.length || told.length === 0) return rows;
  return [...rows, [words(DIMENSION_WORDS[by]), words("Others"), ...estimateCells(false, NONE, measure)]];
}

function columnsOf(measure: ComparedId): readonly string[] {
  return ["By", "Group", "Of", isShare(measure) ? "Share" : "Points", "95\u00a0% interval"];
}

function quarterRows({ quarters, may }: Plan): readonly (readonly ReportCell[])[] {
  return quarters.map(({ period, scope }) => [
    words(quarterWords(period.from)),
    ...estimateCells(may(claimOf(scope, COMPARED)), estimated(scope, COMPARED), COMPARED),
  ]);
}

function alsoBlocks(plan: Plan, also: ReportInput["also"]): readonly ReportBlock[] {
  if (also === null || also.by === "therapist") return [];
  const rows = dimensionRows(plan, also.by, also.measure);
  const known = also.measure === COMPARED && COMPARED_BY.some((by) => by === also.by);
  if (known || rows.length === 0) return [];
  return [table(outcomeWords(also.measure), columnsOf(also.measure), rows)];
}

/** Which comparisons are withheld whole. */
function withheldNote({ now, site, may }: Plan): readonly ReportBlock[] {
  const kept = COMPARED_BY.filter((by) => {
    const { scopes } = groupsOf(now, site, by);
    return scopes.length > 1 && !scopes.some(({ scope }) => may(claimOf(scope, COMPARED)));
  });
  if (kept.length === 0) return [];
  const names = kept.map((by) => DIMENSION_WORDS[by].toLowerCase()).join(", ");
  return [note(`Withheld whole, because groups are too small: ${names}.`)];
}

function noteBlocks(notes: ReportInput["notes"]): readonly ReportBlock[] {
  if (notes === null || notes.length === 0) return [];
  const lines = notes
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, text }) => `${dayWords(on)}: ${text}`);
  return [subheading("What changed when, in the director’s words"), { kind: "list", lines }];
}

function firstFigure(plan: Plan): readonly ReportBlock[] {
  const by = COMPARED_BY.find((one) => groupsOf(plan.now, plan.site, one).scopes.length > 1);
  if (by === undefined) return [];
  return [
    {
      kind: "figure",
      caption: `${outcomeWords(COMPARED)} by ${DIMENSION_WORDS[by].toLowerCase()}; the line is the share of all`,
      figure: groupsFigure(plan, by, COMPARED),
    },
  ];
}

/** What the lines of the chart of quarters are. */
function limitsOf({ chart, trial }: ControlFigure): { readonly said: string; readonly also: string } {
  if (chart === "run") return { said: "around their median; too few quarters to set limits", also: "" };
  const said = "with the limits within which quarters differ by chance";
  return { said, also: trial ? "With fewer than 12 quarters the limits are provisional. " : "" };
}

/** Groups side by side, and quarters one after the other. */
export function groupsSection(
  plan: Plan,
  { also, notes }: Pick<ReportInput, "also" | "notes">,
): ReportSection {
  const rows = COMPARED_BY.flatMap((by) => dimensionRows(plan, by, COMPARED));
  const figure = controlFigure(plan, COMPARED);
  const limits = limitsOf(figure);
  const nothing = paragraph("There is one group of each kind: nothing to compare.");
  return {
    id: "groups",
    heading: "Groups and quarters",
    blocks: [
      paragraph(
        `${outcomeWords(COMPARED)} by group, with intervals and in the order of the names. This is not a ranking: groups differ in who comes, and where intervals overlap widely, chance alone could have made the difference.`,
      ),
      ...firstFigure(plan),
      rows.length === 0 ? nothing : table(outcomeWords(COMPARED), columnsOf(COMPARED), rows),
      ...withheldNote(plan),
      ...alsoBlocks(plan, also),
      {
        kind: "figure",
        caption: `${outcomeWords(COMPARED)} by quarter of discharge, ${limits.said}`,
        figure,
      },
      table(
        `${outcomeWords(COMPARED)} by quarter`,
        ["Quarter", "Of", "Share", "95\u00a0% interval"],
        quarterRows(plan),
      ),
      note(`${limits.also}Nothing about single therapists leaves the program.`),
      ...noteBlocks(notes),
    ],
  };
}
