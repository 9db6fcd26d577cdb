import type { ImportBatch } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { useMoment } from "../../lib/use-moment.ts";
import { counted } from "../../ui/numbers.ts";
import classes from "./BatchList.module.css";
import { countWords, openWords, totalOf, warningWords } from "./counts.ts";

function Batch({ batch, isChosen }: { batch: ImportBatch; isChosen: boolean }) {
  const moment = useMoment();
  const open = openWords(batch);
  const warnings = warningWords(batch.warnings);
  return (
    <li className={classes.batch} data-chosen={isChosen || undefined}>
      <div className={classes.who}>
        <span className={classes.source}>{batch.source}</span>
        <span className={classes.when}>
          {moment(batch.at)}, by {batch.by}
        </span>
      </div>
      <div>
        <p>{countWords(totalOf(batch))}</p>
        {batch.files.length > 1 ? (
          <details className={classes.files}>
            <summary>{counted(batch.files.length, "file")}</summary>
            <ul>
              {batch.files.map((file) => (
                <li key={file.file}>
                  <span>{file.file}</span> {countWords(file)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {warnings === null ? null : <p className={classes.when}>{warnings}</p>}
      </div>
      <div>
        {batch.open > 0 ? (
          <Link
            to="/imports"
            search={isChosen ? {} : { batch: batch.batchId }}
            activeOptions={{ exact: true }}
            aria-current={isChosen || undefined}
            className={classes.open}
            resetScroll={false}
          >
            {open}
          </Link>
        ) : (
          <span className={classes.when}>{open}</span>
        )}
      </div>
    </li>
  );
}

export function BatchList({ batches, chosen }: { batches: readonly ImportBatch[]; chosen: string | null }) {
  return (
    <section aria-label="Imports, newest first">
      <ul className={classes.list}>
        {batches.map((batch) => (
          <Batch key={batch.batchId} batch={batch} isChosen={batch.batchId === chosen} />
        ))}
      </ul>
    </section>
  );
}
