import type { PaperKind } from "@soundings/clinical";
import type { InternalFileInput } from "@soundings/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../lib/me.ts";
import { bytesOf, saveFile } from "../../lib/save-file.ts";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { problemOf } from "../../ui/problem.ts";
import classes from "./papers.module.css";
import { FILE_WORDS } from "./words.ts";

interface PaperStepsProps {
  readonly of: Omit<InternalFileInput, "form">;
  readonly paper: PaperKind;
  readonly mayPrint: boolean;
}

/** Prints and saves internal copies, and leads to where records leave the program. */
export function PaperSteps({ of, paper, mayPrint }: PaperStepsProps) {
  const trpc = useTRPC();
  const may = useMay();
  const queryClient = useQueryClient();
  const [said, setSaid] = useState("");
  const [making, setMaking] = useState(false);
  const save = async (form: InternalFileInput["form"]) => {
    setMaking(true);
    setSaid("");
    try {
      const options = trpc.papers.file.queryOptions({ ...of, form });
      const file = await queryClient.fetchQuery({ ...options, staleTime: 0, gcTime: 0 });
      saveFile(file.name, bytesOf(file.base64), file.mediaType);
      setSaid(`${FILE_WORDS[form]} was saved as ${file.name}, an internal copy. That is on record.`);
    } catch (error) {
      const { title, text } = problemOf(error);
      setSaid(`${title} ${text}`);
    }
    setMaking(false);
  };
  const file = (form: InternalFileInput["form"], words: string) => (
    <button type="button" className={buttons.framed} disabled={making} onClick={() => save(form)}>
      {words}
    </button>
  );
  return (
    <div className={classes.steps}>
      <div className={classes.buttons}>
        <button type="button" className={buttons.main} disabled={!mayPrint} onClick={() => window.print()}>
          Print
        </button>
        {file(paper, "Download PDF")}
        {may("disclosure.make") ? (
          <Link
            to="/patients/$patientId/consents"
            params={{ patientId: of.patientId }}
            search={{ disclose: paper, episodeId: of.episodeId }}
          >
            Send outside…
          </Link>
        ) : null}
      </div>
      <div className={classes.buttons}>
        <span>The patient's data:</span>
        {file("xlsx", "Download XLSX")}
        {file("csv", "Download CSV")}
      </div>
      <p role="status" className={classes.said}>
        {said}
      </p>
    </div>
  );
}
