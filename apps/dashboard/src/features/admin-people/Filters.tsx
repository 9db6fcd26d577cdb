import { ROLES } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { ChoiceField } from "../../ui/fields.tsx";
import { useKeys } from "../../ui/keys.ts";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";
import { usePause } from "../../ui/use-pause.ts";
import classes from "./PeoplePage.module.css";
import { type PeopleSearch, parsePeopleSearch } from "./search.ts";

const STATES = [
  {
    choices: [
      { value: "active", label: "Active" },
      { value: "invited", label: "Invited" },
      { value: "disabled", label: "Disabled" },
    ],
  },
];
const ROLE_CHOICES = [{ choices: ROLES.map((role) => ({ value: role, label: capital(ROLE_WORDS[role]) })) }];
const PAUSE_MS = 180;

export function Filters({ search }: { search: PeopleSearch }) {
  const id = useId();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(PAUSE_MS);
  const text = search.q ?? "";
  useKeys({ "/": () => field.current?.select() });
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  const choose = (choice: Record<string, unknown>) =>
    navigate({
      to: "/admin/people",
      search: parsePeopleSearch({ ...search, ...choice }),
      replace: true,
      resetScroll: false,
    });
  return (
    <search className={classes.filters} aria-label="People to show">
      <label htmlFor={id} className="visually-hidden">
        Search by name or e-mail address
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        className={classes.search}
        placeholder="Name or e-mail address"
        autoComplete="off"
        maxLength={100}
        defaultValue={text}
        onChange={({ currentTarget }) => pause.ask(() => choose({ q: currentTarget.value }))}
      />
      <ChoiceField
        label="State"
        all="Any state"
        value={search.state}
        groups={STATES}
        onChoose={(state) => choose({ state })}
      />
      <ChoiceField
        label="Role"
        all="Any role"
        value={search.role}
        groups={ROLE_CHOICES}
        onChoose={(role) => choose({ role })}
      />
    </search>
  );
}
