import type { CalendarDate, EpisodeSummary } from "@soundings/clinical";
import { sql } from "kysely";
import { episodeInScope } from "../access/conditions.ts";
import { areCurrent } from "../findings/refresh.ts";
import { foldName } from "../kinds/fold-name.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import {
  type AskedCaseload,
  CASELOAD_LIMIT,
  type Caseload,
  type CaseloadCounts,
  type CaseloadRow,
  type CaseloadSort,
  searchWords,
} from "./caseload.types.ts";

/** The column behind each sort. */
const SORT_COLUMNS = {
  urgency: "s.rank",
  name: "p.folded_name",
  program: "g.name",
  week: "s.week",
  phq9: "s.phq9",
  phq9_change: "s.phq9_change",
  gad7: "s.gad7",
  gad7_change: "s.gad7_change",
  attendance: "s.attendance",
  next_due: "s.next_due",
  step_down: "s.step_down",
} as const satisfies Record<CaseloadSort, string>;

/**
 * Episodes in scope that are in treatment, and those just before or after a stay that have findings, of the chosen staff
 * and program.
 */
function chosen(connection: ReadConnection, { scope, filter }: AskedCaseload) {
  const { therapist, prescriber, program } = filter;
  let query = connection.query
    .selectFrom("episode_summaries as s")
    .innerJoin("episodes as e", "e.episode_id", "s.episode_id")
    .innerJoin("patients as p", "p.patient_id", "s.patient_id")
    .innerJoin("programs as g", "g.program_id", "s.program_id")
    .leftJoin("staff as t", "t.staff_id", "e.therapist_id")
    .where((at) => at.or([at("s.phase", "=", "active"), at("s.finding_count", ">", 0)]))
    .where(episodeInScope(scope, "e"));
  if (therapist !== undefined) query = query.where("e.therapist_id", "=", therapist);
  if (prescriber !== undefined) query = query.where("e.prescriber_id", "=", prescriber);
  if (program !== undefined) query = query.where("s.program_id", "=", program);
  return query;
}

function contains(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}

function filtered(connection: ReadConnection, asked: AskedCaseload) {
  const { filter } = asked;
  const { level, finding, urgency, overdue, ready } = filter;
  let query = chosen(connection, asked);
  if (level !== undefined) query = query.where("s.level_of_care", "=", level);
  if (urgency !== undefined) query = query.where("s.leading_urgency", "=", urgency);
  if (overdue !== undefined) query = query.where("s.overdue", "=", overdue ? 1 : 0);
  if (ready !== undefined) query = query.where("s.ready", "=", ready ? 1 : 0);
  if (finding !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("findings as f")
          .select("f.rule")
          .whereRef("f.episode_id", "=", "s.episode_id")
          .where("f.rule", "=", finding),
      ),
    );
  }
  for (const word of searchWords(foldName, filter.q)) {
    const pattern = contains(word);
    query = query.where((at) =>
      at.or([
        sql<boolean>`p.folded_name like ${pattern} escape '\\'`,
        sql<boolean>`lower(p.patient_id) like ${pattern} escape '\\'`,
      ]),
    );
  }
  return query;
}

export function caseloadQuery(connection: ReadConnection, asked: AskedCaseload, limit: number) {
  const { filter } = asked;
  const column = SORT_COLUMNS[filter.sort ?? "urgency"];
  return filtered(connection, asked)
    .select([
      "s.summary",
      "p.given_name",
      "p.family_name",
      "g.name as program_name",
      "e.therapist_id",
      "t.name as therapist_name",
    ])
    .orderBy((at) => at(column, "is", null))
    .orderBy(column, filter.dir ?? "asc")
    .orderBy("s.episode_id")
    .limit(limit);
}

export function caseloadTotalQuery(connection: ReadConnection, asked: AskedCaseload) {
  return filtered(connection, asked).select((at) => at.fn.countAll<number>().as("count"));
}

export function caseloadCountsQuery(connection: ReadConnection, asked: AskedCaseload) {
  return chosen(connection, asked).select((at) => {
    const count = (
      column: "s.phase" | "s.leading_urgency" | "s.overdue" | "s.ready",
      value: string | number,
    ) =>
      at.fn.coalesce(
        at.fn.sum<number>(
          at
            .case()
            .when(column, "=", value as never)
            .then(1)
            .else(0)
            .end(),
        ),
        sql<number>`0`,
      );
    return [
      count("s.phase", "active").as("inTreatment"),
      count("s.leading_urgency", "immediate").as("immediate"),
      count("s.leading_urgency", "same_day").as("same_day"),
      count("s.leading_urgency", "this_week").as("this_week"),
      count("s.leading_urgency", "routine").as("routine"),
      count("s.overdue", 1).as("overdue"),
      count("s.ready", 1).as("ready"),
    ];
  });
}

const NO_COUNTS: CaseloadCounts = {
  inTreatment: 0,
  immediate: 0,
  same_day: 0,
  this_week: 0,
  routine: 0,
  overdue: 0,
  ready: 0,
};

/**
 * The caseload of today of those in scope, from stored summaries only; null while any of them is of another day, which an import before the
 * nightly `refreshFindings` leaves: then `caseloadAsOf` computes the list. `today` is the site's day.
 */
export async function caseloadPage(
  store: ReadStore,
  asked: AskedCaseload,
  today: CalendarDate,
  limit = CASELOAD_LIMIT,
): Promise<Caseload | null> {
  const { reader } = store;
  return reader.snapshot(() => {
    if (!areCurrent(reader, today)) return null;
    const rows = reader.all(caseloadQuery(reader, asked, limit)).map(
      (row): CaseloadRow => ({
        ...(JSON.parse(row.summary) as EpisodeSummary),
        givenName: row.given_name,
        familyName: row.family_name,
        programName: row.program_name,
        therapistId: row.therapist_id,
        therapistName: row.therapist_name,
        correctedSince: false,
      }),
    );
    return {
      asOf: today,
      today,
      counts: reader.first(caseloadCountsQuery(reader, asked)) ?? NO_COUNTS,
      rows,
      total: reader.first(caseloadTotalQuery(reader, asked))?.count ?? 0,
    };
  });
}
