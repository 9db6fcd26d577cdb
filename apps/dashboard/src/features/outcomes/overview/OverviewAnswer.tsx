import type { Overview } from "@soundings/clinical";
import { NationalContext } from "../context/NationalContext.tsx";
import { Attendance } from "./Attendance.tsx";
import { answerWords } from "./answer-words.ts";
import { Change } from "./Change.tsx";
import { EmptyCohort } from "./EmptyCohort.tsx";
import { Ended } from "./Ended.tsx";
import { FiveFigures } from "./FiveFigures.tsx";
import { Flow } from "./Flow.tsx";
import { Measures } from "./Measures.tsx";
import classes from "./overview.module.css";
import { Retention } from "./Retention.tsx";
import { Screens } from "./Screens.tsx";
import { SECTIONS } from "./sections.ts";
import { Weeks } from "./Weeks.tsx";

function Answer({ overview }: { overview: Overview }) {
  const { first, rest } = answerWords(overview);
  return (
    <div className={classes.answer}>
      <p className={classes.first}>{first.join(" ")}</p>
      <p className={classes.rest}>{rest.join(" ")}</p>
    </div>
  );
}

/** The figures of one question. */
export function OverviewAnswer({ overview }: { overview: Overview }) {
  if (overview.all.flow.discharged === 0) {
    return (
      <>
        <EmptyCohort overview={overview} />
        {overview.admitted === 0 ? null : <Retention overview={overview} />}
      </>
    );
  }
  return (
    <>
      <Answer overview={overview} />
      <nav className={classes.sections} aria-label="On this page">
        {SECTIONS.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <div className={classes.parts}>
        <FiveFigures overview={overview} />
        <Flow overview={overview} />
        <Measures overview={overview} />
        <Change overview={overview} />
        <Retention overview={overview} />
        <Ended overview={overview} />
        <Attendance overview={overview} />
        <Screens overview={overview} />
        <Weeks overview={overview} />
        <NationalContext own={overview.all} />
      </div>
    </>
  );
}
