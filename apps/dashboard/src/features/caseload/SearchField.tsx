import { useEffect, useId, useRef } from "react";
import { useKeys } from "../../ui/keys.ts";
import classes from "./Filters.module.css";

const PAUSE_MS = 180;

interface SearchFieldProps {
  /** What the address says. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** The address follows the typing after a short pause; the field follows the address while nobody types in it. */
export function SearchField({ text, onSearch }: SearchFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useKeys({ "/": () => field.current?.select() });
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = (typed: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
  };
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
        onChange={(event) => follow(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <span className={classes.key} aria-hidden="true">
        /
      </span>
    </div>
  );
}
