import type { ReportFileInput } from "@soundings/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bytesOf, saveFile } from "../../../lib/save-file.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import buttons from "../../../ui/buttons.module.css";
import { problemOf } from "../../../ui/problem.ts";
import classes from "./report.module.css";

/** Prints a report, and saves it as the files that leave the program. */
export function ReportFiles({ reportId }: { reportId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [said, setSaid] = useState("");
  const [isMaking, setMaking] = useState(false);
  const save = async (form: ReportFileInput["form"]) => {
    setMaking(true);
    setSaid("");
    try {
      const options = trpc.outcomeReports.file.queryOptions({ reportId, form });
      const file = await queryClient.fetchQuery({ ...options, staleTime: 0, gcTime: 0 });
      saveFile(file.name, bytesOf(file.base64), file.mediaType);
      setSaid(`Saved as ${file.name}. That is on record.`);
    } catch (error) {
      const { title, text } = problemOf(error);
      setSaid(`${title} ${text}`);
    }
    setMaking(false);
  };
  return (
    <>
      <div className={classes.files}>
        {(["pdf", "xlsx"] as const).map((form) => (
          <button
            key={form}
            type="button"
            className={form === "pdf" ? buttons.main : buttons.framed}
            disabled={isMaking}
            onClick={() => save(form)}
          >
            Download {form.toUpperCase()}
          </button>
        ))}
        <button type="button" className={buttons.framed} onClick={() => window.print()}>
          Print
        </button>
      </div>
      <p role="status" className={classes.said}>
        {said}
      </p>
    </>
  );
}
