import type { Instant } from "@soundings/clinical";
import type { Compilable } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { coversOfQuery, meetingsOfQuery, openingsOfQuery } from "./access/grounds.reads.ts";
import { EVERYONE, type PatientScope } from "./access/scope.ts";
import { concernedQuery, visibleQuery } from "./access/visible.reads.ts";
import { clinicianRowsQuery, treatingQuery } from "./administration/clinicians.reads.ts";
import { contactQuery } from "./administration/contacts.ts";
import { coversQuery } from "./administration/covers.ts";
import { meetingsQuery, patientsOfMeetingQuery, peopleOfMeetingQuery } from "./administration/meetings.ts";
import {
  inTreatmentQuery,
  lastRevisionQuery,
  practiceQuery,
  programIdsQuery,
} from "./administration/programs.reads.ts";
import { auditPeopleQuery, auditQuery } from "./audit/audit.reads.ts";
import type { AuditQuery, AuditReach } from "./audit/audit.types.ts";
import { caseloadCountsQuery, caseloadQuery, caseloadTotalQuery } from "./caseload/caseload.reads.ts";
import type { AskedCaseload, CaseloadQuery, CaseloadSort } from "./caseload/caseload.types.ts";
import { namesQuery } from "./caseload/caseload-as-of.ts";
import { heldQuery, programsQuery, staffQuery } from "./caseload/options.reads.ts";
import { CHART_QUERIES } from "./charts/charts.reads.ts";
import { episodesQuery } from "./charts/episodes.reads.ts";
import { patientIdsQuery } from "./charts/patients.reads.ts";
import { consentQuery, consentsQuery, disclosuresQuery } from "./consent/consent.reads.ts";
import { stepsOfRecordQuery, stepsQuery, takenBackOfQuery } from "./entries/corrections.reads.ts";
import { OWN_QUERIES } from "./entries/own.reads.ts";
import { takenBackQuery } from "./entries/record.reads.ts";
import { CLINIC, day, moment, newStore, TODAY, take } from "./example-clinic.fixture.ts";
import { EXPORT_QUERIES } from "./export/tables.ts";
import { staleQuery, unseenQuery } from "./findings/refresh.ts";
import { changesQuery } from "./history/changes.ts";
import { correctionsQuery } from "./history/revisions.ts";
import {
  batchesQuery,
  type SetAsideAccess,
  setAsideByFileQuery,
  setAsideCountQuery,
  setAsideQuery,
  WHOLE_LIST,
} from "./imports/imports.reads.ts";
import { EARLIER_OPEN } from "./imports/supersede.ts";
import { noticesQuery } from "./notices/notices.reads.ts";
import { directorsOfQuery, overseersQuery } from "./notices/notices.writes.ts";
import { asksQuery, bornOnQuery, numberedQuery, openedQuery } from "./openings/openings.reads.ts";
import { administratorsQuery, directorsQuery } from "./openings/openings.writes.ts";
import { lastChangeQuery } from "./outcomes/last-change.reads.ts";
import { episodeNamesQuery, staffNamesQuery } from "./outcomes/names.reads.ts";
import { notesQuery } from "./outcomes/notes.ts";
import { reportQuery, reportsQuery } from "./outcomes/reports.ts";
import { viewsQuery } from "./outcomes/views.ts";
import {
  episodesInScopeQuery,
  everyEpisodeQuery,
  KEPT_FACTS,
  laterQuery,
  unkeptQuery,
  unsettledQuery,
} from "./outcomes/waiting.reads.ts";
import { colleaguesQuery, everyRoleQuery, peopleQuery, uninvitedQuery } from "./people/people.list.ts";
import { personQuery, rolesQuery } from "./people/people.reads.ts";
import { dueNamesQuery, dueQuery } from "./schedule/due.reads.ts";
import { sessionsQuery } from "./schedule/sessions.reads.ts";
import { factorsQuery, passkeysQuery, totpQuery } from "./sign-in/factors.reads.ts";
import { linkQuery } from "./sign-in/links.reads.ts";
import { passwordQuery } from "./sign-in/passwords.ts";
import { everySignInQuery, signInQuery, signInsQuery } from "./sign-in/sign-ins.reads.ts";
import { triesQuery } from "./sign-in/tries.ts";
import type { Bound } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";
import { INJECTIONS_OF } from "./trends/injections.reads.ts";
import { nextVisitsQuery } from "./trends/next-visits.ts";
import { trendNamesQuery, trendsQuery } from "./trends/trends.reads.ts";

/** A query by the name under which it is checked in. */
type Named = readonly [name: string, sql: string, parameters: readonly Bound[]];

