import type { TrendsFilter } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { ChoiceField } from "../../ui/fields.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { COLUMNS } from "./columns/index.ts";
import classes from "./filters.module.css";
import { narrowingCount, scopeOf, withChoice } from "./search.ts";
import { TrendsLink } from "./TrendsLink.tsx";

const PAUSE_MS = 250;

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
      <SearchField
        label="Medication"
        placeholder="Medication"
        maxLength={60}
        pauseMs={PAUSE_MS}
        text={filter.medication ?? ""}
        onSearch={(medication) => choose({ medication }, true)}
      />
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
