import type { TrendsFilter } from "@soundings/contract";
import { Notice } from "../../ui/Notice.tsx";
import { narrowingCount, scopeOf, withChoice } from "./search.ts";
import { TrendsLink } from "./TrendsLink.tsx";

/** Why the list is empty, and the ways on from there. */
export function EmptyTrends({ filter, words }: { filter: TrendsFilter; words: readonly string[] }) {
  const isOfSome = filter.prescriber !== undefined || filter.program !== undefined;
  const isNarrowed = narrowingCount(filter) > 0;
  if (!isOfSome && !isNarrowed) {
    return (
      <Notice kind="empty" title="Nobody whom you may see is in treatment.">
        Patients appear here from the day of admission, with or without medication.
      </Notice>
    );
  }
  return (
    <Notice kind="empty" title="No patient in treatment fits this list.">
      <p>{words.join(" · ")}.</p>
      {isNarrowed ? (
        <p>
          <TrendsLink filter={scopeOf(filter)}>Clear filters</TrendsLink>
        </p>
      ) : null}
      {isOfSome ? (
        <p>
          <TrendsLink filter={withChoice(filter, { prescriber: undefined, program: undefined })}>
            Look among all patients
          </TrendsLink>
        </p>
      ) : null}
    </Notice>
  );
}
