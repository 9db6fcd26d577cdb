import { type EpisodeSet, INSTRUMENT_IDS, INSTRUMENTS, type InstrumentId } from "@soundings/clinical";
import type { OutcomePatient } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import type { Column } from "../../../ui/DataTable.tsx";
import { datesInWords, dateWords } from "../../../ui/dates.ts";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { signed } from "../../../ui/numbers.ts";
import { endWords } from "../parts/measure-words.ts";
import type { PatientsFilter } from "../parts/search.ts";
import { nextOrder, orderOf, type PatientSort, SORT_WORDS } from "./order.ts";
import classes from "./patients.module.css";
import { whyWords } from "./set-words.ts";

const ARIA = { asc: "ascending", desc: "descending" } as const;

interface HeadingProps {
  readonly label: string;
  readonly sort: PatientSort;
  readonly asked: PatientsFilter;
}

/** What a list is made by. */
export interface Listed {
  readonly asked: PatientsFilter;
  readonly set: EpisodeSet;
  readonly rows: readonly OutcomePatient[];
  /** Whether all rows are here: only then can they be put in another order. */
  readonly isWhole: boolean;
}

function SortLink({ label, sort, asked }: HeadingProps) {
  const now = orderOf(asked);
  const isNow = now.sort === sort;
  return (
    <Link
      to="/outcomes/patients"
      search={{ ...asked, ...nextOrder(asked, sort) }}
      replace
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
      className={classes.sort}
      aria-label={`${label}: sort by ${SORT_WORDS[sort]}${isNow ? `, now ${ARIA[now.dir]}` : ""}`}
    >
      {label}
      {isNow ? <span aria-hidden="true">{now.dir === "asc" ? " ↑" : " ↓"}</span> : null}
    </Link>
  );
}

function PlainHead({ label }: { label: string }) {
  return <span className={classes.sort}>{label}</span>;
}

function sorting(isWhole: boolean, props: HeadingProps): Pick<Column<OutcomePatient>, "heading" | "sorted"> {
  if (!isWhole) return { heading: <PlainHead label={props.label} /> };
  const now = orderOf(props.asked);
  return { heading: <SortLink {...props} />, sorted: now.sort === props.sort ? ARIA[now.dir] : "none" };
}

function Scores({ row, id }: { row: OutcomePatient; id: InstrumentId }) {
  const [pre, post] = [row.pre[id], row.post[id]];
  if (pre === null) return <NoDataText missing="no baseline" />;
  if (post === null) {
    return (
      <>
        {pre.score} → <NoDataText missing="no later score" />
      </>
    );
  }
  return (
    <>
      {pre.score} → {post.score} ({signed(post.score - pre.score)})
      <span className={classes.detail}>
        {dateWords(pre.on, post.on)} to {dateWords(post.on)}
      </span>
    </>
  );
}

function Ended({ row: { dischargedOn, dischargeReason } }: { row: OutcomePatient }) {
  if (dischargedOn === null) return "in treatment";
  return (
    <>
      {dateWords(dischargedOn)}
      <span className={classes.detail}>{endWords(dischargeReason)}</span>
    </>
  );
}

function Why({ row: { why, problems, patientId, episodeId } }: { row: OutcomePatient }) {
  return (
    <>
      {why === null ? null : datesInWords(why)}
      {problems.length === 0 ? null : (
        <ul className={classes.problems}>
          {problems.map(({ check, on, text, record }) => (
            <li key={`${check} ${on} ${record?.id ?? ""} ${text}`}>
              {dateWords(on)}:{" "}
              <Link to="/patients/$patientId" params={{ patientId }} search={{ episodeId }} hash="values">
                {datesInWords(text, on)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the list says of each person; the last column only where there is something to say. */
export function columnsOf({ asked, set, rows, isWhole }: Listed): readonly Column<OutcomePatient>[] {
  const saysWhy = rows.some(({ why, problems }) => why !== null || problems.length > 0);
  return [
    {
      id: "patient",
      head: "Patient",
      ...sorting(isWhole, { label: "Patient", sort: "name", asked }),
      track: "minmax(150px, 1.3fr)",
      cell: ({ patientId, episodeId, familyName, givenName, programName }) => (
        <>
          <Link
            to="/patients/$patientId"
            params={{ patientId }}
            search={{ episodeId, asOf: asked.asOf }}
            className={classes.name}
            data-row-link=""
          >
            {familyName}, {givenName}
          </Link>
          <span className={classes.detail}>{programName}</span>
        </>
      ),
    },
    {
      id: "therapist",
      head: "Therapist",
      heading: <PlainHead label="Therapist" />,
      track: "minmax(110px, 1fr)",
      cell: ({ therapistName }) => therapistName ?? <NoDataText />,
    },
    {
      id: "admitted",
      head: "Admitted",
      ...sorting(isWhole, { label: "Admitted", sort: "admitted", asked }),
      track: "minmax(100px, 0.8fr)",
      cell: ({ admittedOn }) => dateWords(admittedOn),
    },
    {
      id: "ended",
      head: "Discharged",
      ...sorting(isWhole, { label: "Discharged", sort: "ended", asked }),
      track: "minmax(120px, 1fr)",
      cell: (row) => <Ended row={row} />,
    },
    ...INSTRUMENT_IDS.map((id) => ({
      id,
      head: INSTRUMENTS[id].name,
      heading: <PlainHead label={INSTRUMENTS[id].name} />,
      track: "minmax(130px, 1fr)",
      cell: (row: OutcomePatient) => <Scores row={row} id={id} />,
    })),
    ...(saysWhy
      ? [
          {
            id: "why",
            head: whyWords(set),
            heading: <PlainHead label={whyWords(set)} />,
            track: "minmax(160px, 1.6fr)",
            cell: (row: OutcomePatient) => <Why row={row} />,
          },
        ]
      : []),
  ];
}
