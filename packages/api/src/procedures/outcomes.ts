import {
  addNoteInput,
  comparisonFilter,
  done,
  groupComparison,
  groupMovesFilter,
  internalFile,
  jobInput,
  keepViewInput,
  leavingFigureInput,
  leavingFigureOut,
  makeReportInput,
  noteInput,
  outcomeNoteList,
  outcomePatients,
  outcomePatientsInput,
  outcomeReport,
  outcomeReportList,
  outcomesFilter,
  outcomesGroupMoves,
  outcomesLevels,
  outcomesOptions,
  outcomesOverTime,
  outcomesOverview,
  outcomesPrintedInput,
  outcomesQuality,
  outcomeViewList,
  overTimeFilter,
  reportFileInput,
  reportInput,
  viewInput,
  whenReady,
} from "@soundings/contract";
import { z } from "zod";
import { answerOf, cancelComputation, leavingFigureFor, patientsFor } from "../outcomes/answer.ts";
import { askedDetail, leavingEntry, overviewEntry, patientsEntry, viewedEntry } from "../outcomes/entries.ts";
import { addNoteOf, readNotes, takeBackNoteOf } from "../outcomes/notes.ts";
import { makeReport, readReport, readReportList, reportEntry, reportFile } from "../outcomes/reports.ts";
import { keepViewOf, readViews, removeViewOf } from "../outcomes/views.ts";
import { change, read, router, work } from "../trpc.ts";

/** Program outcomes. Each answer is entered once, when it is ready: while it is made, the page is shown nothing. */
export const outcomesRouter = router({
  overview: read({
    action: "outcomes.view",
    input: outcomesFilter,
    output: whenReady(outcomesOverview),
    body: (asked, filter) =>
      answerOf(asked, { what: "overview", filter, ask: { against: filter.against ?? null } }),
    audit: overviewEntry,
  }),
  comparison: read({
    action: "outcomes.view",
    input: comparisonFilter,
    output: whenReady(groupComparison),
    body: (asked, { by = "program", measure = "reliable-improvement", ...filter }) =>
      answerOf(asked, { what: "comparison", filter, ask: { by, measure } }),
    audit: viewedEntry("comparison"),
  }),
  overTime: read({
    action: "outcomes.view",
    input: overTimeFilter,
    output: whenReady(outcomesOverTime),
    body: (asked, { measure = "reliable-improvement", every = "month", ...filter }) =>
      answerOf(asked, { what: "over_time", filter, ask: { measure, every } }),
    audit: viewedEntry("over_time"),
  }),
  groupMoves: read({
    action: "outcomes.view",
    input: groupMovesFilter,
    output: whenReady(outcomesGroupMoves),
    body: (asked, { instrument = "phq-9", ...filter }) =>
      answerOf(asked, { what: "group_moves", filter, ask: { instrument } }),
    audit: viewedEntry("group_moves"),
  }),
  levels: read({
    action: "outcomes.view",
    input: outcomesFilter,
    output: whenReady(outcomesLevels),
    body: (asked, filter) => answerOf(asked, { what: "levels", filter, ask: {} }),
    audit: viewedEntry("levels"),
  }),
  quality: read({
    action: "outcomes.view",
    input: outcomesFilter,
    output: whenReady(outcomesQuality),
    body: (asked, filter) => answerOf(asked, { what: "quality", filter, ask: {} }),
    audit: viewedEntry("quality"),
  }),
  /** The patients behind a number. */
  patients: read({
    action: "outcomes.view",
    input: outcomePatientsInput,
    output: whenReady(outcomePatients),
    body: patientsFor,
    audit: patientsEntry,
  }),
  /** Names values and counts, no patient: nothing to enter. */
  options: read({
    action: "outcomes.view",
    input: outcomesFilter,
    output: whenReady(outcomesOptions),
    body: (asked, filter) => answerOf(asked, { what: "options", filter, ask: {} }),
    audit: () => null,
  }),
  /** The page is about to be printed, says the browser: whom it shows was entered when it was shown. */
  printed: change({
    action: "outcomes.view",
    input: outcomesPrintedInput,
    output: done,
    body: () => ({ done: true as const }),
    audit: ({ page, filter }, _, asked) => ({
      event: "outcomes_printed",
      detail: { page, ...askedDetail(asked, filter) },
    }),
  }),
  cancel: change({
    action: "outcomes.view",
    input: jobInput,
    output: done,
    body: cancelComputation,
    audit: () => ({ event: "outcomes_canceled" }),
  }),
  /** A plot that is about to leave the program as SVG or PNG, without small cells. */
  leavingFigure: read({
    action: "outcomes.report",
    input: leavingFigureInput,
    output: whenReady(leavingFigureOut),
    body: (asked, { figure, instrument, by, measure, ...filter }) =>
      leavingFigureFor(asked, filter, { figure, instrument, by, measure }),
    audit: leavingEntry,
  }),
});

export const outcomeViewsRouter = router({
  /** Names no patient: nothing to enter. */
  list: read({
    action: "outcomes.view",
    input: z.void(),
    output: outcomeViewList,
    body: readViews,
    audit: () => null,
  }),
  keep: change({
    action: "outcomes.note",
    input: keepViewInput,
    output: viewInput,
    body: keepViewOf,
    audit: ({ page, shared }, { viewId }) => ({
      event: "outcomes_view_kept",
      detail: { viewId, page, shared, kept: true },
    }),
  }),
  remove: change({
    action: "outcomes.note",
    input: viewInput,
    output: done,
    body: removeViewOf,
    audit: ({ viewId }) => ({ event: "outcomes_view_kept", detail: { viewId, kept: false } }),
  }),
});

export const outcomeNotesRouter = router({
  /** Names no patient: nothing to enter. */
  list: read({
    action: "outcomes.view",
    input: z.void(),
    output: outcomeNoteList,
    body: readNotes,
    audit: () => null,
  }),
  add: change({
    action: "outcomes.note",
    input: addNoteInput,
    output: noteInput,
    body: addNoteOf,
    audit: ({ programId, on }, { noteId }) => ({
      event: "outcomes_noted",
      detail: { noteId, programId, on },
    }),
  }),
  takeBack: change({
    action: "outcomes.note",
    input: noteInput,
    output: done,
    body: takeBackNoteOf,
    audit: ({ noteId }) => ({ event: "outcomes_noted", detail: { noteId, takenBack: true } }),
  }),
});

export const outcomeReportsRouter = router({
  /** Reports name no patient: nothing to enter. */
  list: read({
    action: "outcomes.report",
    input: z.void(),
    output: outcomeReportList,
    body: readReportList,
    audit: () => null,
  }),
  /** Asked again while it is made, as the pages do; the report is kept when it is ready. */
  make: work({
    action: "outcomes.report",
    input: makeReportInput,
    output: whenReady(reportInput),
    body: makeReport,
  }),
  show: read({
    action: "outcomes.report",
    input: reportInput,
    output: outcomeReport,
    body: readReport,
    audit: reportEntry,
  }),
  file: read({
    action: "outcomes.report",
    input: reportFileInput,
    output: internalFile,
    body: reportFile,
    audit: ({ reportId, form }) => ({ event: "outcomes_left", detail: { reportId, form } }),
  }),
});
