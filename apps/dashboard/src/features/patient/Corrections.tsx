import type { Correction, PatientPage } from "@soundings/contract";
import { dateWords } from "../../ui/dates.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { CORRECTED } from "../../ui/marks/states.ts";
import { counted } from "../../ui/numbers.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { recordName } from "./correction-name.ts";
import { changesOf, type FieldChange } from "./correction-words.ts";
import classes from "./corrections.module.css";
import tables from "./tables.module.css";

/** How many stand open; the earlier ones behind a title. */
const OPEN = 12;

function Change({
  change: { field, before, after },
  takenBack,
}: {
  change: FieldChange;
  takenBack: boolean;
}) {
  return (
    <li>
      <span className={classes.field}>{field}</span> {takenBack || after !== null ? <s>{before}</s> : before}
      {after === null || takenBack ? null : (
        <>
          {" "}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">became</span> {after}
        </>
      )}
    </li>
  );
}

interface RowProps {
  readonly correction: Correction;
  readonly page: PatientPage;
}

function Row({ correction, page }: RowProps) {
  const { correctedOn, correctedTime, by, reason, takenBack, sinceChosenDay } = correction;
  const name = recordName(correction, page);
  return (
    <tr>
      <th scope="row">
        {takenBack ? <s>{name}</s> : name}
        {takenBack ? <span className={classes.note}>entered in error, counts for nothing</span> : null}
        {sinceChosenDay ? (
          <span className={tables.corrected}>
            <MarkWord mark={CORRECTED} />
          </span>
        ) : null}
      </th>
      <td>
        <ul className={classes.changes}>
          {changesOf(correction).map((change) => (
            <Change key={change.field} change={change} takenBack={takenBack} />
          ))}
        </ul>
      </td>
      <td className={tables.number}>
        <time dateTime={correction.correctedAt}>
          {dateWords(correctedOn, page.today)}, {correctedTime}
        </time>
      </td>
      <td>{page.staffNames[by] ?? by}</td>
      <td>{reason ?? "none given"}</td>
    </tr>
  );
}

function Table({ corrections, page }: { corrections: readonly Correction[]; page: PatientPage }) {
  return (
    <ScrollBox label="Corrections, table">
      <table className={tables.table}>
        <caption className="visually-hidden">Corrections, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Record</th>
            <th scope="col">What stood before → what became of it</th>
            <th scope="col">When</th>
            <th scope="col">By</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {corrections.map((correction) => (
            <Row
              key={`${correction.recordType}${correction.recordId}${correction.correctedAt}`}
              correction={correction}
              page={page}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Every value that was corrected, the newest first: what stood before stays in sight. */
export function Corrections({ page }: { page: PatientPage }) {
  const { corrections, asOf, today } = page;
  const since = corrections.filter(({ sinceChosenDay }) => sinceChosenDay).length;
  const earlier = corrections.slice(OPEN);
  return (
    <section className={tables.section} aria-labelledby="corrections">
      <h2 id="corrections" className={tables.title}>
        Corrections <span className={tables.count}>{corrections.length}</span>
      </h2>
      {corrections.length === 0 ? <p className={tables.empty}>No correction is on record.</p> : null}
      {asOf < today && since > 0 ? (
        <p>
          {counted(since, "value")} corrected since {dateWords(asOf)}, the day that is shown.
        </p>
      ) : null}
      {corrections.length > 0 ? <Table corrections={corrections.slice(0, OPEN)} page={page} /> : null}
      {earlier.length > 0 ? (
        <details className={tables.details}>
          <summary>
            Earlier <span className={tables.count}>{counted(earlier.length, "correction")}</span>
          </summary>
          <Table corrections={earlier} page={page} />
        </details>
      ) : null}
    </section>
  );
}
