import type { ImportBatch } from "@soundings/contract";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { DownloadCsv } from "./DownloadCsv.tsx";
import { EntryRow } from "./EntryRow.tsx";
import classes from "./SetAside.module.css";

interface SetAsideProps {
  /** The chosen import; null for all of them. */
  readonly batch: ImportBatch | null;
  readonly batches: readonly ImportBatch[];
}

function filesOf(batches: readonly ImportBatch[]): readonly string[] {
  const files = batches.flatMap((batch) => batch.files).filter((file) => file.rejected > 0);
  return [...new Set(files.map((file) => file.file))];
}

/** The rows that did not go in, each with what is wrong and the means to mend it. */
export function SetAside({ batch, batches }: SetAsideProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [file, setFile] = useState("");
  const [said, setSaid] = useState("");
  const files = filesOf(batch ? [batch] : batches);
  const scope = { ...(batch ? { batchId: batch.batchId } : {}), ...(file ? { file } : {}) };
  const list = useInfiniteQuery(
    trpc.imports.setAside.infiniteQueryOptions(scope, { getNextPageParam: (page) => page.cursor }),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total ?? null;
  const settled = (words: string) => {
    setSaid(words);
    queryClient.invalidateQueries(trpc.imports.pathFilter());
    queryClient.invalidateQueries(trpc.caseload.pathFilter());
    queryClient.invalidateQueries(trpc.patient.pathFilter());
  };
  if (batches.every(({ open }) => open === 0) && said === "") {
    return <Notice kind="empty" title="No row is set aside." />;
  }
  return (
    <section className={classes.section} aria-labelledby="set-aside">
      <div className={classes.head}>
        <h2 id="set-aside" className={classes.title}>
          {total === null ? "Rows" : counted(total, "row")} set aside{batch ? ` from ${batch.source}` : ""}
        </h2>
        <label className={classes.file}>
          File{" "}
          <select value={file} onChange={(event) => setFile(event.currentTarget.value)}>
            <option value="">All files</option>
            {files.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DownloadCsv files={file ? [file] : files} batchId={batch?.batchId} />
      </div>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      <ul className={classes.list}>
        {rows.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onSettled={settled} />
        ))}
      </ul>
      {list.hasNextPage && total !== null ? (
        <button
          type="button"
          className={buttons.framed}
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {list.isFetchingNextPage
            ? "Loading more"
            : `Show more (${counted(total - rows.length, "row")} left)`}
        </button>
      ) : null}
    </section>
  );
}
