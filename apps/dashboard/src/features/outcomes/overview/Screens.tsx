import type { Overview } from "@soundings/clinical";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { percentWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import { Part, Section } from "../parts/Section.tsx";
import { runGroups } from "./run-groups.ts";
import { titleOf } from "./sections.ts";

type Screened = Overview["all"]["screens"];

function Shares({ screens }: { screens: Screened }) {
  const { negative, submitted, scheduled, percent_negative_submitted, percent_negative_scheduled } = screens;
  const of = (count: number) => `${negative.toLocaleString("en-US")} of ${count.toLocaleString("en-US")}`;
  return (
    <PlainTable
      caption="Negative drug screens, of those submitted and of those scheduled"
      columns={["Negative", "Screens", "Share"]}
      rows={[
        {
          key: "submitted",
          cells: ["Of those submitted", of(submitted), percentWords(percent_negative_submitted)],
        },
        {
          key: "scheduled",
          cells: [
            "Of those scheduled, excused ones left out",
            of(scheduled),
            percentWords(percent_negative_scheduled),
          ],
        },
      ]}
    />
  );
}

/** Drug screens of those discharged, never without those that were missed. */
export function Screens({ overview: { all, longestRuns } }: { overview: Overview }) {
  const { screens } = all;
  return (
    <Section
      id="screens"
      title={titleOf("screens")}
      lead="Of those submitted says nothing of screens that were missed or refused; of those scheduled counts them as not negative."
    >
      {screens.scheduled === 0 && screens.submitted === 0 ? (
        <NoDataText missing="no screens are on record for these people" />
      ) : (
        <>
          <Shares screens={screens} />
          <p>
            <NumberLink set={{ of: "screens" }} count={screens.scheduled} who="">
              Their people, with the screens of each
            </NumberLink>
          </p>
          <Part title="Longest run of negative screens in a row">
            <PlainTable
              caption="Longest run of negative screens in a row; a scheduled screen that was missed ends it"
              columns={["Longest run", "People"]}
              rows={runGroups(longestRuns).map(({ words, count }) => ({
                key: words,
                cells: [words, count.toLocaleString("en-US")],
              }))}
            />
          </Part>
        </>
      )}
    </Section>
  );
}
