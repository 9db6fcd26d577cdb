import {
  type Assessment,
  type Chart,
  compareText,
  dateOf,
  INSTRUMENTS,
  instrumentOf,
  localTimeOf,
  NO_OWN_RECORDS,
  type Screen,
  type Site,
  scoreOf,
} from "@soundings/clinical";
import type { WorkbookSheet } from "./workbook.ts";

type Row = WorkbookSheet["rows"][number];

/** What was corrected, as a sheet shows it. */
interface CorrectedValue {
  readonly recordType: string;
  readonly recordId: string;
  readonly correctedAt: string;
  readonly by: string;
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** The record was marked as entered in error: no value changed, and it counts for nothing since. */
  readonly takenBack: boolean;
}

export interface PatientFile {
  readonly chart: Chart;
  readonly site: Site;
  /** A label and a text each, for the first sheet. */
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly corrections: readonly CorrectedValue[];
}

/** Rows by their date, then by their key: the second and the first column of each. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const text = (row: Row, place: number) => String(row[place] ?? "");
  return rows.toSorted((a, b) => compareText(text(a, 1), text(b, 1)) || compareText(text(a, 0), text(b, 0)));
}

function sheet(name: string, columns: readonly string[], rows: readonly Row[]): WorkbookSheet {
  const nothing = [columns.map((_, place) => (place === 0 ? "nothing on record" : null))];
  return { name, columns, rows: rows.length === 0 ? nothing : inOrder(rows) };
}

const ITEM_PLACES = Math.max(...Object.values(INSTRUMENTS).map(({ items }) => items.length));
const ITEMS = Array.from({ length: ITEM_PLACES }, (_, place) => `item_${place + 1}`);

function itemCells(assessment: Assessment): readonly (string | number | null)[] {
  const { items } = instrumentOf(assessment.instrument);
  return ITEMS.map((_, place) => (place < items.length ? (assessment.items[place] ?? null) : "not an item"));
}

function howScored(assessment: Assessment): string {
  const { items } = instrumentOf(assessment.instrument);
  const score = scoreOf(assessment);
  if (assessment.status === "entered_in_error") return "entered in error: does not count";
  if (!score.scored) return `not scored: ${score.answered} of ${items.length} answered`;
  if (score.totalOnly) return "total as stated";
  return score.prorated ? `prorated from ${score.answered} of ${items.length} answers` : "all answers";
}

function measures({ chart }: PatientFile): WorkbookSheet {
  const { secondsTaken } = chart.own ?? NO_OWN_RECORDS;
  const rows = chart.assessments.map((one): Row => {
    const score = scoreOf(one);
    const difficulty = instrumentOf(one.instrument).difficulty.number;
    return [
      one.assessmentId,
      one.administeredOn,
      instrumentOf(one.instrument).name,
      score.scored ? score.score : null,
      score.scored ? score.band : null,
      howScored(one),
      ...itemCells(one),
      one.items[difficulty - 1] ?? null,
      one.mode,
      one.recordedAt,
      secondsTaken.get(one.assessmentId) ?? null,
    ];
  });
  const columns = ["assessment_id", "date", "measure", "score", "band", "how_scored", ...ITEMS];
  return sheet("Measures", [...columns, "difficulty", "mode", "recorded_at", "seconds_taken"], rows);
}

function sessions({ chart, site }: PatientFile): WorkbookSheet {
  const columns = [
    "session_id",
    "date",
    "time",
    "service",
    "status",
    "scheduled_minutes",
    "attended_minutes",
  ];
  const rows = chart.sessions.map(
    (one): Row => [
      one.sessionId,
      dateOf(one.scheduledStart, site.zone),
      localTimeOf(one.scheduledStart, site.zone),
      one.service,
      one.status,
      one.scheduledMinutes,
      one.attendedMinutes,
      one.modality,
      one.staffId,
      one.recordedAt,
    ],
  );
  return sheet("Sessions", [...columns, "modality", "staff_id", "recorded_at"], rows);
}

function screenRows(screen: Screen, site: Site): readonly Row[] {
  const { screenId, scheduledOn, collectedAt, disposition, specimen, validity, results } = screen;
  const on = collectedAt === null ? scheduledOn : dateOf(collectedAt, site.zone);
  const common = [screenId, on, disposition, specimen, validity] as const;
  if (results.length === 0) return [[...common, null, null, null, null, null, null, null]];
  return results.map((one) => [
    ...common,
    one.analyte,
    one.method,
    one.result,
    one.value,
    one.unit,
    one.cutoff,
    one.resultStatus,
  ]);
}

function screens({ chart, site }: PatientFile): WorkbookSheet {
  const columns = ["screen_id", "date", "disposition", "specimen", "validity", "analyte", "method", "result"];
  const rows = chart.screens.flatMap((screen) => screenRows(screen, site));
  return sheet("Screens", [...columns, "value", "unit", "cutoff", "result_status"], rows);
}

function medications({ chart }: PatientFile): WorkbookSheet {
  const columns = ["medication_change_id", "date", "change", "medication", "dose", "unit", "frequency"];
  const rows = chart.medicationChanges.map(
    (one): Row => [
      one.medicationChangeId,
      one.changedOn,
      one.change,
      one.medication,
      one.dose,
      one.unit,
      one.frequency,
      one.prescriberId,
      one.reason,
      one.rxnorm,
    ],
  );
  return sheet("Medications", [...columns, "prescriber_id", "reason", "rxnorm"], rows);
}

function events({ chart }: PatientFile): WorkbookSheet {
  const columns = ["event_id", "date", "kind", "result", "note", "recorded_at"];
  const rows = chart.events.map(
    (one): Row => [one.eventId, one.occurredOn, one.kind, one.result, one.note, one.recordedAt],
  );
  return sheet("Events", columns, rows);
}

function decisions({ chart }: PatientFile): WorkbookSheet {
  const columns = ["decision_id", "date", "decision", "level_of_care", "reason", "staff_id", "recorded_at"];
  const rows = chart.decisions.map(
    (one): Row => [
      one.decisionId,
      one.decidedOn,
      one.decision,
      one.levelOfCare,
      one.reason,
      one.staffId,
      one.recordedAt,
    ],
  );
  return sheet("Decisions", columns, rows);
}

/** What was entered here and no file of the clinic export carries. */
function notes({ chart }: PatientFile): WorkbookSheet {
  const own = chart.own ?? NO_OWN_RECORDS;
  const columns = ["note_id", "date", "kind", "medication", "what", "text", "by", "recorded_at"];
  const rows: readonly Row[] = [
    ...own.notes.map((one): Row => [one.noteId, one.on, "note", "–", "–", one.text, one.by, one.recordedAt]),
    ...own.medicationNotes.map(
      (one): Row => [
        one.medicationNoteId,
        one.on,
        one.kind,
        one.medication,
        one.adherence ?? "–",
        one.text,
        one.by,
        one.recordedAt,
      ],
    ),
    ...own.injections.map(
      (one): Row => [
        one.injectionId,
        one.givenOn ?? one.nextDueOn,
        one.givenOn === null ? "injection, none given yet" : "injection given",
        one.medication,
        `every ${one.intervalDays} days, next due ${one.nextDueOn}`,
        one.dose,
        one.givenBy ?? one.by,
        one.recordedAt,
      ],
    ),
  ];
  return sheet("Notes", columns, rows);
}