const OBSERVATIONS = [
  "assessments",
  "sessions",
  "screens",
  "screen_results",
  "medication_changes",
  "events",
  "decisions",
  "placements",
];
const SITE: AuditReach = { of: "site" };
const DIRECTED = {
  of: "programs",
  programIds: ["IOP-DAY"],
  scope: [{ of: "programs", programIds: ["IOP-DAY"] }],
} as const satisfies AuditReach;
const AUDIT_FILTER: AuditQuery = {
  from: moment("2026-03-01T00:00:00Z"),
  until: moment("2026-04-01T00:00:00Z"),
  personId: "person",
  patientId: "P-1",
  event: "patient_viewed",
  outcome: "done",
  outside: true,
};
const SORTS: readonly CaseloadSort[] = [
  "urgency",
  "name",
  "program",
  "week",
  "phq9",
  "attendance",
  "next_due",
];

/** Every part that a person's scope can have. */
const SCOPE: PatientScope = [
  { of: "staff", staffId: "S-1", programIds: null },
  { of: "staff", staffId: "S-9", programIds: ["IOP-DAY"] },
  { of: "programs", programIds: ["IOP-EVE"] },
  { of: "in_treatment", programIds: ["IOP-DAY"] },
  { of: "patients", patientIds: ["P-1", "P-2"] },
  { of: "led", staffId: "S-1" },
];
const NARROW: SetAsideAccess = { everyRow: false, everyValue: false, scope: SCOPE };
const DAY = { on: TODAY, from: moment("2026-03-16T07:00:00Z"), until: moment("2026-03-17T07:00:00Z") };

const TRENDS = { scope: EVERYONE, filter: { prescriber: "S-9", program: "IOP-DAY" } };

function of(filter: CaseloadQuery): AskedCaseload {
  return { scope: EVERYONE, filter };
}

let store: Store;

beforeAll(async () => {
  store = newStore();
  await take(store, CLINIC);
});

afterAll(() => store.close());

function compiled(name: string, query: Compilable<unknown>): Named {
  const { sql, parameters } = query.compile();
  return [name, sql, parameters as readonly Bound[]];
}

