import { type AssessmentMark, analyteName, type EpisodePicture, type MeasureLane } from "@soundings/clinical";
import { codeWords } from "../../ui/code-words.ts";
import { NoDataText, ScoreText } from "../../ui/marks/index.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { RESULT_MARK_SIGNS } from "../../ui/marks/screens.ts";
import { EARLY_MISS } from "../../ui/marks/sessions.ts";
import { qualityWords } from "./quality-words.ts";
import type { ValueRow } from "./ValueTable.tsx";

const NONE_GIVEN = "none given";
const unknown = (value: string | null) => (value === null ? <NoDataText /> : codeWords(value));
const withUnit = (value: string | null, unit: string | null) =>
  value === null ? <NoDataText /> : [value, unit].filter((part) => part !== null).join(" ");

function notesOf(lane: MeasureLane, mark: AssessmentMark): string {
  const notes = [
    mark.assessmentId === lane.baseline?.assessmentId ? "baseline" : null,
    mark.prorated ? "prorated" : null,
    mark.totalOnly ? "total only" : null,
    mark.late ? "recorded late" : null,
    mark.takesPart || mark.score === null ? null : "takes no part",
    qualityWords(mark) || null,
  ];
  return notes.filter((note) => note !== null).join(", ");
}

export function measureRows({ measures }: EpisodePicture): ValueRow[] {
  return measures
    .flatMap((lane) => lane.marks.map((mark) => ({ lane, mark })))
    .sort((a, b) => (a.mark.on < b.mark.on ? -1 : Number(a.mark.on > b.mark.on)))
    .map(({ lane, mark }) => ({
      recordType: "assessment",
      recordId: mark.assessmentId,
      cells: [
        mark.on,
        lane.name,
        mark.score === null ? "incomplete" : <ScoreText score={mark.score} band={mark.band} />,
        mark.totalOnly ? "no data" : `${mark.answered} of ${mark.itemCount}`,
        unknown(mark.mode),
        mark.recordedOn ?? <NoDataText />,
        notesOf(lane, mark),
      ],
    }));
}

export function sessionRows({ sessions }: EpisodePicture): ValueRow[] {
  return sessions.map((session) => ({
    recordType: "session",
    recordId: session.sessionId,
    cells: [
      session.on,
      session.time,
      codeWords(session.service),
      session.mark === "planned" ? "planned" : codeWords(session.status),
      `${session.scheduledMinutes} min`,
      session.deliveredMinutes === null ? "none" : `${session.deliveredMinutes} min`,
      unknown(session.modality),
      session.earlyMiss ? EARLY_MISS.word : "",
    ],
  }));
}

export function screenRows({ screens }: EpisodePicture): ValueRow[] {
  return screens.map((screen) => ({
    recordType: "screen",
    recordId: screen.screenId,
    cells: [
      screen.on,
      codeWords(screen.disposition),
      unknown(screen.specimen),
      screen.validity === null ? "not reported" : codeWords(screen.validity),
      screen.text,
      screen.results.map(({ text }) => text).join("; ") || "no results",
    ],
  }));
}

export function resultRows({ screens }: EpisodePicture): ValueRow[] {
  return screens.flatMap((screen) =>
    screen.results.map((result) => ({
      recordType: "screen_result",
      recordId: `${screen.screenId}/${result.analyte}/${result.method ?? ""}`,
      cells: [
        screen.on,
        analyteName(result.analyte),
        unknown(result.result),
        unknown(result.method),
        unknown(result.resultStatus),
        withUnit(result.value, result.unit),
        withUnit(result.cutoff, result.unit),
        RESULT_MARK_SIGNS[result.mark].word,
      ],
    })),
  );
}

export function medicationRows({ medications }: EpisodePicture): ValueRow[] {
  return medications
    .flatMap((lane) => lane.changes.map((change) => ({ lane, change })))
    .sort((a, b) => (a.change.on < b.change.on ? -1 : Number(a.change.on > b.change.on)))
    .map(({ lane, change }) => ({
      recordType: "medication_change",
      recordId: change.medicationChangeId,
      cells: [change.on, lane.medication, change.text, change.reason ?? NONE_GIVEN],
    }));
}

export function injectionRows({ injections }: EpisodePicture): ValueRow[] {
  return injections.map(({ injectionId, on, medication, text }) => ({
    recordType: "injection",
    recordId: injectionId,
    cells: [on, medication, text],
  }));
}

export function notableRows({ events, decisions }: EpisodePicture): ValueRow[] {
  const rows: ValueRow[] = [
    ...events.map(({ eventId, on, letter, text, result, note }) => ({
      recordType: "event" as const,
      recordId: eventId,
      cells: [
        on,
        letter,
        "event",
        text,
        [result, note].filter((part) => part !== null).join("; ") || NONE_GIVEN,
      ],
    })),
    ...decisions.map(({ decisionId, on, letter, text, reason }) => ({
      recordType: "decision" as const,
      recordId: decisionId,
      cells: [on, letter, "decision", text, reason ?? NONE_GIVEN],
    })),
  ];
  return rows.sort((a, b) => (String(a.cells[0]) < String(b.cells[0]) ? -1 : 1));
}

export function noteRows({ notes }: EpisodePicture, nameOf: (staffId: string) => string): ValueRow[] {
  return notes.map(({ noteId, on, text, by }) => ({
    recordType: "note",
    recordId: noteId,
    cells: [on, text, nameOf(by)],
  }));
}

export function placementRows({ placements, episodeId }: EpisodePicture): ValueRow[] {
  return placements.map(({ levelOfCare, from, to }) => ({
    recordType: "placement",
    recordId: `${episodeId}/${from}`,
    cells: [LEVEL_MARKS[levelOfCare].word, from, to ?? "present"],
  }));
}
