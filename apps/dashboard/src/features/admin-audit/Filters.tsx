import { AUDIT_EVENTS, type AuditFilter, type AuditPage } from "@soundings/contract";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { ChoiceField, ToggleField } from "../../ui/fields.tsx";
import { usePause } from "../../ui/use-pause.ts";
import classes from "./AuditPage.module.css";
import { isNarrowed, withChoice } from "./search.ts";

const EVENTS = [{ choices: Object.entries(AUDIT_EVENTS).map(([value, label]) => ({ value, label })) }];
const OUTCOMES = [
  {
    choices: [
      { value: "done", label: "Done" },
      { value: "refused", label: "Refused" },
      { value: "failed", label: "Failed" },
    ],
  },
];
const PAUSE_MS = 400;

interface TypedProps {
  readonly label: string;
  readonly type: "date" | "text";
  readonly text: string | undefined;
  readonly onChoose: (text: string | undefined) => void;
}

/** The address follows the typing after a pause, so that each look is entered in the audit once. */
function Typed({ label, type, text = "", onChoose }: TypedProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(PAUSE_MS);
  useEffect(() => {
    if (field.current && !pause.isAsked()) field.current.value = text;
  }, [text, pause]);
  return (
    <div className={classes.named}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type={type}
        className={type === "date" ? classes.day : classes.record}
        defaultValue={text}
        maxLength={64}
        autoComplete="off"
        onChange={({ currentTarget }) =>
          pause.ask(() =>
            onChoose(currentTarget.value.trim() === "" ? undefined : currentTarget.value.trim()),
          )
        }
      />
    </div>
  );
}

interface FiltersProps {
  readonly filter: AuditFilter;
  readonly people: AuditPage["people"] | undefined;
}

export function Filters({ filter, people }: FiltersProps) {
  const navigate = useNavigate();
  const choose = (choice: Partial<Record<keyof AuditFilter, unknown>>) =>
    navigate({ to: "/admin/audit", search: withChoice(filter, choice), replace: true, resetScroll: false });
  const choices = people?.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <search className={classes.filters} aria-label="Entries to show">
      <Typed label="From" type="date" text={filter.from} onChoose={(from) => choose({ from })} />
      <Typed label="to" type="date" text={filter.to} onChoose={(to) => choose({ to })} />
      <ChoiceField
        label="Person"
        all="Anybody"
        value={filter.person}
        groups={choices && [{ choices }]}
        onChoose={(person) => choose({ person })}
      />
      <Typed
        label="Record number"
        type="text"
        text={filter.patient}
        onChoose={(patient) => choose({ patient })}
      />
      <ChoiceField
        label="Event"
        all="Any event"
        value={filter.event}
        groups={EVENTS}
        onChoose={(event) => choose({ event })}
      />
      <ChoiceField
        label="Outcome"
        all="Any outcome"
        value={filter.outcome}
        groups={OUTCOMES}
        onChoose={(outcome) => choose({ outcome })}
      />
      <ToggleField
        label="Only from outside"
        on={filter.outside ?? false}
        onChange={(outside) => choose({ outside })}
      />
      {isNarrowed(filter) ? (
        <Link to="/admin/audit" search={{}}>
          Show all
        </Link>
      ) : null}
    </search>
  );
}
