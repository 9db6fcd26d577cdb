import type { PatientPage as Page } from "@soundings/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { evidenceSet } from "../../charts/evidence.ts";
import { Timeline } from "../../charts/Timeline.tsx";
import { isRefusal } from "../../lib/auth.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { AsOfStrip } from "../../ui/AsOf.tsx";
import { OpenOutsideButton } from "../../ui/OpenOutsideButton.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Attendance } from "./Attendance.tsx";
import { usePatientAddress } from "./address.ts";
import { Corrections, correctedKeys } from "./Corrections.tsx";
import { Episodes } from "./Episodes.tsx";
import { Findings } from "./Findings.tsx";
import { ItemGrid } from "./ItemGrid.tsx";
import { OpenedOutside } from "./OpenedOutside.tsx";
import { PatientHeader } from "./PatientHeader.tsx";
import { PatientSkeleton } from "./PatientSkeleton.tsx";
import classes from "./page.module.css";
import { Screens } from "./Screens.tsx";
import { StepDown } from "./StepDown.tsx";
import { ValueTables } from "./ValueTables.tsx";

interface ContentProps {
  readonly page: Page;
  /** The rule of the chosen finding. */
  readonly chosen: string | null;
}

/** The picture with what is said about it. */
function Overview({ page, chosen, corrected }: ContentProps & { corrected: ReadonlySet<string> }) {
  const { picture, findings, stepDown } = page;
  const evidence = findings.find(({ rule }) => rule === chosen)?.evidence ?? null;
  return (
    <div className={classes.overview}>
      <div className={classes.column}>
        <div className={classes.findings}>
          <Findings page={page} chosen={evidence ? chosen : null} />
        </div>
        <div className={classes.stepDown}>
          {stepDown ? (
            <StepDown card={stepDown} asOf={page.asOf} />
          ) : (
            <p className={classes.quiet}>
              No step-down card: it stands for active stays in partial hospitalization and intensive
              outpatient programs.
            </p>
          )}
        </div>
      </div>
      <div className={classes.column}>
        <div className={classes.timeline}>
          <Timeline picture={picture} evidence={evidence} corrected={corrected} />
        </div>
        <div className={classes.items}>
          {picture.measures.map((lane) => (
            <ItemGrid
              key={lane.instrument}
              lane={lane}
              admittedOn={picture.admittedOn}
              chosen={evidenceSet(evidence)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function EarlierDay({ page }: { page: Page }) {
  const { patientId, search } = usePatientAddress();
  const back = (
    <Link to="/patients/$patientId" params={{ patientId }} search={{ ...search, asOf: undefined }}>
      Back to today
    </Link>
  );
  return (
    <AsOfStrip day={page.asOf} back={back}>
      {page.corrections.length > 0 ? " Values corrected since are marked." : null}
    </AsOfStrip>
  );
}

function Content({ page, chosen }: ContentProps) {
  const corrected = useMemo(() => correctedKeys(page.corrections), [page.corrections]);
  return (
    <>
      {page.openedOutside ? <OpenedOutside {...page.openedOutside} /> : null}
      {page.asOf === page.today ? null : <EarlierDay page={page} />}
      <PatientHeader page={page} />
      <Overview page={page} chosen={chosen} corrected={corrected} />
      <div className={classes.pair}>
        <Attendance picture={page.picture} />
        <Screens picture={page.picture} />
      </div>
      <Corrections page={page} />
      <ValueTables picture={page.picture} corrected={corrected} />
      <Episodes page={page} />
    </>
  );
}

/** After these nothing of a patient stays on the page, such as when an opening has run out. */
const REFUSALS = ["no_such_patient", "not_allowed"] as const;

export function PatientPage() {
  const { patientId, search } = usePatientAddress();
  const { episodeId, asOf, finding } = search;
  const trpc = useTRPC();
  const query = useQuery(
    trpc.patient.page.queryOptions({ patientId, episodeId, asOf }, { placeholderData: keepPreviousData }),
  );
  const isOutOfReach = REFUSALS.some((code) => isRefusal(query.error, code));
  const isHere = query.data?.patient.patientId === patientId;
  const page = isHere && !isOutOfReach ? query.data : undefined;
  return (
    <div className={classes.page} aria-busy={query.isPlaceholderData}>
      <title>Patient · Soundings</title>
      {page ? null : <h1 className="visually-hidden">Patient</h1>}
      <QueryProblem error={query.error} onRetry={query.refetch}>
        {page ? "What stands below is the last that arrived." : null}
      </QueryProblem>
      {isRefusal(query.error, "no_such_patient") ? <OpenOutsideButton /> : null}
      {page ? <Content page={page} chosen={finding ?? null} /> : null}
      {page || query.error ? null : <PatientSkeleton />}
    </div>
  );
}
