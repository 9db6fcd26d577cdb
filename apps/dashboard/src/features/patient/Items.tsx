import type { PatientPage } from "@soundings/contract";
import type { EvidenceSet } from "../../charts/evidence.ts";
import { useRecordActions } from "../../lib/record-actions.ts";
import { Clusters } from "./Clusters.tsx";
import { ItemGrid } from "./ItemGrid.tsx";
import { ItemMoves } from "./ItemMoves.tsx";
import { hasColumns, latestWords } from "./item-words.ts";
import pageClasses from "./page.module.css";
import classes from "./tables.module.css";

/** What the answers say: the items that moved, all of them by week, and in clusters. */
export function Items({ page, chosen }: { page: PatientPage; chosen: EvidenceSet }) {
  const { picture, course, asOf } = page;
  const { correct } = useRecordActions();
  return (
    <section className={classes.section} aria-labelledby="items">
      <h2 id="items" className={classes.title}>
        Items that moved
      </h2>
      <ItemMoves moves={course.moves} near={asOf} />
      <div className={pageClasses.items}>
        {picture.measures.map((lane) =>
          hasColumns(lane) ? (
            <ItemGrid
              key={lane.instrument}
              lane={lane}
              near={asOf}
              admittedOn={picture.admittedOn}
              chosen={chosen}
            />
          ) : (
            <p key={lane.instrument} className={classes.empty}>
              {lane.name} answers. {latestWords(lane, asOf)}
            </p>
          ),
        )}
      </div>
      {correct ? <p className={classes.hint}>Enter or a double click on an answer corrects it.</p> : null}
      <Clusters clusters={course.clusters} near={asOf} />
    </section>
  );
}
