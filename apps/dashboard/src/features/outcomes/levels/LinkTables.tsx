import type { LevelsAnswer } from "@soundings/clinical";
import { NumberLink } from "../parts/NumberLink.tsx";
import { PlainTable } from "../parts/PlainTable.tsx";
import { Part } from "../parts/Section.tsx";
import classes from "./levels.module.css";
import { type LinkStage, nodeName, stageOf } from "./words.ts";

type Links = LevelsAnswer["links"];

const STAGES: readonly { readonly stage: LinkStage; readonly title: string }[] = [
  { stage: "came", title: "How stays began" },
  { stage: "moved", title: "Moves inside a stay" },
  { stage: "went", title: "How stays ended" },
];

function StageTable({ title, links }: { title: string; links: Links }) {
  return (
    <PlainTable
      caption={title}
      columns={["From", "To", "Stays"]}
      rows={links.map(({ from, to, episodes }) => ({
        key: `${from}/${to}`,
        cells: [
          nodeName(from),
          nodeName(to),
          <NumberLink
            key="stays"
            set={{ of: "moved", from, to }}
            count={episodes}
            who={`stays, ${nodeName(from)} to ${nodeName(to)}`}
          />,
        ],
      }))}
    />
  );
}

/** The numbers of the flow; each leads to its patients. */
export function LinkTables({ links }: { links: Links }) {
  return (
    <div className={classes.parts}>
      {STAGES.map(({ stage, title }) => {
        const own = links.filter((link) => stageOf(link) === stage);
        return (
          <Part key={stage} title={title}>
            {own.length === 0 ? (
              <p className={classes.note}>None.</p>
            ) : (
              <StageTable title={title} links={own} />
            )}
          </Part>
        );
      })}
    </div>
  );
}
