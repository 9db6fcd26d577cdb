import { useId } from "react";
import { type Column, DataTable } from "./DataTable.tsx";
import { byPhase, type Dated, type Phase } from "./dated.ts";
import classes from "./PhaseTables.module.css";

const PHASES = ["now", "coming", "past"] as const;
const TITLES: Readonly<Record<Phase, string>> = { now: "Now", coming: "Coming", past: "Past" };

interface PhaseTablesProps<One extends Dated> {
  /** What they are, such as `Covers`. */
  readonly what: string;
  /** Undefined while they are on their way. */
  readonly all: readonly One[] | undefined;
  readonly today: string | undefined;
  readonly keyOf: (one: One) => string;
  readonly columnsOf: (phase: Phase) => readonly Column<One>[];
  /** What is said where nothing holds. */
  readonly none: Readonly<Record<Phase, string>>;
}

/** What holds for some days: now, coming and past, a table each. */
export function PhaseTables<One extends Dated>(props: PhaseTablesProps<One>) {
  const { what, all, today, keyOf, columnsOf, none } = props;
  const id = useId();
  const phases = all && today !== undefined ? byPhase(all, today) : undefined;
  return PHASES.map((phase) => {
    const rows = phases?.[phase];
    return (
      <section key={phase} className={classes.section} aria-labelledby={`${id}-${phase}`}>
        <h2 id={`${id}-${phase}`} className={classes.title}>
          {TITLES[phase]}
        </h2>
        {rows?.length === 0 ? (
          <p className={classes.none}>{none[phase]}</p>
        ) : (
          <DataTable
            label={`${what}, ${TITLES[phase].toLowerCase()}`}
            columns={columnsOf(phase)}
            rows={rows}
            keyOf={keyOf}
            isQuiet={() => phase === "past"}
          />
        )}
      </section>
    );
  });
}
