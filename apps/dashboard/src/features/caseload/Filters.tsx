import { LEVELS_OF_CARE, URGENCIES } from "@soundings/clinical";
import type { CaseloadFilter, RuleFacts } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Choice, ChoiceField, ToggleField } from "../../ui/fields.tsx";
import { URGENCY_MARKS } from "../../ui/marks/urgency.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import classes from "./Filters.module.css";
import { ListLink } from "./ListLink.tsx";
import { SortField } from "./SortField.tsx";
import { listAt, narrowingCount, scopeOf, withChoice } from "./search.ts";
import { levelWords } from "./words.ts";

const PAUSE_MS = 180;

interface FiltersProps {
  readonly filter: CaseloadFilter;
  /** Undefined while they are on their way. */
  readonly findings: readonly RuleFacts[] | undefined;
}

interface FilterChoice {
  readonly key: "level" | "finding" | "urgency";
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[] | undefined;
}

function choicesOf(findings: FiltersProps["findings"]): readonly FilterChoice[] {
  const levels = LEVELS_OF_CARE.map((value) => ({ value, label: levelWords(value) }));
  const rules = findings?.map(({ rule, title }) => ({ value: rule, label: title }));
  const urgencies = URGENCIES.map((value) => ({ value, label: URGENCY_MARKS[value].word }));
  return [
    { key: "level", label: "Level of care", all: "All levels", choices: levels },
    { key: "finding", label: "Finding", all: "Any finding", choices: rules },
    { key: "urgency", label: "Urgency", all: "Any urgency", choices: urgencies },
  ];
}

const TOGGLES = [
  { key: "overdue", label: "Measure overdue" },
  { key: "ready", label: "Ready to step down" },
] as const;

/** Everything by which the list can be narrowed: in the address all but what is searched for. */
export function Filters({ filter, findings }: FiltersProps) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const choose = (choice: Partial<Record<keyof CaseloadFilter, unknown>>) =>
    navigate({ ...listAt(withChoice(filter, choice)), resetScroll: false });
  const chosen = narrowingCount(filter);
  return (
    <search className={classes.filters} data-open={open || undefined}>
      <SearchField
        label="Search by name or record number"
        placeholder="Name or record number"
        maxLength={100}
        pauseMs={PAUSE_MS}
        showsKey
        text={filter.q ?? ""}
        onSearch={(q) => navigate({ ...listAt(withChoice(filter, { q })), replace: true })}
      />
      <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters{chosen > 0 ? ` (${chosen})` : ""}
      </button>
      <div className={classes.panel}>
        {choicesOf(findings).map(({ key, label, all, choices }) => (
          <ChoiceField
            key={key}
            label={label}
            all={all}
            value={filter[key]}
            groups={choices && [{ choices }]}
            onChoose={(value) => choose({ [key]: value })}
          />
        ))}
        <SortField filter={filter} />
        {TOGGLES.map(({ key, label }) => (
          <ToggleField
            key={key}
            label={label}
            on={filter[key] === true}
            onChange={(on) => choose({ [key]: on })}
          />
        ))}
        {chosen > 0 ? (
          <ListLink to={scopeOf(filter)} className={classes.clear}>
            Clear filters
          </ListLink>
        ) : null}
      </div>
    </search>
  );
}
