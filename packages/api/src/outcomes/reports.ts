import type { CohortQuestion, Instant, OutcomesReport } from "@soundings/clinical";
import type {
  InternalFile,
  MakeReportInput,
  OutcomeReport,
  OutcomeReportEntry,
  OutcomeReportList,
  OutcomesFilter,
  ReportFileInput,
} from "@soundings/contract";
import {
  type AuditEvent,
  appendAudit,
  type KeptReport,
  keepReport,
  readKeptReport,
  readKeptReports,
  readLastChange,
  readWrittenNotes,
  siteOf,
  type WholeReport,
} from "@soundings/records";
import { programsOf } from "../access/scope.ts";
import { momentInWords } from "../disclosure/document.ts";
import { AppError } from "../errors.ts";
import { patiently } from "../patience.ts";
import type { Asked } from "../trpc.ts";
import { answerOf } from "./answer.ts";
import { askedDetail } from "./entries.ts";
import type { MadeReport, Questions, WhenReady } from "./questions.types.ts";

type Named = { readonly reportId: string };

function listed({ store }: Asked, kept: KeptReport): OutcomeReportEntry {
  const { programs } = siteOf(store);
  const { reportId, madeAt, by, definitions, rules } = kept;
  return {
    ...{ reportId, madeAt, by, definitions, rules },
    question: JSON.parse(kept.question) as CohortQuestion,
    programs: kept.programIds.map((programId) => ({
      programId,
      name: programs.get(programId)?.name ?? programId,
    })),
  };
}

/** Reports about nothing but the programs that the person directs, newest first. */
export function readReportList(asked: Asked): OutcomeReportList {
  const { store, person, action } = asked;
  const kept = readKeptReports(store.reader, programsOf(person, action));
  return { reports: kept.map((one) => listed(asked, one)) };
}

/** @throws AppError no_such_report: there is none, or it is about a program out of reach. */
function reportFor({ store, person, action }: Asked, { reportId }: Named): WholeReport {
  const report = readKeptReport(store.reader, reportId, programsOf(person, action));
  if (report === null) throw new AppError("no_such_report");
  return report;
}

/** The programs that a question of the person is about. */
function programsAsked({ person, action }: Asked, { program }: OutcomesFilter): readonly string[] {
  const own = programsOf(person, action);
  return program === undefined ? own : own.filter((programId) => programId === program);
}

/** What stands of the notes that were written up to a moment. */
export function notesFor(
  { store }: Pick<Asked, "store">,
  programIds: readonly string[],
  at: Instant,
): Questions["report"]["ask"]["notes"] {
  return readWrittenNotes(store.reader, programIds)
    .filter(({ takenBack, recordedAt }) => takenBack === null && recordedAt <= at)
    .map(({ on, text }) => ({ on, text }))
    .reverse();
}

/** Keeps what was made, for good, and enters it; both or nothing. */
export function keep(
  { store, actor, now }: Pick<Asked, "store" | "actor" | "now">,
  programIds: readonly string[],
  { document, json }: MadeReport,
): string {
  const { question, definitions, rules } = document;
  return store.writer.act(() => {
    const moment = now();
    const kept = { by: actor.name, asOf: question.asOf, programIds, definitions, rules };
    const texts = { question: JSON.stringify(question), json: JSON.stringify(json) };
    const reportId = keepReport(
      store.writer,
      { ...kept, ...texts, document: JSON.stringify(document) },
      moment,
    );
    const filter = askedDetail({ store }, question.filter);
    const detail = { reportId, programIds, ...question, filter };
    const rows = [["outcome_reports", reportId]] as const;
    appendAudit(store.writer, actor, { event: "outcomes_report_made", detail, rows }, moment);
    return reportId;
  });
}

/** Nothing about one therapist leaves the program. */
function staysInside({ therapist, by }: MakeReportInput): boolean {
  return therapist !== undefined || by === "therapist";
}

/**
 * A report of the person's programs with small cells withheld, kept as it is made, with the numbers behind it.
 * @throws AppError therapist_stays_inside; no_such_entry: no program in reach; as `answerOf` does.
 */
export async function makeReport(asked: Asked, input: MakeReportInput): Promise<WhenReady<Named>> {
  if (staysInside(input)) throw new AppError("therapist_stays_inside");
  const { by, measure, notes, ...filter } = input;
  const programIds = programsAsked(asked, filter);
  if (programIds.length === 0) throw new AppError("no_such_entry");
  const named = by !== undefined || measure !== undefined;
  const also = named ? { by: by ?? "program", measure: measure ?? "reliable-improvement" } : null;
  const ask = {
    madeOn: asked.today(),
    notes: notes === true ? notesFor(asked, programIds, asked.now()) : null,
    also,
  } as const;
  const made = await answerOf(asked, { what: "report", filter, ask });
  if (made.state === "working") return made;
  const reportId = await patiently(asked.store.writer, () => keep(asked, programIds, made.answer));
  return { state: "ready", answer: { reportId } };
}

/** A report as it was made, whatever the records say now. @throws AppError no_such_report. */
export function readReport(asked: Asked, named: Named): OutcomeReport {
  const { reportId, madeAt, by, programIds, document } = reportFor(asked, named);
  const recordsChangedAt = readLastChange(asked.store.reader, programIds);
  return { reportId, madeAt, by, recordsChangedAt, document: JSON.parse(document) as OutcomesReport };
}

export function reportEntry({ reportId }: Named): AuditEvent {
  return { event: "outcomes_viewed", detail: { what: "report", reportId } };
}

const MEDIA_TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The report as a file for who knows nothing of the product. @throws AppError no_such_report. */
export async function reportFile(asked: Asked, { reportId, form }: ReportFileInput): Promise<InternalFile> {
  const { document, question, madeAt, by } = reportFor(asked, { reportId });
  const { from, to } = JSON.parse(question) as CohortQuestion;
  const made = `${momentInWords(madeAt, siteOf(asked.store))} by ${by}`;
  const base64 = await asked.computations.fileOf({ document, form, madeAt, made });
  return { name: `program-outcomes-${from}-to-${to}.${form}`, mediaType: MEDIA_TYPES[form], base64 };
}
