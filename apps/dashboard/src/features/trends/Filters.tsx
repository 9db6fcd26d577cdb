import type { TrendsFilter } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { ChoiceField } from "../../ui/fields.tsx";
import { useKeys } from "../../ui/keys.ts";
import { usePause } from "../../ui/use-pause.ts";
import { COLUMNS } from "./columns/index.ts";
import classes from "./filters.module.css";
import { narrowingCount, scopeOf, withChoice } from "./search.ts";
import { TrendsLink } from "./TrendsLink.tsx";

const PAUSE_MS = 250;

/** The list follows the typing after a short pause; the field follows the list while nobody types in it. */
function MedicationField({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(PAUSE_MS);
  useKeys({ "/": () => field.current?.select() });
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  return (
    <div>
      <label htmlFor={id} className="visually-hidden">
        Medication
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        className={classes.input}
        placeholder="Medication"
        autoComplete="off"
        maxLength={60}
        defaultValue={text}
        onChange={({ currentTarget }) => pause.ask(() => onFind(currentTarget.value.trim()))}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // A browser empties a search field at this key: the list would lose its filter on the way out of the field.
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </div>
  );
}

const MEDICATED = [
  { value: "true", label: "With medication" },
  { value: "false", label: "Without medication" },
] as const;
const SORTS = COLUMNS.flatMap(({ sort }) => sort ?? []);
const ORDERS = SORTS.filter(({ key }) => key !== "review").map(({ key, name }) => ({
  value: key,
  label: `By ${name}`,
}));

/** What narrows the list besides whose it is; where rows are blocks also its order. */
export function Filters({ filter }: { filter: TrendsFilter }) {
  const navigate = useNavigate();
  const choose = (choice: Partial<Record<keyof TrendsFilter, unknown>>, replace = false) =>
    navigate({ to: "/trends", search: withChoice(filter, choice), resetScroll: false, replace });
  const order = (key: string | undefined) =>
    choose({ sort: key, dir: SORTS.find((sort) => sort.key === key)?.first }, true);
  return (
    <search className={classes.filters}>
      <MedicationField text={filter.medication ?? ""} onFind={(medication) => choose({ medication }, true)} />
      <ChoiceField
        label="With or without medication"
        all="With or without medication"
        value={filter.medicated === undefined ? undefined : String(filter.medicated)}
        groups={[{ choices: MEDICATED }]}
        onChoose={(medicated) => choose({ medicated })}
      />
      <div className={classes.onlyNarrow}>
        <ChoiceField
          label="Order"
          all="By who needs a review"
          value={filter.sort}
          groups={[{ choices: ORDERS }]}
          onChoose={order}
        />
      </div>
      {narrowingCount(filter) > 0 ? (
        <TrendsLink filter={scopeOf(filter)} className={classes.clear}>
          Clear filters
        </TrendsLink>
      ) : null}
    </search>
  );
}
