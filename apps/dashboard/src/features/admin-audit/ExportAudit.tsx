import type { AuditFilter } from "@soundings/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { saveFile } from "../../lib/save-file.ts";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { counted } from "../../ui/numbers.ts";
import { problemOf } from "../../ui/problem.ts";
import classes from "./AuditPage.module.css";

/** The entries of the filter as a file. Taking them out is entered in the audit as well. */
export function ExportAudit({ filter }: { filter: AuditFilter }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const file = await queryClient.fetchQuery({ ...trpc.audit.export.queryOptions(filter), staleTime: 0 });
      saveFile(file.name, file.text);
      const entries = counted(file.entries, "entry", "entries");
      setSaid(
        file.truncated
          ? `Only the newest ${entries} were saved. Choose fewer days to save the others.`
          : `Saved ${entries}. Taking them out is on record.`,
      );
    } catch (error) {
      setSaid(problemOf(error).title);
    }
    setBusy(false);
  };
  return (
    <div className={classes.export}>
      <span role="status">{said}</span>
      <button type="button" className={buttons.framed} disabled={busy} onClick={save}>
        Save these entries as CSV
      </button>
    </div>
  );
}
