import { instrumentOf } from "../../../instruments/instruments.ts";
import type { Program } from "../../../records/types.ts";
import { differenceOf } from "../../difference.ts";
import type { MeasureId } from "../../json.ts";
import { BELOW_CASENESS, CASE_AT_FIRST } from "../../measures.ts";
import { count, note, paragraph, share, subheading, table, words } from "../cells.ts";
import { toldChange } from "../change.ts";
import { TREATED_BY } from "../document.ts";
import { flowFigure } from "../figures.ts";
import { roundedAt } from "../leaving-json.ts";
import type { Plan } from "../plan.ts";
import type { ReportBlock, ReportCell, ReportSection } from "../report.types.ts";
import { DIMENSION_WORDS, decimal, LEVEL_WORDS, percent, percents, valueWords, whole } from "../words.ts";

const IOP =
  "An intensive outpatient program (IOP) treats people who need more than a weekly appointment and less than a hospital: several hours of group and individual treatment a day, on three to five days a week, while they live at home. Partial hospitalization is the step above it, weekly outpatient care the step below.";

function instrumentsWords(): string {
  const phq9 = instrumentOf("phq-9");
  const gad7 = instrumentOf("gad-7");
  return `Two short questionnaires are asked for every week. The ${phq9.name} asks how often symptoms of depression were a problem in the last two weeks and gives 0 to ${phq9.maximum} points; the ${gad7.name} asks the same of anxiety and gives 0 to ${gad7.maximum}. More points mean more symptoms. A change is called reliable when it is larger than the questionnaires vary by themselves: ${phq9.reliableChange} points or more on the ${phq9.name}, ${gad7.reliableChange} or more on the ${gad7.name}.`;
}

function rangeWords(least: number | null, most: number | null): string {
  if (least === null && most === null) return "not laid down";
  if (least === null) return `up to ${most}`;
  return most === null ? `${least} or more` : `${least} to ${most}`;
}

function programRow(program: Program): readonly ReportCell[] {
  const hours = program.hoursPerWeekMin;
  return [
    words(program.name),
    words(LEVEL_WORDS[program.levelOfCare]),
    words(hours === null ? "not laid down" : `${hours} or more`),
    words(rangeWords(program.daysPerWeekMin, program.daysPerWeekMax)),
    words(rangeWords(program.plannedWeeksMin, program.plannedWeeksMax)),
  ];
}

function programsTable({ site, question, now }: Plan): ReportBlock {
  const present = new Set(now.discharged.map(({ programId }) => programId));
  const programs = [...site.programs.values()].filter(({ programId }) =>
    question.filter.program === undefined ? present.has(programId) : programId === question.filter.program,
  );
  const columns = ["Program", "Level of care", "Hours a week", "Days a week", "Planned weeks"];
  return table("The programs of this report, as they are set up", columns, programs.map(programRow));
}

interface Sentence {
  readonly id: MeasureId;
  readonly of: string;
  readonly did: string;
}

const SENTENCES: readonly Sentence[] = [
  {
    id: "reliable-improvement",
    of: "stays with a first and a later score on both questionnaires",
    did: "ended reliably improved: less depressed or less anxious, and neither reliably worse",
  },
  {
    id: "recovery",
    of: `such stays that began with marked symptoms (${CASE_AT_FIRST})`,
    did: `ended in symptom recovery (${BELOW_CASENESS})`,
  },
  {
    id: "measured-at-discharge",
    of: "discharges",
    did: "have a PHQ-9 from around the day of discharge, so that the end is known",
  },
  {
    id: "against-advice",
    of: "discharges",
    did: "left against advice or lost contact",
  },
];

/** Nothing is said of chance where the difference has no interval. */
function beforeWords({ json, may }: Plan, id: MeasureId): string {
  const before = json.yearBefore.measures[id];
  if (!may(`before/${id}`) || before.rate === null) return "";
  const { low, high } = differenceOf(id, json.all, json.yearBefore);
  const said = ` The year before it was ${percent(before.rate)}`;
  if (low === null || high === null) return `${said}.`;
  return low > 0 || high < 0
    ? `${said}, a larger difference than chance usually makes.`
    : `${said}, a difference that chance could make.`;
}

