import type { LevelsAnswer, Rate } from "@soundings/clinical";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { percentWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import { RateText } from "../parts/RateText.tsx";
import { Section } from "../parts/Section.tsx";
import {
  daysWords,
  ENDS_MEAN,
  levelName,
  middleHalf,
  narrowInterval,
  OTHER_ENDS,
  RETURNS_MEAN,
} from "./words.ts";

/** Days at each level. */
export function Stays({ stays }: Pick<LevelsAnswer, "stays">) {
  return (
    <Section
      id="stays"
      title="Days at each level"
      lead="Of those discharged: the time at a level from its first day to the next level or the end of the stay. Who came back to a level inside a stay counts there once more."
    >
      {stays.length === 0 ? (
        <p>
          <NoDataText missing="no stay of this question has ended at a level on record" />
        </p>
      ) : (
        <PlainTable
          caption="Days at each level"
          columns={["Level", "n", "Median days", "Middle half"]}
          rows={stays.map((stay) => ({
            key: stay.level,
            cells: [
              levelName(stay.level),
              <NumberLink
                key="n"
                set={{ of: "placed", level: stay.level }}
                count={stay.n}
                who={`times at ${levelName(stay.level)}`}
              />,
              daysWords(stay.median),
              middleHalf(stay),
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** How stays ended. */
export function Ends({ ends: { planned, unplanned, other, unknown } }: Pick<LevelsAnswer, "ends">) {
  return (
    <Section id="ends" title="Planned and unplanned ends" lead={ENDS_MEAN}>
      <PlainTable
        caption="Ends of stays"
        columns={["End", "Of all discharged, 95 % interval"]}
        rows={[
          {
            key: "planned",
            cells: [
              "Planned",
              <RateText key="rate" rate={planned} measure="completion" name="a planned end" />,
            ],
          },
          {
            key: "unplanned",
            cells: [
              "Unplanned",
              <RateText key="rate" rate={unplanned} measure="against-advice" name="an unplanned end" />,
            ],
          },
          {
            key: "other",
            cells: [
              OTHER_ENDS,
              <NumberLink
                key="count"
                set={{ of: "ended-otherwise" }}
                count={other}
                who="discharged for another reason"
              />,
            ],
          },
          {
            key: "unknown",
            cells: [
              "Reason not recorded",
              <NumberLink
                key="count"
                set={{ of: "ended", reason: null }}
                count={unknown}
                who="discharged, reason not recorded"
              />,
            ],
          },
        ]}
      />
    </Section>
  );
}

function ReturnText({ rate, days }: { rate: Rate; days: 30 | 90 }) {
  const { numerator, denominator, low, high } = rate;
  if (rate.rate === null) return <NoDataText missing="no discharge was followed so long" />;
  return (
    <span>
      <NumberLink
        set={{ of: "returned", part: `within-${days}` }}
        count={numerator}
        who={`returned within ${days} days`}
      />{" "}
      of{" "}
      <NumberLink
        set={{ of: "returned", part: `followed-${days}` }}
        count={denominator}
        who={`discharges followed for ${days} days`}
      />
      , {percentWords(rate.rate)}, {narrowInterval(low, high)}
    </span>
  );
}

/** Who came back. */
export function Returns({ returned: { within30, within90 } }: Pick<LevelsAnswer, "returned">) {
  return (
    <Section id="returns" title="Returns" lead={RETURNS_MEAN}>
      <PlainTable
        caption="Returns after discharge"
        columns={["Returned", "Of discharges followed so long, 95 % interval"]}
        rows={[
          {
            key: "30",
            cells: ["Within 30 days", <ReturnText key="rate" rate={within30} days={30} />],
          },
          {
            key: "90",
            cells: ["Within 90 days", <ReturnText key="rate" rate={within90} days={90} />],
          },
        ]}
      />
    </Section>
  );
}
