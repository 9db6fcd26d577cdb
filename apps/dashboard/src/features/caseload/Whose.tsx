import type { CaseloadFilter, CaseloadOptions } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { useMe } from "../../lib/me.ts";
import { lastWhose } from "../../lib/whose.ts";
import { ChoiceField } from "../../ui/fields.tsx";
import { listAt, withChoice } from "./search.ts";
import classes from "./Whose.module.css";

type Staff = CaseloadOptions["staff"];

const ROLES = [
  { role: "therapist", name: "Therapists" },
  { role: "prescriber", name: "Prescribers" },
] as const;

function staffGroups(staff: Staff) {
  return ROLES.map(({ role, name }) => ({
    name,
    choices: staff
      .filter((person) => person.role === role)
      .map((person) => ({ value: person.staffId, label: person.name })),
  }));
}

interface WhoseProps {
  readonly filter: CaseloadFilter;
  readonly options: CaseloadOptions | undefined;
}

/** Whose patients the list holds. The last choice is where the list begins until one signs out. */
export function Whose({ filter, options }: WhoseProps) {
  const navigate = useNavigate();
  const me = useMe();
  const choose = (choice: Pick<CaseloadFilter, "therapist" | "prescriber" | "program">) => {
    const next = withChoice(filter, choice);
    if (me) lastWhose.keep(me.personId, next);
    navigate({ ...listAt(next), resetScroll: false });
  };
  const choosePerson = (id: string | undefined) => {
    const prescribes = options?.staff.find(({ staffId }) => staffId === id)?.role === "prescriber";
    choose({ therapist: prescribes ? undefined : id, prescriber: prescribes ? id : undefined });
  };
  const programs = options?.programs.map(({ programId, name }) => ({ value: programId, label: name }));
  const isEveryone = !(filter.therapist || filter.prescriber || filter.program);
  return (
    <>
      <div className={classes.whose}>
        <span>of</span>
        <ChoiceField
          label="Therapist or prescriber"
          all="everyone"
          value={filter.therapist ?? filter.prescriber}
          groups={options && staffGroups(options.staff)}
          onChoose={choosePerson}
        />
        <span>in</span>
        <ChoiceField
          label="Program"
          all="all programs"
          value={filter.program}
          groups={programs && [{ choices: programs }]}
          onChoose={(program) => choose({ program })}
        />
      </div>
      {isEveryone && me && lastWhose.read(me.personId) === null ? (
        <p className={classes.hint}>Choose whose patients you see: it is kept until you sign out.</p>
      ) : null}
    </>
  );
}
