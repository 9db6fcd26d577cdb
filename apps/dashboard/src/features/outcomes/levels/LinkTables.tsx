import type { LevelsAnswer } from "@soundings/clinical";
import { NumberLink } from "../parts/NumberLink.tsx";
import { PlainTable } from "../parts/PlainTable.tsx";
import { Part } from "../parts/Section.tsx";
import classes from "./levels.module.css";
import { type LinkStage, nodeName, stageOf } from "./words.ts";

type Links = LevelsAnswer["links"];

const STAGES: Readonly<Record<LinkStage, string>> = {
  came: "How stays began",
  moved: "Moves inside a stay",
  went: "How stays ended",
};

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

function StagePart({ stage, links }: { stage: LinkStage; links: Links }) {
  const own = links.filter((link) => stageOf(link) === stage);
  const title = STAGES[stage];
  return (
    <Part title={title}>
      {own.length === 0 ? <p className={classes.note}>None.</p> : <StageTable title={title} links={own} />}
    </Part>
  );
}

/** The numbers of the flow; each leads to its patients. The ends, of which there are most, stand beside the rest. */
export function LinkTables({ links }: { links: Links }) {
  return (
    <div className={classes.links}>
      <div className={classes.before}>
        <StagePart stage="came" links={links} />
        <StagePart stage="moved" links={links} />
      </div>
      <StagePart stage="went" links={links} />
    </div>
  );
}
