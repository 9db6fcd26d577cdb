import type { SetAsideEntry } from "@soundings/contract";
import { useState } from "react";
import { useMay } from "../../lib/me.ts";
import { MendForm } from "./MendForm.tsx";
import classes from "./SetAside.module.css";
import { Dismiss, Withheld } from "./Withheld.tsx";

interface EntryRowProps {
  readonly entry: SetAsideEntry;
  /** What became of it, in a sentence. */
  readonly onSettled: (words: string) => void;
}

function stepOf({ cells, values }: SetAsideEntry, mayMend: boolean): string {
  return cells !== null && values === "shown" && mayMend ? "Mend" : "Show";
}

export function EntryRow({ entry, onSettled }: EntryRowProps) {
  const [open, setOpen] = useState(false);
  const may = useMay();
  const step = stepOf(entry, may("imports.mend"));
  const place = `Line ${entry.line} of ${entry.file}`;
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.where}>
          {entry.file}, line {entry.line}
        </span>
        <span>
          <span className={classes.message}>{entry.message}</span>
          <span className={classes.code}>
            {entry.column === "" ? "" : `column ${entry.column} · `}
            {entry.code}
          </span>
        </span>
        <button type="button" className={classes.mend} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Close" : step}
          <span className="visually-hidden">
            {" "}
            line {entry.line} of {entry.file}
          </span>
        </button>
      </div>
      {open && step === "Mend" && entry.cells ? (
        <MendForm entry={entry} cells={entry.cells} onSettled={() => onSettled(`${place} went in.`)} />
      ) : null}
      {open && entry.values === "withheld" ? <Withheld /> : null}
      {open && entry.raw !== null ? (
        <div className={classes.raw}>
          <pre>{entry.raw}</pre>
          <p>
            This line could not be taken apart into cells. Mend it in the file and import the folder again.
          </p>
        </div>
      ) : null}
      {open && may("imports.dismiss") ? (
        <Dismiss entry={entry} onDismissed={() => onSettled(`${place} was taken off the list.`)} />
      ) : null}
    </li>
  );
}
