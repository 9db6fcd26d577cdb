import { useEffect, useId, useRef } from "react";
import { useKeys } from "../../ui/keys.ts";
import { usePause } from "../../ui/use-pause.ts";
import classes from "./Filters.module.css";

const PAUSE_MS = 180;

interface SearchFieldProps {
  /** What the list is searched for. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** The list follows the typing after a short pause; the field follows the list while nobody types in it. */
export function SearchField({ text, onSearch }: SearchFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(PAUSE_MS);
  useKeys({ "/": () => field.current?.select() });
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  return (
    <div className={classes.search}>
      <label htmlFor={id} className="visually-hidden">
        Search by name or record number
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        className={classes.input}
        placeholder="Name or record number"
        autoComplete="off"
        maxLength={100}
        defaultValue={text}
        onChange={({ currentTarget }) => pause.ask(() => onSearch(currentTarget.value.trim()))}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // A browser empties a search field at this key: the list would lose its search on the way out of the field.
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      <span className={classes.key} aria-hidden="true">
        /
      </span>
    </div>
  );
}
