import type { PatientPage } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { usePatientAddress } from "./address.ts";
import classes from "./tables.module.css";
import { stayWords } from "./words.ts";

/** All stays of the patient that were known by then, the newest first. */
export function Episodes({ page }: { page: PatientPage }) {
  const { patientId, search } = usePatientAddress();
  const { episodes, picture } = page;
  return (
    <section className={classes.section} aria-labelledby="episodes">
      <h2 id="episodes" className={classes.title}>
        {episodes.length === 1 ? "No other episode is known" : "Episodes"}
      </h2>
      <ul className={classes.list}>
        {episodes.map((episode) => (
          <li key={episode.episodeId}>
            {episode.episodeId === picture.episodeId ? (
              <strong>{episode.programName}, shown here</strong>
            ) : (
              <Link
                to="/patients/$patientId"
                params={{ patientId }}
                search={{ ...search, episodeId: episode.episodeId, finding: undefined }}
              >
                {episode.programName}
              </Link>
            )}{" "}
            <span className={classes.count}>{stayWords(episode)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
