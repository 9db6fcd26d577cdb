import type { Evidence } from "@soundings/clinical";
import type { PatientPage as Page } from "@soundings/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { evidenceSet } from "../../charts/evidence.ts";
import { isRefusal } from "../../lib/auth.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { useAskedPlace } from "../../lib/use-asked-place.ts";
import { AsOfStrip } from "../../ui/AsOf.tsx";
import { useKeys } from "../../ui/keys.ts";
import { OpenOutsideButton } from "../../ui/OpenOutsideButton.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Attendance } from "./Attendance.tsx";
import { usePatientAddress } from "./address.ts";
import { Corrections } from "./Corrections.tsx";
import { type CorrectedKeys, correctedKeys } from "./correction-words.ts";
import { Episodes } from "./Episodes.tsx";
import { Findings } from "./Findings.tsx";
import { Items } from "./Items.tsx";
import { Medication } from "./medication/Medication.tsx";
import { OpenedOutside } from "./OpenedOutside.tsx";
import { Overlap } from "./Overlap.tsx";
import { PatientHeader } from "./PatientHeader.tsx";
import { PatientSkeleton } from "./PatientSkeleton.tsx";
import classes from "./page.module.css";
import { Screens } from "./Screens.tsx";
import { SectionNav } from "./SectionNav.tsx";
import { StayTimeline } from "./StayTimeline.tsx";
import { StepDown } from "./StepDown.tsx";
import { usePoint } from "./use-point.ts";
import { ValueTables } from "./ValueTables.tsx";
import { WhatChanged } from "./WhatChanged.tsx";

interface ContentProps {
  readonly page: Page;
  /** The rule of the chosen finding. */
  readonly chosen: string | null;
  /** What lies below the timeline follows in a second step, so that the timeline stands sooner. */
  readonly inSteps: boolean;
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
      {page.corrections.some(({ sinceChosenDay }) => sinceChosenDay)
        ? " Values corrected since are marked."
        : null}
    </AsOfStrip>
  );
}

interface BelowProps {
  readonly page: Page;
  readonly evidence: readonly Evidence[] | null;
  readonly corrected: CorrectedKeys;
}

function Below({ page, evidence, corrected }: BelowProps) {
  return (
    <>
      <Items page={page} chosen={evidenceSet(evidence)} />
      <Medication page={page} />
      <div className={classes.pair}>
        <div className={classes.column}>
          <Attendance picture={page.picture} />
          <Screens page={page} />
        </div>
        <StepDown page={page} />
      </div>
      <ValueTables page={page} corrected={corrected} />
      <Corrections page={page} />
      <Episodes page={page} />
    </>
  );
}

function Content({ page, chosen, inSteps }: ContentProps) {
  const corrected = useMemo(() => correctedKeys(page.corrections), [page.corrections]);
  const finding = page.findings.find(({ rule }) => rule === chosen) ?? null;
  const { point, day, choose, leaveDay } = usePoint(`${page.picture.episodeId} ${chosen}`);
  useKeys({ Escape: () => choose(null) });
  const isWhole = useDeferredValue(true, !inSteps);
  useAskedPlace(isWhole && inSteps);
  const evidence = useMemo(() => (point ? [point] : (finding?.evidence ?? null)), [point, finding]);
  return (
    <>
      {page.openedOutside ? <OpenedOutside {...page.openedOutside} /> : null}
      {page.asOf === page.today ? null : <EarlierDay page={page} />}
      <PatientHeader page={page} />
      <Overlap page={page} />
      <SectionNav />
      <div className={classes.overview}>
        <Findings page={page} chosen={finding ? chosen : null} />
        <div className={classes.timeline} id="timeline">
          <StayTimeline
            page={page}
            evidence={evidence}
            day={day}
            onDayLeft={leaveDay}
            corrected={corrected.since}
          />
        </div>
        <WhatChanged page={page} point={point} onPoint={choose} />
      </div>
      {isWhole ? <Below page={page} evidence={evidence} corrected={corrected} /> : null}
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
  // Whoever comes back to a page that is still kept finds it whole, at the place where it was left.
  const [wasKept] = useState(query.data !== undefined);
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
      {page ? <Content page={page} chosen={finding ?? null} inSteps={!wasKept} /> : null}
      {page || query.error ? null : <PatientSkeleton />}
    </div>
  );
}
