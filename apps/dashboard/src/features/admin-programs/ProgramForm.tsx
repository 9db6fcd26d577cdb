import type { ProgramsPage } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import type { Step } from "../../ui/ConfirmDialog.tsx";
import { goToFirstWrong } from "../../ui/first-wrong.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import {
  CarePart,
  CoursePart,
  LengthPart,
  MeasuresPart,
  SchedulePart,
  ServicesPart,
  TracksPart,
} from "./CareParts.tsx";
import { type Checked, check, type ProgramProblems } from "./draft.ts";
import { HolidaysPart, OnCallPart, WorkingHoursPart } from "./HoursParts.tsx";
import classes from "./programs.module.css";
import type { ProgramDraft } from "./typed.ts";

type Settings = NonNullable<Checked["settings"]>;

interface ProgramFormProps {
  readonly draft: ProgramDraft;
  readonly people: ProgramsPage["people"];
  readonly does: string;
  readonly step: Step;
  readonly mayChange: boolean;
  readonly onChange: (draft: ProgramDraft) => void;
  readonly onSend: (settings: Settings) => void;
  /** Fields before the settings, such as the id of a new program. */
  readonly first?: ReactNode;
  /** What else is wrong, beside the settings. */
  readonly isReady?: () => boolean;
  /** What stands beside the button. */
  readonly said: ReactNode;
}

const NONE: ProgramProblems = {};

/** Every setting of a program. What is wrong is said at its field, and the first of them is gone to. */
export function ProgramForm(props: ProgramFormProps) {
  const { draft, people, does, step, mayChange, onChange, onSend, first, isReady = () => true, said } = props;
  const trpc = useTRPC();
  const today = useQuery(trpc.site.info.queryOptions()).data?.today;
  const rules = useQuery({ ...trpc.rules.list.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const [problems, setProblems] = useState<ProgramProblems | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const checked = check(draft);
    setProblems(checked.problems);
    if (isReady() && checked.settings !== null) onSend(checked.settings);
    else goToFirstWrong(event.currentTarget);
  };
  const part = {
    draft,
    problems: problems ?? NONE,
    rules: rules.data?.rules ?? [],
    onChange: (change: Partial<ProgramDraft>) => onChange({ ...draft, ...change }),
  };
  return (
    <form noValidate className={classes.form} onSubmit={send}>
      {first}
      <CarePart {...part} />
      <LengthPart {...part} />
      <TracksPart {...part} />
      <ServicesPart {...part} />
      <MeasuresPart {...part} />
      <SchedulePart {...part} />
      <CoursePart {...part} />
      <WorkingHoursPart {...part} />
      <HolidaysPart {...part} />
      <OnCallPart {...part} people={people} today={today} />
      {mayChange ? (
        <div className={classes.bar}>
          {problems ? <p role="alert">Nothing was sent. Correct the marked fields.</p> : null}
          <QueryProblem error={step.error} />
          <div className={classes.steps}>
            <button type="submit" className={buttons.framed} disabled={step.isPending}>
              {does}
            </button>
            <span role="status">{said}</span>
          </div>
        </div>
      ) : null}
    </form>
  );
}
