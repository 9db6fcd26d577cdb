import type { Overview } from "@soundings/clinical";
import { counted } from "../../../ui/numbers.ts";
import { endWords } from "../parts/measure-words.ts";
import { NumberLink } from "../parts/NumberLink.tsx";
import { percentWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import { Section } from "../parts/Section.tsx";
import { titleOf } from "./sections.ts";

/** Every discharge by its reason. */
export function Ended({ overview: { ended, all } }: { overview: Overview }) {
  const { discharged } = all.flow;
  return (
    <Section id="ended" title={titleOf("ended")}>
      <PlainTable
        caption="How the stays of those discharged ended"
        columns={["Ended", "People", `Of ${counted(discharged, "discharge", "discharges")}`]}
        rows={ended.map(({ reason, count }) => ({
          key: reason ?? "unknown",
          cells: [
            endWords(reason),
            <NumberLink key="n" set={{ of: "ended", reason }} count={count} who={endWords(reason)} />,
            percentWords(discharged === 0 ? null : count / discharged),
          ],
        }))}
      />
    </Section>
  );
}
