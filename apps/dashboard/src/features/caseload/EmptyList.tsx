import type { CaseloadFilter } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../lib/me.ts";
import { Notice } from "../../ui/Notice.tsx";
import { OpenOutsideButton } from "../../ui/OpenOutsideButton.tsx";
import { ListLink } from "./ListLink.tsx";
import { narrowingCount, scopeOf, withChoice } from "./search.ts";

interface EmptyListProps {
  readonly filter: CaseloadFilter;
  /** The filter as a person would say it. */
  readonly words: readonly string[];
}

const isOfSomebody = ({ therapist, prescriber, program }: CaseloadFilter) =>
  therapist !== undefined || prescriber !== undefined || program !== undefined;

/** Why the list is empty, and the ways on from there. */
export function EmptyList({ filter, words }: EmptyListProps) {
  const may = useMay();
  const narrowed = narrowingCount(filter) > 0;
  if (!narrowed && !isOfSomebody(filter)) {
    return (
      <Notice
        kind="empty"
        title={filter.asOf ? "Nobody was in treatment on that day." : "Nobody is in treatment."}
      >
        Patients appear here once a clinic export with episodes has been imported: run{" "}
        <code>soundings import</code> with the folder, then look at <Link to="/imports">Imports</Link> for
        rows that were set aside.
      </Notice>
    );
  }
  const everybody = withChoice(filter, { therapist: undefined, prescriber: undefined, program: undefined });
  return (
    <Notice kind="empty" title="No patient fits these filters.">
      <p>
        {words.join(" · ")}. Listed are patients in treatment, and those who need somebody just before
        admission or after discharge.
      </p>
      <ul>
        {narrowed ? (
          <li>
            <ListLink to={scopeOf(filter)}>Show the whole list</ListLink>
          </li>
        ) : null}
        {isOfSomebody(filter) ? (
          <li>
            <ListLink to={everybody}>
              {narrowed ? "Look among everyone's patients" : "Show every therapist and program"}
            </ListLink>
          </li>
        ) : null}
        {may("patient.open_outside") ? (
          <li>
            <OpenOutsideButton />
          </li>
        ) : null}
      </ul>
    </Notice>
  );
}
