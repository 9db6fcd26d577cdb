import type { CaseloadOptions, TrendsFilter } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { ChoiceField } from "../../ui/fields.tsx";
import classes from "./filters.module.css";
import { withChoice } from "./search.ts";

interface WhoseProps {
  readonly filter: TrendsFilter;
  readonly options: CaseloadOptions | undefined;
}

/** Whose patients the list holds. */
export function Whose({ filter, options }: WhoseProps) {
  const navigate = useNavigate();
  const choose = (choice: Pick<TrendsFilter, "prescriber" | "program">) =>
    navigate({ to: "/trends", search: withChoice(filter, choice), resetScroll: false });
  const prescribers = options?.staff
    .filter(({ role }) => role === "prescriber")
    .map(({ staffId, name }) => ({ value: staffId, label: name }));
  const programs = options?.programs.map(({ programId, name }) => ({ value: programId, label: name }));
  return (
    <div className={classes.whose}>
      <span>of</span>
      <ChoiceField
        label="Prescriber"
        all="every prescriber"
        value={filter.prescriber}
        groups={prescribers && [{ choices: prescribers }]}
        onChoose={(prescriber) => choose({ prescriber })}
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
  );
}
