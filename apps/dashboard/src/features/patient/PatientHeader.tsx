import type { PatientPage } from "@soundings/contract";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AsOfField } from "../../ui/AsOf.tsx";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { usePatientAddress } from "./address.ts";
import classes from "./page.module.css";
import { levelWords, stayWords, weekOfStay } from "./words.ts";

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The newest of the other stays, and how many there are besides. */
function OtherEpisodes({ page }: { page: PatientPage }) {
  const { patientId, search } = usePatientAddress();
  const others = page.episodes.filter(({ episodeId }) => episodeId !== page.picture.episodeId);
  const newest = others[0];
  if (!newest) return null;
  return (
    <Fact term={others.length === 1 ? "Other episode" : `${others.length} other episodes`}>
      <Link
        to="/patients/$patientId"
        params={{ patientId }}
        search={{ ...search, episodeId: newest.episodeId, finding: undefined }}
      >
        {stayWords(newest)}
      </Link>
      {others.length > 1 ? ", all listed below" : ""}
    </Fact>
  );
}

/** Who it is, where in the stay, and who is responsible. */
export function PatientHeader({ page }: { page: PatientPage }) {
  const { patient, picture, asOf, today } = page;
  const { patientId, search } = usePatientAddress();
  const navigate = useNavigate();
  const sex = patient.sex === null || patient.sex === "unknown" ? "" : `, ${codeWords(patient.sex)}`;
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <h1 className={classes.name}>
          <bdi>{`${patient.givenName} ${patient.familyName}`}</bdi>
        </h1>
        <p className={classes.record}>
          {page.age} years{sex} · record {patient.patientId}
        </p>
        <AsOfField
          day={asOf}
          today={today}
          onChoose={(day) =>
            navigate({
              to: "/patients/$patientId",
              params: { patientId },
              search: { ...search, asOf: day },
              resetScroll: false,
            })
          }
        />
      </div>
      <dl className={classes.facts}>
        <Fact term="Program">{`${page.programName}, ${weekOfStay(page)}`}</Fact>
        <Fact term="Level of care">{levelWords(picture)}</Fact>
        <Fact term="Admitted">{dateWords(picture.admittedOn, asOf)}</Fact>
        <Fact term="Therapist">{page.therapistName ?? "no data"}</Fact>
        <Fact term="Prescriber">{page.prescriberName ?? "no data"}</Fact>
        <OtherEpisodes page={page} />
      </dl>
    </header>
  );
}
