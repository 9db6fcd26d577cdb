import { LEAST_CLOSED, QUALITY, type QualityAnswer, type QualityCheck } from "@soundings/clinical";
import { useId } from "react";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { Definition } from "../parts/Definition.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { percentWords } from "../parts/number-words.ts";
import classes from "./quality.module.css";
import { foundWords } from "./words.ts";

type Counted = QualityAnswer["checks"][number];
interface Row {
  readonly check: QualityCheck;
  readonly counted: Counted;
}

function rowsOf(answer: QualityAnswer): readonly Row[] {
  return answer.checks.flatMap((counted) => {
    const check = QUALITY.find(({ id }) => id === counted.check);
    return check === undefined ? [] : [{ check, counted }];
  });
}

function Name({ check }: { check: QualityCheck }) {
  return (
    <>
      <span className={classes.name}>
        <Definition id={`check-${check.id}`} />
      </span>
      <span className={classes.detail}>{check.words}</span>
    </>
  );
}

/** Of one therapist with few closed stays: a count, and no share that would be read as the therapist's. */
function Counted({ problems }: Counted) {
  return <span className={classes.detail}>{problems.toLocaleString("en-US")} found</span>;
}

function Found({ row: { check, counted }, discharged }: { row: Row; discharged: number }) {
  const { share, words } = foundWords(counted, check.of, discharged);
  return (
    <span className={classes.found}>
      <span className={classes.share}>{percentWords(share)}</span>
      <span className={classes.detail}>{words}</span>
    </span>
  );
}

function List({ row: { check, counted } }: { row: Row }) {
  if (counted.episodes === 0) return <span className={classes.quiet}>Nothing found</span>;
  return (
    <NumberLink
      set={{ of: "quality", check: check.id }}
      count={counted.episodes}
      who={`with something under ${check.name}`}
    >
      {counted.episodes === 1 ? "1 stay" : `${counted.episodes.toLocaleString("en-US")} stays`}
    </NumberLink>
  );
}

/** Each check with what it found, what that does to the figures, and the list by which it is mended. */
export function Checks({ answer }: { answer: QualityAnswer }) {
  const id = useId();
  const columns: readonly Column<Row>[] = [
    {
      id: "check",
      head: "Check",
      track: "minmax(180px, 1.3fr)",
      cell: ({ check }) => <Name check={check} />,
    },
    {
      id: "found",
      head: "Found",
      track: "minmax(130px, 0.8fr)",
      cell: (row) =>
        answer.tooFew ? <Counted {...row.counted} /> : <Found row={row} discharged={answer.discharged} />,
    },
    { id: "list", head: "To work through", track: "108px", cell: (row) => <List row={row} /> },
    {
      id: "effect",
      head: "What it does to the figures",
      track: "minmax(180px, 1.3fr)",
      cell: ({ check }) => check.effect,
    },
    {
      id: "mend",
      head: "What to do",
      track: "minmax(160px, 1.2fr)",
      cell: ({ check }) => check.whatToDo,
    },
  ];
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        What to work through
      </h2>
      {answer.tooFew ? (
        <p className={classes.lead}>
          Fewer than {LEAST_CLOSED} stays of this therapist ended with what you chose, so there are lists and
          no shares: these would show single patients and chance.
        </p>
      ) : null}
      <DataTable
        label="Checks of data quality"
        columns={columns}
        rows={rowsOf(answer)}
        keyOf={({ check }) => check.id}
        isQuiet={({ counted }) => counted.problems === 0}
      />
    </section>
  );
}