function lists(): readonly Named[] {
  const { reader } = store;
  const everything = {
    therapist: "S-1",
    prescriber: "S-9",
    program: "IOP-DAY",
    level: "iop",
    finding: "no-contact",
    urgency: "same_day",
    overdue: true,
    ready: true,
    q: "ada test",
  } as const;
  return [
    ...SORTS.map((sort) => compiled(`caseload by ${sort}`, caseloadQuery(reader, of({ sort }), 1_000))),
    compiled("caseload, every filter", caseloadQuery(reader, of(everything), 1_000)),
    compiled("caseload: total, every filter", caseloadTotalQuery(reader, of(everything))),
    compiled("caseload: counts", caseloadCountsQuery(reader, of({}))),
    compiled("caseload: counts of a therapist and a program", caseloadCountsQuery(reader, of(everything))),
    compiled("caseload of an earlier day: names", namesQuery(reader, EVERYONE, "E-1")),
    compiled("staff", staffQuery(reader)),
    compiled("programs", programsQuery(reader)),
    compiled("in treatment, by whom and where", heldQuery(reader, EVERYONE)),
    compiled("caseload in scope", caseloadQuery(reader, { scope: SCOPE, filter: {} }, 1_000)),
    compiled("caseload in scope: counts", caseloadCountsQuery(reader, { scope: SCOPE, filter: {} })),
    compiled("caseload in scope of an earlier day: names", namesQuery(reader, SCOPE, "E-1")),
    compiled("caseload of nobody", caseloadQuery(reader, { scope: [], filter: {} }, 1_000)),
    compiled("in treatment in scope, by whom and where", heldQuery(reader, SCOPE)),
    compiled("patients in scope", patientIdsQuery(reader, { scope: SCOPE }, { after: "", limit: 100 })),
    compiled("visible among some", visibleQuery(reader, SCOPE, ["P-1", "P-2"])),
    compiled("concerned among some", concernedQuery(reader, SCOPE, ["P-1", "P-2"])),
    compiled("sessions of a day in scope", sessionsQuery(reader, SCOPE, DAY)),
    compiled("sessions of a day", sessionsQuery(reader, EVERYONE, DAY)),
    compiled("symptom trends in scope", trendsQuery(reader, { scope: SCOPE, filter: {} })),
    compiled("symptom trends of a prescriber and a program", trendsQuery(reader, TRENDS)),
    compiled("symptom trends: names", trendNamesQuery(reader, TRENDS)),
    compiled("symptom trends: next visits", nextVisitsQuery(reader, ["P-1", "P-2"], DAY.from)),
    ["symptom trends: injections", INJECTIONS_OF, [`["P-1"]`]],
    compiled("measures due in scope", dueQuery(reader, SCOPE, TODAY)),
    compiled("measures due in scope: names", dueNamesQuery(reader, SCOPE)),
    compiled("measures due", dueQuery(reader, EVERYONE, TODAY)),
    compiled("episodes of a patient", episodesQuery(reader, "P-1")),
    compiled("a person", personQuery(reader, "p")),
    compiled("roles of a person", rolesQuery(reader, "p")),
    compiled("people", peopleQuery(reader)),
    compiled("roles of everybody", everyRoleQuery(reader)),
    compiled("staff without an account", uninvitedQuery(reader)),
    compiled("people whose account is not disabled", colleaguesQuery(reader)),
    compiled("clinicians", clinicianRowsQuery(reader)),
    compiled("who treats in which program", treatingQuery(reader)),
    compiled("covers of a person", coversOfQuery(reader, "person", TODAY)),
    compiled("meetings of a person", meetingsOfQuery(reader, "person", TODAY)),
    compiled("openings of a person", openingsOfQuery(reader, "person", moment("2026-03-16T19:00:00Z"))),
    compiled("covers", coversQuery(reader, TODAY)),
    compiled("meetings", meetingsQuery(reader, TODAY)),
    compiled("people of a meeting", peopleOfMeetingQuery(reader, "m")),
    compiled("patients of a meeting", patientsOfMeetingQuery(reader, "m")),
    compiled("ids of programs", programIdsQuery(reader)),
    compiled("how a program works", practiceQuery(reader, "IOP-DAY")),
    compiled("last revision of a program", lastRevisionQuery(reader, "IOP-DAY")),
    compiled("in treatment in a program", inTreatmentQuery(reader, "IOP-DAY")),
    compiled("contact details", contactQuery(reader, "P-1")),
    compiled("a consent", consentQuery(reader, "c")),
    compiled("consents of a patient", consentsQuery(reader, "P-1")),
    compiled("disclosures of a patient", disclosuresQuery(reader, "P-1")),
    compiled("patients", patientIdsQuery(reader, {}, { after: "", limit: 100 })),
    compiled(
      "patients around a day",
      patientIdsQuery(reader, { activeAround: TODAY }, { after: "", limit: 100 }),
    ),
    compiled(
      "patients of a program",
      patientIdsQuery(reader, { programId: "IOP-DAY" }, { after: "", limit: 100 }),
    ),
    compiled("summaries of another day", staleQuery(reader, TODAY)),
    compiled("episodes without a summary", unseenQuery(reader, TODAY)),
    compiled("changes", changesQuery(reader, 7)),
    compiled("what was corrected since a day", correctionsQuery(reader, day("2026-03-16"))),
    compiled("corrections of a patient, newest first", stepsQuery(reader, "P-1", 500)),
    compiled("corrections of a record", stepsOfRecordQuery(reader, "event", "X-1")),
    compiled("what was taken back of a patient", takenBackOfQuery(reader, "P-1")),
    compiled("whether a record was taken back", takenBackQuery(reader, "event", "X-1")),
    compiled("import batches", batchesQuery(reader, 100)),
    compiled("set-aside rows", setAsideQuery(reader, WHOLE_LIST, { filter: {}, after: 0, limit: 50 })),
    compiled("set-aside rows in scope", setAsideQuery(reader, NARROW, { filter: {}, after: 0, limit: 50 })),
    compiled("set-aside rows in scope, by file", setAsideByFileQuery(reader, NARROW)),
    compiled(
      "set-aside rows of a batch",
      setAsideQuery(reader, WHOLE_LIST, { filter: { batchId: "b" }, after: 0, limit: 50 }),
    ),
    ["set-aside rows of earlier imports", EARLIER_OPEN, placesOf(EARLIER_OPEN)],
    compiled("set-aside rows: total", setAsideCountQuery(reader, WHOLE_LIST, {})),
    compiled("set-aside rows: total of a batch", setAsideCountQuery(reader, WHOLE_LIST, { batchId: "b" })),
    compiled("audit", auditQuery(reader, SITE, {}, { limit: 101 })),
    compiled("audit, every filter", auditQuery(reader, SITE, AUDIT_FILTER, { before: 900, limit: 101 })),
    compiled("audit: about a patient", auditQuery(reader, SITE, { patientId: "P-1" }, { limit: 101 })),
    compiled("audit of a program", auditQuery(reader, DIRECTED, {}, { limit: 101 })),
    compiled("audit of a program: people", auditPeopleQuery(reader, DIRECTED)),
    compiled("openings asked for in an hour", asksQuery(reader, "person", moment("2026-03-16T00:00:00Z"))),
    compiled("openings", openedQuery(reader, DIRECTED.scope)),
    compiled("opening: by number", numberedQuery(reader, "P-1")),
    compiled("opening: born on a day", bornOnQuery(reader, TODAY)),
    compiled("opening: directors of a patient", directorsQuery(reader, "person", "P-1")),
    compiled("opening: every administrator", administratorsQuery(reader, "person")),
    compiled("notices: every director and administrator", overseersQuery(reader, "person")),
    compiled("notices: directors of programs", directorsOfQuery(reader, ["IOP-DAY"], "person")),
    compiled("notices of a person", noticesQuery(reader, "person", SCOPE)),
    compiled("who has an account with roles", personQuery(reader, "p")),
    compiled("roles of a person", rolesQuery(reader, "p")),
    compiled("a sign-in by its token", signInQuery(reader, "t")),
    compiled("sign-ins of a person", signInsQuery(reader, "p")),
    compiled("every sign-in", everySignInQuery(reader)),
    compiled("second factors of a person", factorsQuery(reader, "p")),
    compiled("passkeys of a person", passkeysQuery(reader, "p")),
    compiled("the authenticator app of a person", totpQuery(reader, "p")),
    compiled("the password of a person", passwordQuery(reader, "p")),
    compiled("a one-time link by its secret", linkQuery(reader, "h", "2026-03-16T19:00:00Z" as Instant)),
    compiled("failed tries of a subject", triesQuery(reader, "s", "2026-03-16T19:00:00Z" as Instant)),
    compiled("outcomes: episodes of which nothing is kept", unkeptQuery(reader, TODAY)),
    compiled("outcomes: kept as of an earlier day", unsettledQuery(reader, TODAY)),
    compiled("outcomes: kept as of a later day", laterQuery(reader, TODAY)),
    compiled("outcomes: every episode in scope", everyEpisodeQuery(reader, DIRECTED.scope)),
    ["outcomes: kept facts", KEPT_FACTS, [`["E-1"]`]],
    compiled("outcomes: episodes in scope", episodesInScopeQuery(reader, SCOPE, ["P-1", "P-2"])),
    compiled("outcomes: names of episodes", episodeNamesQuery(reader, DIRECTED.scope, ["E-1"])),
    compiled("outcomes: names of staff", staffNamesQuery(reader, ["S-1"])),
    compiled("outcomes: views", viewsQuery(reader, "person", ["IOP-DAY"])),
    compiled("outcomes: notes", notesQuery(reader, ["IOP-DAY", "IOP-EVE"])),
    compiled("outcomes: reports", reportsQuery(reader, ["IOP-DAY"])),
    compiled("outcomes: a report", reportQuery(reader, "r", ["IOP-DAY"])),
    compiled("outcomes: the last change of programs", lastChangeQuery(reader, ["IOP-DAY"])),
    ...[...CHART_QUERIES, ...OWN_QUERIES].map(([name, sql]): Named => [name, sql, placesOf(sql)]),
    ...Object.entries(EXPORT_QUERIES).map(([kind, sql]): Named => [`export: ${kind}`, sql, placesOf(sql)]),
  ];
}

