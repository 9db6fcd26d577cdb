import type { Overview } from "@soundings/clinical";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { intervalWords, percentWords } from "../parts/number-words.ts";
import { Section } from "../parts/Section.tsx";
import { titleOf } from "./sections.ts";

/** How many of their sessions those discharged came to. */
export function Attendance({ overview: { all } }: { overview: Overview }) {
  const { attended, countable, rate, low, high } = all.attendance;
  const interval = intervalWords(low, high);
  return (
    <Section id="attendance" title={titleOf("attendance")}>
      {rate === null ? (
        <NoDataText missing="no sessions that count are on record" />
      ) : (
        <p>
          {attended.toLocaleString("en-US")} of {countable.toLocaleString("en-US")} sessions were attended:{" "}
          {percentWords(rate)}
          {interval === null ? "" : `, ${interval}`}. Excused sessions and those that the program canceled do
          not count.{" "}
          <NumberLink set={{ of: "attendance" }} count={countable} who="">
            Their people, with the sessions of each
          </NumberLink>
        </p>
      )}
    </Section>
  );
}