function stays({ chart, site }: PatientFile): WorkbookSheet {
  const columns = ["episode_id", "from", "what", "program", "level_of_care", "until", "reason"];
  const programOf = new Map(chart.episodes.map(({ episodeId, programId }) => [episodeId, programId]));
  const nameOf = (programId: string) => site.programs.get(programId)?.name ?? programId;
  const rows: readonly Row[] = [
    ...chart.episodes.map(
      (one): Row => [
        one.episodeId,
        one.admittedOn,
        "stay",
        nameOf(one.programId),
        "–",
        one.dischargedOn ?? "no discharge on record",
        one.dischargedOn === null ? "–" : one.dischargeReason,
      ],
    ),
    ...chart.placements.map(
      (one): Row => [
        one.episodeId,
        one.startedOn,
        "level of care",
        nameOf(programOf.get(one.episodeId) ?? ""),
        one.levelOfCare,
        one.endedOn ?? "no end on record",
        "–",
      ],
    ),
  ];
  return sheet("Placements", columns, rows);
}

function corrections(file: PatientFile): WorkbookSheet {
  const columns = ["record_id", "corrected_at", "record", "what", "by", "reason", "before", "after"];
  const rows = file.corrections.map(
    (one): Row => [
      one.recordId,
      one.correctedAt,
      one.recordType,
      one.takenBack ? "marked as entered in error" : "corrected",
      one.by,
      one.reason,
      JSON.stringify(one.before),
      JSON.stringify(one.after),
    ],
  );
  return sheet("Corrections", columns, rows);
}

/** Everything on record of one patient, one sheet a part; the first says what the file is. For use inside the program. */
export function patientSheets(file: PatientFile): readonly WorkbookSheet[] {
  const about: WorkbookSheet = {
    name: "About",
    columns: ["what", "text"],
    rows: file.about.map(([label, text]) => [label, text]),
  };
  const parts = [measures, sessions, screens, medications, events, decisions, notes, stays, corrections];
  return [about, ...parts.map((part) => part(file))];
}
