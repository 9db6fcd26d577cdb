import type { CalendarDate, Evidence } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Timeline } from "../../charts/Timeline.tsx";
import { useTRPC } from "../../lib/trpc.ts";
import { usePatientAddress } from "./address.ts";

interface StayTimelineProps {
  readonly page: PatientPage;
  /** The records of the chosen finding, or the one that a number speaks of. */
  readonly evidence: readonly Evidence[] | null;
  /** The day of the number that was chosen last: the line goes to it. */
  readonly day: CalendarDate | null;
  readonly onDayLeft: () => void;
  readonly corrected: ReadonlySet<string>;
}

/** The timeline of the stay of the page; the patient's other stays are asked for only when somebody wants to see all. */
export function StayTimeline({ page, evidence, day, onDayLeft, corrected }: StayTimelineProps) {
  const { patientId, search } = usePatientAddress();
  const { episodeId, asOf } = search;
  const [wantedFor, setWantedFor] = useState<string | null>(null);
  const isWanted = wantedFor === patientId && page.episodes.length > 1;
  const trpc = useTRPC();
  const asked = trpc.patient.page.queryOptions({ patientId, episodeId, asOf, span: "all" });
  const others = useQuery({ ...asked, enabled: isWanted }).data?.otherStays ?? null;
  const otherStays = useMemo(
    () => ({ pictures: others, ask: () => setWantedFor(patientId) }),
    [others, patientId],
  );
  return (
    <Timeline
      picture={page.picture}
      otherStays={page.episodes.length > 1 ? otherStays : undefined}
      evidence={evidence}
      corrected={corrected}
      day={day}
      onDayLeft={onDayLeft}
    />
  );
}
