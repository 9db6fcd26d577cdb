import type { Overview } from "@soundings/clinical";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { counted } from "../../../ui/numbers.ts";
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
  const screened = longestRuns.reduce((sum, { episodes }) => sum + episodes, 0);
  const unscreened = all.flow.discharged - screened;
  return (
    <Section
      id="screens"
      title={titleOf("screens")}
      lead="The share of submitted screens leaves out those that were missed or refused; the share of scheduled ones counts them as not negative."
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
          <Part title="Longest run of negative screens">
            <p>
              Of {counted(screened, "person", "people")} with a scheduled screen. A missed one ends a run.
              {unscreened === 0 ? "" : ` ${counted(unscreened, "person", "people")} had no screen scheduled.`}
            </p>
            <PlainTable
              caption="Longest run of negative screens in a row; a scheduled screen that was missed ends it"
              columns={["Screens in a row", "People"]}
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
