import type {
  Assessment,
  Chart,
  ClinicalEvent,
  Decision,
  Episode,
  Instant,
  MedicationChange,
  Placement,
  Screen,
  Session,
} from "@soundings/clinical";
import type { Days } from "./days.ts";
import type { ChartDraft, Moment, ResultDraft, StayDraft } from "./draft.ts";

interface Desk {
  readonly days: Days;
  readonly patientId: string;
  /** The identifiers of one kind of record, numbered in the order of the days. */
  readonly numbered: (letter: string) => () => string;
  readonly instant: (moment: Moment | null) => Instant | null;
}

function inOrder<T>(list: readonly T[], when: (entry: T) => Moment): T[] {
  return list.toSorted((a, b) => when(a).day - when(b).day || when(a).minute - when(b).minute);
}

const onDay = ({ day }: { readonly day: number }): Moment => ({ day, minute: 0 });

function episodesOf(
  desk: Desk,
  stays: readonly StayDraft[],
): { episodes: Episode[]; placements: Placement[] } {
  const id = desk.numbered("E");
  const placements: Placement[] = [];
  const episodes = inOrder(stays, (stay) => ({ day: stay.admitted, minute: 0 })).map((stay): Episode => {
    const episodeId = id();
    for (const placement of stay.placements) {
      placements.push({
        episodeId,
        levelOfCare: placement.level,
        startedOn: desk.days.date(placement.from),
        endedOn: placement.to === null ? null : desk.days.date(placement.to),
      });
    }
    return {
      episodeId,
      patientId: desk.patientId,
      programId: stay.programId,
      admittedOn: desk.days.date(stay.admitted),
      dischargedOn: stay.discharged === null ? null : desk.days.date(stay.discharged),
      dischargeReason: stay.reason,
      track: stay.track,
      modality: stay.modality,
      diagnoses: stay.diagnoses,
      therapistId: stay.therapistId,
      prescriberId: stay.prescriberId,
      referralSource: stay.referralSource,
      payer: stay.payer,
    };
  });
  return { episodes, placements };
}

function assessmentsOf(desk: Desk, draft: ChartDraft): Assessment[] {
  const id = desk.numbered("A");
  return inOrder(draft.measures, onDay).map((measure) => ({
    assessmentId: id(),
    patientId: desk.patientId,
    instrument: measure.instrument,
    administeredOn: desk.days.date(measure.day),
    items: measure.items,
    total: measure.total,
    mode: measure.mode,
    recordedAt: desk.instant(measure.recorded),
    status: measure.status,
  }));
}

function sessionsOf(desk: Desk, draft: ChartDraft): Session[] {
  const id = desk.numbered("S");
  return inOrder(draft.sessions, (session) => session.start).map((session) => ({
    sessionId: id(),
    patientId: desk.patientId,
    scheduledStart: desk.days.instant(session.start.day, session.start.minute),
    scheduledMinutes: session.minutes,
    service: session.service,
    status: session.status,
    attendedMinutes: session.attendedMinutes,
    modality: session.modality,
    staffId: session.staffId,
    recordedAt: desk.instant(session.recorded),
  }));
}

/** In the order of a screen's rows: analyte, then method. */
function byKey(results: readonly ResultDraft[]): ResultDraft[] {
  const key = ({ analyte, method }: ResultDraft): string => `${analyte ?? ""}/${method ?? ""}`;
  return results.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function screensOf(desk: Desk, draft: ChartDraft): Screen[] {
  const id = desk.numbered("U");
  return inOrder(draft.screens, (screen) => ({ day: screen.scheduled, minute: 0 })).map((screen) => ({
    screenId: id(),
    patientId: desk.patientId,
    scheduledOn: desk.days.date(screen.scheduled),
    collectedAt: desk.instant(screen.collected),
    disposition: screen.disposition,
    specimen: screen.specimen,
    validity: screen.validity,
    results: byKey(screen.results).map(({ recorded, ...result }) => ({
      ...result,
      recordedAt: desk.instant(recorded),
    })),
  }));
}

function medicationChangesOf(desk: Desk, draft: ChartDraft): MedicationChange[] {
  const id = desk.numbered("M");
  return inOrder(draft.medications, onDay).map(({ day, ...change }) => ({
    ...change,
    medicationChangeId: id(),
    patientId: desk.patientId,
    changedOn: desk.days.date(day),
  }));
}

function eventsOf(desk: Desk, draft: ChartDraft): ClinicalEvent[] {
  const id = desk.numbered("V");
  return inOrder(draft.events, onDay).map((event) => ({
    eventId: id(),
    patientId: desk.patientId,
    occurredOn: desk.days.date(event.day),
    kind: event.kind,
    result: event.result,
    note: event.note,
    recordedAt: desk.instant(event.recorded),
  }));
}

function decisionsOf(desk: Desk, draft: ChartDraft): Decision[] {
  const id = desk.numbered("C");
  return inOrder(draft.decisions, onDay).map((decision) => ({
    decisionId: id(),
    patientId: desk.patientId,
    decidedOn: desk.days.date(decision.day),
    decision: decision.decision,
    levelOfCare: decision.level,
    reason: decision.reason,
    staffId: decision.staffId,
    recordedAt: desk.instant(decision.recorded),
  }));
}

/** The records of a person: days become dates, moments instants, and every record gets its identifier. */
export function chartFrom(draft: ChartDraft, days: Days): Chart {
  const digits = draft.recordNumber.replace(/^D-/, "");
  const desk: Desk = {
    days,
    patientId: draft.recordNumber,
    numbered: (letter) => {
      let last = 0;
      return () => {
        last += 1;
        return `${letter}-${digits}-${String(last).padStart(3, "0")}`;
      };
    },
    instant: (moment) => (moment === null ? null : days.instant(moment.day, moment.minute)),
  };
  const { episodes, placements } = episodesOf(desk, draft.stays);
  return {
    patient: { ...draft.person, patientId: draft.recordNumber },
    episodes,
    placements,
    assessments: assessmentsOf(desk, draft),
    sessions: sessionsOf(desk, draft),
    screens: screensOf(desk, draft),
    medicationChanges: medicationChangesOf(desk, draft),
    events: eventsOf(desk, draft),
    decisions: decisionsOf(desk, draft),
  };
}
