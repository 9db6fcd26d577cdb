import type { SetAsideEntry } from "@soundings/contract";
import { useState } from "react";
import { MendForm } from "./MendForm.tsx";
import classes from "./SetAside.module.css";

interface EntryRowProps {
  readonly entry: SetAsideEntry;
  readonly onSettled: (entry: SetAsideEntry) => void;
}

export function EntryRow({ entry, onSettled }: EntryRowProps) {
  const [open, setOpen] = useState(false);
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
          {open ? "Close" : entry.cells ? "Mend" : "Show"}
          <span className="visually-hidden">
            {" "}
            line {entry.line} of {entry.file}
          </span>
        </button>
      </div>
      {open && entry.cells ? (
        <MendForm entry={entry} cells={entry.cells} onSettled={() => onSettled(entry)} />
      ) : null}
      {open && !entry.cells ? (
        <div className={classes.raw}>
          <pre>{entry.raw}</pre>
          <p>
            This line could not be taken apart into cells. Mend it in the file and import the folder again.
          </p>
        </div>
      ) : null}
    </li>
  );
}
