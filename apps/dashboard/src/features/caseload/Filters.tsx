import { LEVELS_OF_CARE, URGENCIES } from "@soundings/clinical";
import type { CaseloadFilter, CaseloadOptions, RuleFacts } from "@soundings/contract";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { URGENCY_MARKS } from "../../ui/marks/urgency.ts";
import classes from "./Filters.module.css";
import { type Choice, ChoiceField, ToggleField } from "./fields.tsx";
import { SearchField } from "./SearchField.tsx";
import { SortField } from "./SortField.tsx";
import { narrowingCount, withChoice } from "./search.ts";
import { levelWords } from "./words.ts";

interface FiltersProps {
  readonly filter: CaseloadFilter;
  readonly options: CaseloadOptions | undefined;
  readonly findings: readonly RuleFacts[];
}

const LEVELS: readonly Choice[] = LEVELS_OF_CARE.map((level) => ({
  value: level,
  label: levelWords(level),
}));
const URGENCY_CHOICES: readonly Choice[] = URGENCIES.map((value) => ({
  value,
  label: URGENCY_MARKS[value].word,
}));

/** Everything by which the list can be narrowed, all of it in the address. */
export function Filters({ filter, options, findings }: FiltersProps) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const choose = (choice: Partial<Record<keyof CaseloadFilter, unknown>>) =>
    navigate({ to: "/caseload", search: withChoice(filter, choice), resetScroll: false });
  const therapists = (options?.staff ?? [])
    .filter(({ role }) => role === "therapist")
    .map(({ staffId, name }) => ({ value: staffId, label: name }));
  const programs = (options?.programs ?? []).map(({ programId, name }) => ({
    value: programId,
    label: name,
  }));
  const chosen = narrowingCount(filter) + (filter.therapist ? 1 : 0) + (filter.program ? 1 : 0);
  return (
    <search className={classes.filters} data-open={open || undefined}>
      <SearchField
        text={filter.q ?? ""}
        onSearch={(q) => navigate({ to: "/caseload", search: withChoice(filter, { q }), replace: true })}
      />
      <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters{chosen > 0 ? ` (${chosen})` : ""}
      </button>
      <div className={classes.panel}>
        <ChoiceField
          label="Therapist"
          all="All therapists"
          value={filter.therapist}
          choices={therapists}
          onChoose={(therapist) => choose({ therapist })}
        />
        <ChoiceField
          label="Program"
          all="All programs"
          value={filter.program}
          choices={programs}
          onChoose={(program) => choose({ program })}
        />
        <ChoiceField
          label="Level of care"
          all="All levels"
          value={filter.level}
          choices={LEVELS}
          onChoose={(level) => choose({ level })}
        />
        <ChoiceField
          label="Finding"
          all="Any finding"
          value={filter.finding}
          choices={findings.map(({ rule, title }) => ({ value: rule, label: title }))}
          onChoose={(finding) => choose({ finding })}
        />
        <ChoiceField
          label="Urgency"
          all="Any urgency"
          value={filter.urgency}
          choices={URGENCY_CHOICES}
          onChoose={(urgency) => choose({ urgency })}
        />
        <SortField filter={filter} />
        <ToggleField
          label="Measure overdue"
          on={filter.overdue === true}
          onChange={(overdue) => choose({ overdue })}
        />
        <ToggleField
          label="Ready to step down"
          on={filter.ready === true}
          onChange={(ready) => choose({ ready })}
        />
        {chosen > 0 ? (
          <Link to="/caseload" search={withChoice({}, { asOf: filter.asOf })} className={classes.clear}>
            Clear all
          </Link>
        ) : null}
      </div>
    </search>
  );
}
