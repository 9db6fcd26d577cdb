import { MEASURES, type MeasureId, type Overview, type Rate } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import type { ReactNode } from "react";
import { FigureSave } from "../../../charts/figure/FigureSave.tsx";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { dateWords } from "../../../ui/dates.ts";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { Definition } from "../parts/Definition.tsx";
import { LEFT_OUT_WORDS } from "../parts/measure-words.ts";
import { NumberLink } from "../parts/NumberLink.tsx";
import { FEW, percentWords, pointsWords } from "../parts/number-words.ts";
import { AGAINST_WORDS } from "../parts/question-words.ts";
import { RateText } from "../parts/RateText.tsx";
import { Section } from "../parts/Section.tsx";
import { useLeaving } from "../parts/use-leaving.ts";
import classes from "./overview.module.css";
import { Share, ShareAxis } from "./Share.tsx";
import { titleOf } from "./sections.ts";

type Row = (typeof MEASURES)[number];

const RATE_TRACK = "minmax(120px, 1.15fr)";

function boundsText(overview: Overview, id: MeasureId): ReactNode {
  const { bounds, denominator } = overview.all.measures[id];
  if (denominator === 0) return <NoDataText />;
  const [least, most] = bounds ?? [null, null];
  if (least === null || most === null || least === most)
    return <span className={classes.quiet}>all are counted</span>;
  return (
    <span className={classes.whole}>
      between {Math.round(least * 100)} and {percentWords(most)}
    </span>
  );
}

function LeftOut({ overview, row }: { overview: Overview; row: Row }) {
  const reasons = overview.leftOut[row.id];
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
  if (count === 0) return <span className={classes.quiet}>nobody</span>;
  return (
    <>
      <NumberLink
        set={{ of: "measure", measure: row.id, part: "left-out" }}
        count={count}
        who={`left out of ${row.name}`}
      />
      <ul className={classes.reasons}>
        {reasons.map(({ reason, count: some }) => (
          <li key={reason}>
            {some.toLocaleString("en-US")} {LEFT_OUT_WORDS[reason]}
          </li>
        ))}
      </ul>
    </>
  );
}

function missingWords(row: Row): string {
  return row.of === "weeks" ? "nobody stayed a whole week" : "nobody is in the denominator";
}

function Compared({ overview, row, also }: { overview: Overview; row: Row; also: OutcomesFilter }) {
  const { against } = overview;
  if (against === null) return null;
  const difference = pointsWords(against.differences[row.id]);
  return (
    <>
      <RateText
        rate={against.json.measures[row.id]}
        measure={row.id}
        name={row.name}
        also={also}
        missing={missingWords(row)}
      />
      {difference === null ? null : <span className={classes.detail}>difference {difference}</span>}
    </>
  );
}

/** The other question, as far as it differs from the one of the page. */
function otherQuestion({ against }: Overview): OutcomesFilter {
  if (against === null) return {};
  return against.kind === "all_programs" ? { program: undefined } : { from: against.from, to: against.to };
}

function columnsOf(overview: Overview): readonly Column<Row>[] {
  const { all, completers, against } = overview;
  const other = otherQuestion(overview);
  const compared: readonly Column<Row>[] =
    against === null
      ? []
      : [
          {
            id: "against",
            head:
              against.kind === "all_programs"
                ? "All programs"
                : `${dateWords(against.from)} to ${dateWords(against.to)}`,
            track: RATE_TRACK,
            cell: (row) => <Compared overview={overview} row={row} also={other} />,
          },
        ];
  return [
    {
      id: "measure",
      head: "Measure",
      track: "minmax(150px, 1.5fr)",
      cell: ({ id }) => <Definition id={`measure-${id}`} />,
    },
    {
      id: "all",
      head: "All discharged",
      track: RATE_TRACK,
      cell: (row) => (
        <RateText rate={all.measures[row.id]} measure={row.id} name={row.name} missing={missingWords(row)} />
      ),
    },
    {
      id: "plot",
      head: "0 to 100 %",
      heading: <ShareAxis />,
      track: "minmax(120px, 1.3fr)",
      cell: ({ id }) => (
        <Share
          rate={all.measures[id]}
          bounds={all.measures[id].bounds}
          beside={against?.json.measures[id].rate}
        />
      ),
    },
    {
      id: "bounds",
      head: "Whatever became of those not measured",
      track: "minmax(130px, 0.95fr)",
      cell: ({ id }) => boundsText(overview, id),
    },
    {
      id: "left-out",
      head: "Left out",
      track: "minmax(150px, 1.3fr)",
      cell: (row) => <LeftOut overview={overview} row={row} />,
    },
    {
      id: "completers",
      head: "Completers only",
      track: RATE_TRACK,
      cell: (row) => <CompletersText rate={completers.measures[row.id]} row={row} />,
    },
    ...compared,
  ];
}

const BY_DEFINITION: Partial<Record<MeasureId, string>> = {
  completion: "all, by definition",
  "against-advice": "nobody, by definition",
};

function CompletersText({ rate, row }: { rate: Rate; row: Row }) {
  const words = BY_DEFINITION[row.id];
  if (words !== undefined) return <span className={classes.quiet}>{words}</span>;
  return (
    <RateText rate={rate} measure={row.id} name={row.name} among="completers" missing={missingWords(row)} />
  );
}

function fewWords({ all }: Overview): string | null {
  const paired = all.flow.paired_both;
  if (paired === 0)
    return "Nobody has both questionnaires at the beginning and later: the first four measures have no data.";
  return paired < FEW ? "Few people: the intervals are wide. Read them rather than the shares." : null;
}

/** What an interval of a difference says, or why there is none. */
function differenceWords(
  { kind, to }: NonNullable<Overview["against"]>,
  { from }: Overview["question"],
): string {
  if (kind === "all_programs")
    return " The people here are among those of all programs, so the difference has no interval.";
  if (to >= from) return " The two periods overlap, so the difference has no interval.";
  return " A difference whose interval holds 0 may be chance; that of weeks has none, because weeks of one stay are alike.";
}

/** Every measure with its interval, and how far those who are missing could move it. */
export function Measures({ overview }: { overview: Overview }) {
  const few = fewWords(overview);
  const { saveAs } = useLeaving({ figure: "measures" });
  const { against } = overview;
  return (
    <Section
      id="measures"
      title={titleOf("measures")}
      lead="Each line is a 95 % interval; the lighter band is where the share would lie whatever became of those who were not measured. Completers are only those who completed or moved to a lower level of care. Their shares look better because those who left early are not among them: never tell theirs alone."
    >
      {few === null ? null : <p className={classes.few}>{few}</p>}
      {against === null ? null : (
        <p>
          The hollow point below the line is {AGAINST_WORDS[against.kind]}.
          {differenceWords(against, overview.question)}
        </p>
      )}
      <DataTable label="Outcomes" columns={columnsOf(overview)} rows={MEASURES} keyOf={({ id }) => id} />
      {saveAs === undefined ? null : <FigureSave label="Outcomes" saveAs={saveAs} />}
    </Section>
  );
}
