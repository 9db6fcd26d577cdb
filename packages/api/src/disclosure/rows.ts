import {
  analyteName,
  type CalendarDate,
  type Chart,
  compareText,
  dateOf,
  type Instant,
  localTimeOf,
  type Screen,
  type ScreenResult,
  type Session,
  type Site,
} from "@soundings/clinical";
import { DISCLOSABLE, type Disclosable } from "@soundings/contract";
import { measureRows } from "./measure-rows.ts";
import type { DatedRow, Row } from "./row.ts";
import { known, NO_DATA, remarks, spelled } from "./words.ts";

/** One chosen part of the record with its heading. */
export interface Part {
  readonly part: Disclosable;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What the rows are made from: the record as it stands at the moment of the disclosure. */
export interface Source {
  readonly chart: Chart;
  readonly site: Site;
  readonly at: Instant;
}

/** Free text is written for colleagues and may tell of anything; it stays, and the document says that it is there. */
const WITHHELD = "a note is on record and is not part of this document";

const withheld = (text: string | null): string | null => (text === null ? null : WITHHELD);

function identityRows({ chart: { patient } }: Source): readonly DatedRow[] {
  const row = (key: string, what: string, value: string | null): DatedRow => ({
    key,
    date: "",
    what,
    value: value ?? NO_DATA,
    unit: "",
    remark: "",
  });
  return [
    row("1", "Name", `${patient.givenName} ${patient.familyName}`),
    row("2", "Birth date", patient.birthDate),
    row("3", "Phone", patient.phone),
    row("4", "E-mail", patient.email),
  ];
}

function courseRows({ chart, site }: Source): readonly DatedRow[] {
  const episodes = chart.episodes.flatMap((episode): readonly DatedRow[] => {
    const program = site.programs.get(episode.programId)?.name ?? episode.programId;
    const { episodeId, admittedOn, dischargedOn, dischargeReason } = episode;
    const admitted = { key: episodeId, date: admittedOn, what: "Admitted", value: program, unit: "" };
    if (dischargedOn === null) return [{ ...admitted, remark: "no discharge on record" }];
    const discharged = { key: episodeId, date: dischargedOn, what: "Discharged", value: program, unit: "" };
    return [
      { ...admitted, remark: "" },
      { ...discharged, remark: `reason: ${known(dischargeReason)}` },
    ];
  });
  const placements = chart.placements.map(
    ({ episodeId, startedOn, endedOn, levelOfCare }): DatedRow => ({
      key: episodeId,
      date: startedOn,
      what: "Level of care",
      value: spelled(levelOfCare),
      unit: "",
      remark: endedOn === null ? "no end on record" : `until ${endedOn}`,
    }),
  );
  return [...episodes, ...placements];
}

function sessionRow(session: Session, site: Site): DatedRow {
  const { scheduledStart, scheduledMinutes, attendedMinutes } = session;
  const attended = attendedMinutes === null ? null : `${attendedMinutes} minutes attended`;
  return {
    key: `${localTimeOf(scheduledStart, site.zone)} ${session.sessionId}`,
    date: dateOf(scheduledStart, site.zone),
    what: `${spelled(session.service)} session`,
    value: spelled(session.status),
    unit: "",
    remark: remarks(
      `${localTimeOf(scheduledStart, site.zone)}, ${scheduledMinutes} minutes scheduled`,
      attended,
    ),
  };
}

/** Sessions that lie ahead are a schedule and no attendance. */
function attendanceRows({ chart, site, at }: Source): readonly DatedRow[] {
  const today = dateOf(at, site.zone);
  return chart.sessions
    .filter(({ scheduledStart }) => dateOf(scheduledStart, site.zone) <= today)
    .map((session) => sessionRow(session, site));
}

function resultRow(screen: Screen, result: ScreenResult, date: CalendarDate): DatedRow {
  const { analyte, method, value, unit, cutoff, resultStatus } = result;
  return {
    key: `${screen.screenId} ${analyte ?? ""} ${method ?? ""}`,
    date,
    what: analyte === null ? "Drug screen" : `Drug screen: ${analyteName(analyte)}`,
    value: known(result.result),
    unit: value === null ? "" : remarks(unit === null ? value : `${value} ${unit}`),
    remark: remarks(
      method === null ? "method not stated" : method,
      screen.specimen === null ? "specimen not stated" : spelled(screen.specimen),
      screen.validity === null ? "validity not stated" : screen.validity,
      cutoff === null ? null : `cut-off ${cutoff}`,
      resultStatus === null || resultStatus === "final" ? null : resultStatus,
    ),
  };
}

function screenRows({ chart, site }: Source): readonly DatedRow[] {
  return chart.screens.flatMap((screen): readonly DatedRow[] => {
    const { screenId, collectedAt, scheduledOn, disposition, results } = screen;
    const date = collectedAt === null ? scheduledOn : dateOf(collectedAt, site.zone);
    const found = results.filter(({ analyte }) => analyte !== null);
    if (found.length > 0) return found.map((result) => resultRow(screen, result, date));
    const collected = disposition === "collected";
    return [
      {
        key: screenId,
        date,
        what: "Drug screen",
        value: collected ? NO_DATA : spelled(disposition),
        unit: "",
        remark: collected ? "collected, no result on record" : "not given",
      },
    ];
  });
}

function medicationRows({ chart }: Source): readonly DatedRow[] {
  return chart.medicationChanges.map((one): DatedRow => {
    const dose = one.dose === null ? null : `${one.dose} ${one.unit ?? ""}`.trim();
    const stopped = one.change === "stop";
    return {
      key: one.medicationChangeId,
      date: one.changedOn,
      what: `Medication ${one.change === "start" ? "started" : stopped ? "stopped" : "dose changed"}`,
      value: one.medication,
      unit: dose ?? (stopped ? "" : "dose not stated"),
      remark: remarks(one.frequency, withheld(one.reason)),
    };
  });
}

const CODED_RESULTS: readonly string[] = ["c_ssrs", "measure_missed"];

function eventRows({ chart }: Source): readonly DatedRow[] {
  return chart.events.map((event): DatedRow => {
    const coded = CODED_RESULTS.includes(event.kind);
    return {
      key: event.eventId,
      date: event.occurredOn,
      what: spelled(event.kind),
      value: coded ? known(event.result) : "on record",
      unit: "",
      remark: remarks(withheld(coded ? event.note : (event.result ?? event.note))),
    };
  });
}

function decisionRows({ chart }: Source): readonly DatedRow[] {
  return chart.decisions.map(
    (one): DatedRow => ({
      key: one.decisionId,
      date: one.decidedOn,
      what: "Level-of-care decision",
      value: spelled(one.decision),
      unit: one.levelOfCare === null ? "" : spelled(one.levelOfCare),
      remark: remarks(withheld(one.reason)),
    }),
  );
}

const ROWS: { readonly [P in Disclosable]: (source: Source) => readonly DatedRow[] } = {
  identity: identityRows,
  course: courseRows,
  attendance: attendanceRows,
  measures: ({ chart }) =>
    chart.assessments.filter(({ status }) => status !== "entered_in_error").flatMap(measureRows),
  screens: screenRows,
  medications: medicationRows,
  events: eventRows,
  decisions: decisionRows,
};

function inOrder(a: DatedRow, b: DatedRow): number {
  return compareText(a.date, b.date) || compareText(a.key, b.key) || compareText(a.what, b.what);
}

/** Stands in a part without a row, so that its absence is not read as a good result. */
const NOTHING: Row = { date: "", what: "Nothing on record", value: NO_DATA, unit: "", remark: "" };

/**
 * The chosen parts of a record and nothing else, in the order of DISCLOSABLE, rows by date. What was entered in error is
 * left out, free text stays behind, and what is missing is said in words.
 */
export function partsOf(what: readonly Disclosable[], source: Source): readonly Part[] {
  const order = Object.keys(DISCLOSABLE) as Disclosable[];
  return order
    .filter((part) => what.includes(part))
    .map((part) => {
      const rows = ROWS[part](source)
        .toSorted(inOrder)
        .map(({ date, what: title, value, unit, remark }) => ({ date, what: title, value, unit, remark }));
      return { part, title: DISCLOSABLE[part], rows: rows.length === 0 ? [NOTHING] : rows };
    });
}
