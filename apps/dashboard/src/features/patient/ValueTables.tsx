import type { AssessmentMark, EpisodePicture, MeasureLane } from "@soundings/clinical";
import { evidenceKey } from "../../charts/evidence.ts";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { NoDataText, ScoreText } from "../../ui/marks/index.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import classes from "./tables.module.css";
import { type ValueRow, ValueTable } from "./ValueTable.tsx";

const unknown = (value: string | null) => (value === null ? <NoDataText /> : codeWords(value));

function notesOf(lane: MeasureLane, mark: AssessmentMark): string {
  const notes = [
    mark.assessmentId === lane.baseline?.assessmentId ? "baseline" : null,
    mark.prorated ? "prorated" : null,
    mark.totalOnly ? "total only" : null,
    mark.late ? "recorded late" : null,
    mark.takesPart || mark.score === null ? null : "takes no part",
  ];
  return notes.filter((note) => note !== null).join(", ");
}

function measureRows({ measures }: EpisodePicture): ValueRow[] {
  return measures
    .flatMap((lane) => lane.marks.map((mark) => ({ lane, mark })))
    .sort((a, b) => (a.mark.on < b.mark.on ? -1 : Number(a.mark.on > b.mark.on)))
    .map(({ lane, mark }) => ({
      id: evidenceKey("assessment", mark.assessmentId),
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

function sessionRows({ sessions }: EpisodePicture): ValueRow[] {
  return sessions.map((session) => ({
    id: evidenceKey("session", session.sessionId),
    cells: [
      session.on,
      session.time,
      codeWords(session.service),
      session.mark === "planned" ? "planned" : codeWords(session.status),
      `${session.scheduledMinutes} min`,
      session.deliveredMinutes === null ? "none" : `${session.deliveredMinutes} min`,
      unknown(session.modality),
    ],
  }));
}

function screenRows({ screens }: EpisodePicture): ValueRow[] {
  return screens.map((screen) => ({
    id: evidenceKey("screen", screen.screenId),
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

function medicationRows({ medications }: EpisodePicture): ValueRow[] {
  return medications
    .flatMap((lane) => lane.changes.map((change) => ({ lane, change })))
    .sort((a, b) => (a.change.on < b.change.on ? -1 : Number(a.change.on > b.change.on)))
    .map(({ lane, change }) => ({
      id: evidenceKey("medication_change", change.medicationChangeId),
      cells: [change.on, lane.medication, change.text, change.reason ?? "none given"],
    }));
}

function notableRows({ events, decisions }: EpisodePicture): ValueRow[] {
  const rows = [
    ...events.map(({ eventId, on, letter, text, result, note }) => ({
      id: evidenceKey("event", eventId),
      cells: [on, letter, "event", text, [result, note].filter((part) => part !== null).join("; ")],
    })),
    ...decisions.map(({ decisionId, on, letter, text, reason }) => ({
      id: evidenceKey("decision", decisionId),
      cells: [on, letter, "decision", text, reason ?? ""],
    })),
  ];
  return rows.sort((a, b) => (String(a.cells[0]) < String(b.cells[0]) ? -1 : 1));
}

function placementRows({ placements, episodeId }: EpisodePicture): ValueRow[] {
  return placements.map(({ levelOfCare, from, to }) => ({
    id: evidenceKey("placement", `${episodeId}/${from}`),
    cells: [LEVEL_MARKS[levelOfCare].word, from, to ?? "present"],
  }));
}

interface ValueTablesProps {
  readonly picture: EpisodePicture;
  readonly corrected: ReadonlySet<string>;
}

/** Every dated value of the picture, as text. */
export function ValueTables({ picture, corrected }: ValueTablesProps) {
  return (
    <section className={`${classes.section} ${classes.values}`} aria-labelledby="values">
      <h2 id="values" className={classes.title}>
        Every value as a table
      </h2>
      <p className={classes.empty}>
        What the timeline draws from {dateWords(picture.from)} to {dateWords(picture.to)}.
      </p>
      <ValueTable
        title="Measures"
        columns={["Date", "Measure", "Score", "Items answered", "How", "Recorded", "Notes"]}
        rows={measureRows(picture)}
        corrected={corrected}
      />
      <ValueTable
        title="Sessions"
        columns={["Date", "Time", "Service", "Attendance", "Scheduled", "Delivered", "Place"]}
        rows={sessionRows(picture)}
        corrected={corrected}
      />
      <ValueTable
        title="Drug screens"
        columns={["Date", "Disposition", "Specimen", "Validity", "Reading", "Results"]}
        rows={screenRows(picture)}
        corrected={corrected}
      />
      <ValueTable
        title="Medication changes"
        columns={["Date", "Medication", "Change", "Reason"]}
        rows={medicationRows(picture)}
        corrected={corrected}
      />
      <ValueTable
        title="Events and decisions"
        columns={["Date", "Flag", "Kind", "What", "Result, note or reason"]}
        rows={notableRows(picture)}
        corrected={corrected}
      />
      <ValueTable
        title="Placements"
        columns={["Level of care", "From", "To"]}
        rows={placementRows(picture)}
        corrected={corrected}
      />
    </section>
  );
}