function sentence(plan: Plan, { id, of, did }: Sentence): string {
  const { json, may } = plan;
  const now = json.all.measures[id];
  if (!may(`now/${id}`)) return `How many ${did}: withheld.`;
  if (now.rate === null || now.low === null || now.high === null) return `How many ${did}: no data.`;
  const first = `Of ${whole(now.denominator)} ${of}, ${whole(now.numerator)} (${percent(now.rate)}; 95\u00a0% interval ${percents(now.low, now.high)}) ${did}.`;
  return first + beforeWords(plan, id);
}

function effectSentence({ json, may, now }: Plan): string {
  const told = toldChange(now, json.all, "phq-9", may);
  if (told === null) return "How far the PHQ-9 fell: withheld.";
  const { n, mean_pre, mean_post, g, low, high } = told.change;
  if (mean_pre === null || mean_post === null || g === null || low === null || high === null) {
    return "How far the PHQ-9 fell: no data.";
  }
  return `The PHQ-9 went from ${decimal(mean_pre, 1)} to ${decimal(mean_post, 1)} points on average (${whole(n)} stays). As an effect size that is ${decimal(g, 2)} (95\u00a0% interval ${decimal(low, 2)} to ${decimal(high, 2)}), where 0.8 is usually called large.`;
}

function retentionSentence({ json, may }: Plan): string {
  const day = 60;
  const found = json.all.retention.at.find((at) => at.day === day);
  if (found === undefined || !may(`now/retention/${day}`))
    return `Still in treatment at ${day} days: withheld.`;
  const { survival, low, high } = roundedAt(found);
  if (survival === null) return `Still in treatment at ${day} days: no data.`;
  const interval = low === null || high === null ? "" : ` (95\u00a0% interval ${percents(low, high)})`;
  return `By the curve of retention, ${percent(survival)}${interval} were still in treatment or had ended as planned ${day} days after admission. A stay counts on it until it ends, so that this is an estimate and no share of all admitted.`;
}

function treatedRows({ groups, site, now, may }: Plan): readonly (readonly ReportCell[])[] {
  const all = now.discharged.length;
  return TREATED_BY.flatMap((by) => {
    const scopes = groups.find((one) => one.by === by)?.scopes ?? [];
    const told = scopes.filter(({ scope }) => may(`${scope.key}/discharged`));
    const rows = told.map(({ value, scope }) => [
      words(DIMENSION_WORDS[by]),
      words(valueWords(by, value, site)),
      count(true, scope.discharged.length),
      share(may("now/discharged"), scope.discharged.length / all),
    ]);
    if (told.length === scopes.length) return rows;
    return [...rows, [words(DIMENSION_WORDS[by]), words("Others"), count(false, 0), share(false, 0)]];
  });
}

/** What the program is, who was treated, and what came of it in plain words. */
export function programSection(plan: Plan): ReportSection {
  return {
    id: "program",
    heading: "The program, who was treated, and what came of it",
    blocks: [
      paragraph(IOP),
      programsTable(plan),
      paragraph(instrumentsWords()),
      subheading("In short"),
      {
        kind: "list",
        lines: [
          ...SENTENCES.slice(0, 2).map((one) => sentence(plan, one)),
          effectSentence(plan),
          retentionSentence(plan),
          ...SENTENCES.slice(2).map((one) => sentence(plan, one)),
        ],
      },
      note(
        "A 95\u00a0% interval shows how far chance could have moved a figure: of 100 such intervals about 95 hold the value that very many stays would show, and the fewer the stays, the wider it is. Counts are of stays: someone discharged twice counts twice.",
      ),
      { kind: "figure", caption: "From discharged to analyzed", figure: flowFigure(plan) },
      table("Who was treated, of all discharged", ["By", "Group", "Discharged", "Share"], treatedRows(plan)),
    ],
  };
}
