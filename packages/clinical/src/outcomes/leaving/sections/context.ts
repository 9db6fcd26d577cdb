import { NATIONAL_CONTEXT } from "../../context/national-context.ts";
import type { MeasureId } from "../../json.ts";
import { measureOf } from "../../measures.ts";
import { count, note, number, paragraph, share, shareInterval, table, words } from "../cells.ts";
import type { Plan } from "../plan.ts";
import type { ReportBlock, ReportCell, ReportSection } from "../report.types.ts";

const LATEST = NATIONAL_CONTEXT.years.at(-1);

function shareRow(id: MeasureId, { json, may }: Plan): readonly ReportCell[] {
  const here = json.all.measures[id];
  const told = may(`now/${id}`);
  const published = LATEST?.shares.find(({ measure }) => measure === id);
  return [
    words(measureOf(id).name),
    words(published === undefined ? "no data" : `${number(true, published.percent, 1).text}\u00a0%`),
    published === undefined ? words("no data") : count(true, published.denominator),
    share(told, here.rate),
    shareInterval(told, here),
  ];
}

function effectsTable(): ReportBlock {
  const rows = NATIONAL_CONTEXT.effects.map(({ therapy, courses, phq9, gad7 }) => [
    words(therapy),
    count(true, courses),
    number(true, phq9.meanStart, 1),
    number(true, phq9.effectSize, 1),
    number(true, gad7.meanStart, 1),
    number(true, gad7.effectSize, 1),
  ]);
  const columns = ["Therapy", "Courses", "PHQ-9 at start", "Effect size", "GAD-7 at start", "Effect size"];
  return table(`The same publication by therapy, ${NATIONAL_CONTEXT.effects[0]?.year ?? ""}`, columns, rows);
}

/** National figures from elsewhere, clearly not a target. */
export function contextSection(plan: Plan): ReportSection {
  const ids = LATEST?.shares.map(({ measure }) => measure) ?? [];
  const columns = ["Measure", `England ${LATEST?.year ?? ""}`, "Of", "This report", "95\u00a0% interval"];
  return {
    id: "context",
    heading: "Context: national figures from outpatient care. Not a target.",
    blocks: [
      paragraph(`${NATIONAL_CONTEXT.notATarget} ${NATIONAL_CONTEXT.why}`),
      table(
        NATIONAL_CONTEXT.title,
        columns,
        ids.map((id) => shareRow(id, plan)),
      ),
      effectsTable(),
      note(
        `Source: ${NATIONAL_CONTEXT.source}. ${NATIONAL_CONTEXT.attribution} Compared with the publication on ${NATIONAL_CONTEXT.reviewed}.`,
      ),
    ],
  };
}
