import type { PatientPage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { counted } from "../../ui/numbers.ts";
import { AsOfControl } from "./AsOf.tsx";
import classes from "./page.module.css";
import { weekOfStay } from "./words.ts";

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who it is, where in the stay, and who is responsible. */
export function PatientHeader({ page }: { page: PatientPage }) {
  const { patient, picture, asOf, today } = page;
  const level = LEVEL_MARKS[picture.levelOfCare];
  const sex = patient.sex === null || patient.sex === "unknown" ? "" : `, ${codeWords(patient.sex)}`;
  const days = picture.daysAtLevel;
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <h1 className={classes.name}>{`${patient.givenName} ${patient.familyName}`}</h1>
        <p className={classes.record}>
          {page.age} years{sex} · record {patient.patientId}
        </p>
        <AsOfControl asOf={asOf} today={today} />
      </div>
      <dl className={classes.facts}>
        <Fact term="Program">{`${page.programName}, ${weekOfStay(page)}`}</Fact>
        <Fact term="Level of care">
          {`${level.symbol ?? level.word}${days === null ? ", days at level: no data" : `, ${counted(days, "day")} at this level`}`}
        </Fact>
        <Fact term="Admitted">{dateWords(picture.admittedOn, asOf)}</Fact>
        <Fact term="Therapist">{page.therapistName ?? "no data"}</Fact>
        <Fact term="Prescriber">{page.prescriberName ?? "no data"}</Fact>
      </dl>
    </header>
  );
}
