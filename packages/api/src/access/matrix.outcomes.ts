import { TODAY } from "../clinic.fixture.ts";
import type { Matrix } from "./matrix.fixture.ts";
import type { Case } from "./matrix.types.ts";

/** Those admitted this spring: everybody who is in the program now. */
const PERIOD = { from: "2026-01-01", to: TODAY };

/** Asks again while an answer is made, as the pages do. */
async function ready<T extends { readonly state: "working" | "ready" }>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer.state === "ready") return answer;
  }
}

async function newView(matrix: Matrix): Promise<string> {
  const { director } = matrix.people;
  const view = { name: `View ${matrix.next()}`, page: "overview", filter: {}, shared: false } as const;
  return (await matrix.as(director).outcomeViews.keep(view)).viewId;
}

async function newNote(matrix: Matrix): Promise<string> {
  const { director } = matrix.people;
  const note = { programId: "IOP-DAY", on: TODAY, text: "A group was added" };
  return (await matrix.as(director).outcomeNotes.add(note)).noteId;
}

async function newReport(matrix: Matrix): Promise<string> {
  const caller = matrix.as(matrix.people.director);
  const made = await ready(() => caller.outcomeReports.make({}));
  return made.state === "ready" ? made.answer.reportId : "none";
}

/** The procedures of program outcomes, by their paths. */
export const OUTCOME_CASES: Readonly<Record<string, Case>> = {
  "outcomes.overview": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.overview(PERIOD)),
    events: ["outcomes_viewed"],
  },
  "outcomes.comparison": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.comparison({ ...PERIOD, by: "therapist" })),
    events: ["outcomes_viewed"],
  },
  "outcomes.overTime": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.overTime(PERIOD)),
    events: ["outcomes_viewed"],
  },
  "outcomes.groupMoves": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.groupMoves(PERIOD)),
    events: ["outcomes_viewed"],
  },
  "outcomes.levels": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.levels(PERIOD)),
    events: ["outcomes_viewed"],
  },
  "outcomes.quality": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.quality(PERIOD)),
    events: ["outcomes_viewed"],
  },
  "outcomes.patients": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.patients({ ...PERIOD, set: "admitted" })),
    events: ["outcomes_listed"],
    lists: true,
  },
  "outcomes.options": {
    action: "outcomes.view",
    ask: ({ caller }) => ready(() => caller.outcomes.options(PERIOD)),
    events: [],
  },
  "outcomes.printed": {
    action: "outcomes.view",
    ask: ({ caller }) => caller.outcomes.printed({ page: "overview", filter: PERIOD }),
    events: ["outcomes_printed"],
  },
  "outcomes.cancel": {
    action: "outcomes.view",
    ask: ({ caller }) => caller.outcomes.cancel({ job: "none" }),
    events: ["outcomes_canceled"],
  },
  "outcomes.leavingFigure": {
    action: "outcomes.report",
    ask: ({ caller }) => ready(() => caller.outcomes.leavingFigure({ ...PERIOD, figure: "flow" })),
    events: ["outcomes_left"],
  },
  "outcomeViews.list": {
    action: "outcomes.view",
    ask: ({ caller }) => caller.outcomeViews.list(),
    events: [],
  },
  "outcomeViews.keep": {
    action: "outcomes.note",
    ask: ({ caller, matrix }) =>
      caller.outcomeViews.keep({
        name: `Mine ${matrix.next()}`,
        page: "compare",
        filter: { by: "sex" },
        shared: true,
      }),
    events: ["outcomes_view_kept"],
  },
  "outcomeViews.remove": {
    action: "outcomes.note",
    given: newView,
    ask: ({ caller, given }) => caller.outcomeViews.remove({ viewId: String(given) }),
    events: ["outcomes_view_kept"],
  },
  "outcomeNotes.list": {
    action: "outcomes.view",
    ask: ({ caller }) => caller.outcomeNotes.list(),
    events: [],
  },
  "outcomeNotes.add": {
    action: "outcomes.note",
    ask: ({ caller }) =>
      caller.outcomeNotes.add({ programId: "IOP-DAY", on: TODAY, text: "Evening track opened" }),
    events: ["outcomes_noted"],
  },
  "outcomeNotes.takeBack": {
    action: "outcomes.note",
    given: newNote,
    ask: ({ caller, given }) => caller.outcomeNotes.takeBack({ noteId: String(given) }),
    events: ["outcomes_noted"],
  },
  "outcomeReports.list": {
    action: "outcomes.report",
    ask: ({ caller }) => caller.outcomeReports.list(),
    events: [],
  },
  "outcomeReports.make": {
    action: "outcomes.report",
    ask: ({ caller }) => ready(() => caller.outcomeReports.make(PERIOD)),
    events: ["outcomes_report_made"],
  },
  "outcomeReports.show": {
    action: "outcomes.report",
    given: newReport,
    ask: ({ caller, given }) => caller.outcomeReports.show({ reportId: String(given) }),
    events: ["outcomes_viewed"],
  },
  "outcomeReports.file": {
    action: "outcomes.report",
    given: newReport,
    ask: ({ caller, given }) => caller.outcomeReports.file({ reportId: String(given), form: "xlsx" }),
    events: ["outcomes_left"],
  },
};
