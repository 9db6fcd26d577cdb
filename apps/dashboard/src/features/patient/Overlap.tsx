import type { EpisodeListing, PatientPage } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { usePatientAddress } from "./address.ts";
import classes from "./opened-outside.module.css";
import { overlapping } from "./overlaps.ts";
import { stayWords } from "./words.ts";

function Stay({ episode }: { episode: EpisodeListing }) {
  const { patientId, search } = usePatientAddress();
  return (
    <Link
      to="/patients/$patientId"
      params={{ patientId }}
      search={{ ...search, episodeId: episode.episodeId, finding: undefined }}
    >
      {`${episode.programName}, ${stayWords(episode)}`}
    </Link>
  );
}

/** Two stays at one time are most likely a mistake in the records: what is dated in both counts in the later one. */
export function Overlap({ page }: { page: PatientPage }) {
  const shown = page.episodes.find(({ episodeId }) => episodeId === page.picture.episodeId);
  const others = overlapping(page.episodes, page.picture.episodeId);
  if (!shown || others.length === 0) return null;
  return (
    <section className={classes.strip} aria-label="Stays that overlap">
      <p>
        <strong>Two stays overlap.</strong> Shown here: <Stay episode={shown} />. At the same time:{" "}
        {others.map((episode, place) => (
          <span key={episode.episodeId}>
            {place > 0 ? "; " : ""}
            <Stay episode={episode} />
          </span>
        ))}
        . What is dated in both belongs to the later admission. One of the dates is probably wrong: correct it
        here or in the clinic's export.
      </p>
    </section>
  );
}