function placesOf(sql: string): readonly Bound[] {
  return [...sql.matchAll(/\?/g)].map(() => "P-1");
}

function planOf([, sql, parameters]: Named): readonly string[] {
  return store.reader
    .statement(`explain query plan ${sql}`)
    .all(parameters.map((value) => (typeof value === "boolean" ? Number(value) : value)))
    .map((row) => String(row[3]));
}

it("reads every list as it is checked in", async () => {
  const text = lists()
    .map(
      (named) =>
        `## ${named[0]}\n\n${named[1].replace(/(\?, )+\?/g, "?, …")}\n\n${planOf(named)
          .map((step) => `  ${step}`)
          .join("\n")}\n`,
    )
    .join("\n");
  await expect(text).toMatchFileSnapshot("./queries.snapshot.txt");
});

it("never goes through a whole table of dated records for a list", () => {
  const pages = lists().filter(([name]) => !name.startsWith("export"));
  const scans = pages.flatMap((named) =>
    planOf(named)
      .filter((step) => step.startsWith("SCAN"))
      .map((step) => `${named[0]}: ${step}`),
  );
  const tables = OBSERVATIONS.join("|");
  expect(scans.filter((scan) => new RegExp(`SCAN (${tables}|t)\\b`).test(scan))).toEqual([]);
});

it("sorts no export: every table is read along its key", () => {
  const exports = lists().filter(([name]) => name.startsWith("export"));
  for (const named of exports) expect(planOf(named).join("\n")).not.toContain("TEMP B-TREE");
});
