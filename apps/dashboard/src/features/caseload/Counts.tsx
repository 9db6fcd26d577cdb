import { URGENCIES } from "@soundings/clinical";
import type { CaseloadCounts, CaseloadFilter } from "@soundings/contract";
import type { ReactNode } from "react";
import { UrgencyMark } from "../../ui/marks/index.ts";
import classes from "./Counts.module.css";
import { ListLink } from "./ListLink.tsx";
import { narrowingCount, scopeOf, withChoice } from "./search.ts";

interface CountProps {
  readonly to: CaseloadFilter;
  readonly isActive: boolean;
  readonly count: number | null;
  readonly children: ReactNode;
}

function Count({ to, isActive, count, children }: CountProps) {
  return (
    <li>
      <ListLink to={to} isCurrent={isActive} className={classes.count}>
        <span className={classes.number}>{count ?? "–"}</span> {children}
      </ListLink>
    </li>
  );
}

/** What is in the list, each number a way to the patients behind it; choosing it again goes back. */
export function Counts({ counts, filter }: { counts: CaseloadCounts | null; filter: CaseloadFilter }) {
  const scope = scopeOf(filter);
  const alone = narrowingCount(filter) === 1;
  const linkTo = (choice: Partial<CaseloadFilter>, isActive: boolean) =>
    isActive ? scope : withChoice(scope, choice);
  const overdue = alone && filter.overdue === true;
  const ready = alone && filter.ready === true;
  return (
    <ul className={classes.counts} aria-label="Counts">
      <Count to={scope} isActive={narrowingCount(filter) === 0} count={counts?.inTreatment ?? null}>
        in treatment
      </Count>
      {URGENCIES.map((urgency) => {
        const isActive = alone && filter.urgency === urgency;
        return (
          <Count
            key={urgency}
            to={linkTo({ urgency }, isActive)}
            isActive={isActive}
            count={counts?.[urgency] ?? null}
          >
            <UrgencyMark urgency={urgency} />
          </Count>
        );
      })}
      <Count to={linkTo({ overdue: true }, overdue)} isActive={overdue} count={counts?.overdue ?? null}>
        measure overdue
      </Count>
      <Count to={linkTo({ ready: true }, ready)} isActive={ready} count={counts?.ready ?? null}>
        ready to step down
      </Count>
    </ul>
  );
}
