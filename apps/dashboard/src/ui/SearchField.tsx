import { useEffect, useId, useRef } from "react";
import { useKeys } from "./keys.ts";
import classes from "./SearchField.module.css";
import { usePause } from "./use-pause.ts";

interface SearchFieldProps {
  /** What is searched for, as a listener hears it. */
  readonly label: string;
  /** The same, shorter, in the empty field. */
  readonly placeholder: string;
  readonly maxLength: number;
  /** How long nobody types before the list follows. */
  readonly pauseMs: number;
  /** What the list is searched for. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
  /** Shows the key that leads here. */
  readonly showsKey?: boolean;
}

/** The list follows the typing after a short pause; the field follows the list while nobody types in it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, maxLength, pauseMs, text, onSearch, showsKey = false } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(pauseMs);
  useKeys({ "/": () => field.current?.select() });
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  return (
    <div className={classes.search} data-key={showsKey || undefined}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        className={classes.input}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={maxLength}
        defaultValue={text}
        onChange={({ currentTarget }) => pause.ask(() => onSearch(currentTarget.value.trim()))}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // A browser empties a search field at this key: the list would lose its search on the way out of the field.
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      {showsKey ? (
        <span className={classes.key} aria-hidden="true">
          /
        </span>
      ) : null}
    </div>
  );
}
