import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "../../lib/me.ts";
import { saveFile } from "../../lib/save-file.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { problemOf } from "../../ui/problem.ts";
import classes from "./SetAside.module.css";

interface DownloadCsvProps {
  readonly files: readonly string[];
  readonly batchId: string | undefined;
}

/** One file of rows for each file of the export, with a `problem` column. */
export function DownloadCsv({ files, batchId }: DownloadCsvProps) {
  const trpc = useTRPC();
  const may = useMay();
  const queryClient = useQueryClient();
  const [said, setSaid] = useState("");
  const download = async (file: string) => {
    try {
      const input = batchId === undefined ? { file } : { file, batchId };
      const csv = await queryClient.fetchQuery({
        ...trpc.imports.setAsideCsv.queryOptions(input),
        staleTime: 0,
      });
      saveFile(csv.name, csv.text);
      setSaid(
        csv.truncated
          ? `The first ${csv.rows} rows were saved. Choose one import to save all of its rows, or write them all with soundings set-aside --csv.`
          : "",
      );
    } catch (error) {
      setSaid(problemOf(error).title);
    }
  };
  if (files.length === 0 || !may("imports.values")) return null;
  return (
    <div className={classes.downloads}>
      <span>Save as CSV, an internal copy with patient data:</span>
      {files.map((file) => (
        <button key={file} type="button" className={classes.download} onClick={() => download(file)}>
          {file}
        </button>
      ))}
      <span role="status">{said}</span>
    </div>
  );
}
