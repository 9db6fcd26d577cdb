import type { InjectionView } from "@soundings/clinical";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { dateWords } from "../../../ui/dates.ts";
import { Glyph } from "../../../ui/marks/Glyph.tsx";
import { INJECTION_MARKS } from "../../../ui/marks/injections.ts";
import classes from "./medication.module.css";
import { injectionWords, intervalWords } from "./words.ts";

function columnsOf(asOf: string): readonly Column<InjectionView>[] {
  return [
    {
      id: "state",
      head: "Schedule",
      track: "minmax(130px, 1fr)",
      cell: (injection) => (
        <span className={classes.state} data-state={injection.state}>
          <Glyph mark={INJECTION_MARKS[injection.state]} />
          {injectionWords(injection)}
        </span>
      ),
    },
    {
      id: "drug",
      head: "Injection",
      track: "minmax(140px, 1.4fr)",
      cell: ({ medication, dose }) => `${medication} ${dose ?? ""}`.trim(),
    },
    {
      id: "interval",
      head: "Interval",
      track: "minmax(110px, 1fr)",
      cell: ({ intervalDays }) => intervalWords(intervalDays),
    },
    {
      id: "last",
      head: "Last given",
      track: "minmax(110px, 1.2fr)",
      cell: ({ lastGivenOn, givenBy }) =>
        lastGivenOn === null ? (
          <span className={classes.none}>not given yet</span>
        ) : (
          `${dateWords(lastGivenOn, asOf)}, by ${givenBy ?? "no data"}`
        ),
    },
    {
      id: "next",
      head: "Next due",
      track: "minmax(80px, 0.7fr)",
      cell: ({ nextDueOn, state }) =>
        state === "ended" ? <span className={classes.none}>none</span> : dateWords(nextDueOn, asOf),
    },
  ];
}

/** Injections by their schedule: what is furthest past its date first. */
export function Injections({ injections, asOf }: { injections: readonly InjectionView[]; asOf: string }) {
  if (injections.length === 0) return <p className={classes.none}>No injection is on a schedule.</p>;
  return (
    <DataTable
      label="Injections"
      columns={columnsOf(asOf)}
      rows={injections}
      keyOf={({ injectionId }) => injectionId}
    />
  );
}
