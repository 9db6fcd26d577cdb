import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { beforeAll, describe, expect, it } from "vitest";
import { CLINIC, newStore, TODAY, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { fillOutcomes } from "../outcomes/fill.ts";
import { openStore } from "../store/open.ts";
import { backupStore } from "./backup.ts";
import type { VerifyProblem } from "./problem.ts";
import { restoreStore } from "./restore.ts";
import { verifyStore } from "./verify.ts";

let backup = "";

beforeAll(async () => {
  const store = newStore();
  await take(store, CLINIC);
  for await (const _ of fillOutcomes(store, TODAY));
  backup = join(temporaryDirectory(), "clinic.db");
  await backupStore(store, backup);
  store.close();
});

async function problemsAfter(sql: string): Promise<readonly VerifyProblem[]> {
  const dataDir = temporaryDirectory();
  await restoreStore(dataDir, backup);
  const handle = new Database(join(dataDir, "soundings.db"));
  handle.pragma("foreign_keys = OFF");
  handle.exec(sql);
  handle.close();
  const store = openStore({ dataDir, access: "read" });
  const problems = await verifyStore(store);
  store.close();
  return problems;
}

function kinds(problems: readonly VerifyProblem[]): readonly string[] {
  return problems.map(({ code, where }) => `${code}: ${where}`);
}

const SUMMARY: Readonly<Record<string, string>> = {
  program_id: "'IOP-EVE'",
  as_of: "'2026-03-15'",
  phase: "'window'",
  level_of_care: "'php'",
  week: "week + 1",
  rank: "'0' || rank",
  leading_urgency: "'routine'",
  finding_count: "finding_count + 1",
  phq9: "phq9 + 1",
  phq9_change: "coalesce(phq9_change, 0) + 1",
  gad7: "5",
  gad7_change: "1",
  attendance: "0.123",
  next_due: "'2030-01-01'",
  overdue: "1 - overdue",
  step_down: "0.123",
  ready: "1 - ready",
  summary: "replace(summary, '1', '2')",
};

const OUTCOME: Readonly<Record<string, string>> = {
  patient_id: "'P-2'",
  program_id: "'IOP-EVE'",
  admitted_on: "'2026-02-03'",
  discharged_on: "'2026-03-01'",
  as_of: "'2026-03-15'",
  settled: "1",
  facts: "replace(facts, '19', '9')",
};

const FINDING: Readonly<Record<string, string>> = {
  rule: "'no-such-rule'",
  version: "version + 1",
  patient_id: "'P-2'",
  as_of: "'2026-03-15'",
  kind: "'data'",
  urgency: "'nothing'",
  position: "99",
  finding: "replace(finding, '1', '2')",
};

describe("verify compares whole stored rows with what would be written", () => {
  it.each(Object.entries(SUMMARY))("episode_summaries.%s", async (column, value) => {
    const sql = `update episode_summaries set ${column} = ${value} where episode_id = 'E-1'`;
    expect(kinds(await problemsAfter(sql))).toContain("summary_differs: episode E-1");
  });

  it.each(Object.entries(OUTCOME))("episode_outcomes.%s", async (column, value) => {
    const sql = `update episode_outcomes set ${column} = ${value} where episode_id = 'E-1'`;
    expect(kinds(await problemsAfter(sql))).toContain("outcomes_differ: episode E-1");
  });

  it("and misses an episode of a patient of whom others are kept", async () => {
    const sql = `update episode_outcomes set episode_id = 'E-9', patient_id = 'P-1' where episode_id = 'E-2'`;
    expect(kinds(await problemsAfter(sql))).toContain("outcomes_differ: episode E-9");
  });

  it.each(Object.entries(FINDING))("findings.%s", async (column, value) => {
    const first = "(select rule from findings where episode_id = 'E-1' order by position limit 1)";
    const sql = `update findings set ${column} = ${value} where episode_id = 'E-1' and rule = ${first}`;
    expect(kinds(await problemsAfter(sql))).toContain("findings_differ: episode E-1");
  });

  it("names the columns", async () => {
    const problems = await problemsAfter("update episode_summaries set week = 99 where episode_id = 'E-2'");
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain("differs in week, as of");
  });

  it("misses none when all are gone", async () => {
    const problems = await problemsAfter("delete from findings; delete from episode_summaries");
    expect(kinds(problems)).toEqual(["summary_missing: episode E-1", "summary_missing: episode E-2"]);
  });

  it("finds rows of findings without a summary", async () => {
    const sql = "update findings set episode_id = 'E-9' where episode_id = 'E-1'";
    expect(kinds(await problemsAfter(sql))).toContain("findings_left_over: episode E-9");
  });
});

const RECORDS: readonly (readonly [sql: string, problem: string])[] = [
  ["update patients set folded_name = 'zzz' where patient_id = 'P-2'", "record_wrong: patients P-2"],
  [`update staff set program_ids = '["NO"]' where staff_id = 'S-9'`, "broken_reference: staff S-9"],
  ["update staff set program_ids = '[' where staff_id = 'S-9'", "record_unreadable: staff S-9"],
  [
    "update assessments set administered_on = '2026-99-99' where assessment_id = 'A-1'",
    "record_wrong: assessments A-1",
  ],
  [
    "update assessments set items = '[9,9,9,9,9,9,9,9,9,9]' where assessment_id = 'A-1'",
    "record_wrong: assessments A-1",
  ],
  ["update assessments set items = 'no' where assessment_id = 'A-1'", "record_unreadable: patient P-1"],
  ["update assessments set items = 'no' where assessment_id = 'A-1'", "record_unreadable: assessments A-1"],
  ["update assessments set total = 26 where assessment_id = 'A-1'", "record_wrong: assessments A-1"],
  ["update episodes set diagnoses = '{' where episode_id = 'E-1'", "record_unreadable: episodes E-1"],
  ["update episodes set admitted_on = 'soon' where episode_id = 'E-1'", "record_wrong: episodes E-1"],
  ["update sessions set status = 'perhaps' where session_id = 'V-1'", "record_wrong: sessions V-1"],
  ["update sessions set scheduled_start = '2026' where session_id = 'V-1'", "record_wrong: sessions V-1"],
  ["update screens set disposition = 'missed'", "record_wrong: screens U-1"],
  ["delete from screen_results", "screen_without_row: screens U-1"],
  [
    "update programs set time_zone = 'Asia/Tokyo' where program_id = 'IOP-EVE'",
    "zone_differs: programs IOP-EVE",
  ],
  ["update programs set tracks = '{' where program_id = 'IOP-EVE'", "record_unreadable: programs IOP-EVE"],
  ["update settings set value = 'Mars/X' where name = 'zone'", "setting_wrong: settings zone"],
  ["delete from settings where name = 'purpose'", "setting_wrong: settings purpose"],
  ["update episode_summaries set as_of = 'never'", "summary_differs: episode E-1"],
  ["drop trigger revisions_are_never_removed", "schema_differs: trigger revisions_are_never_removed"],
  ["drop table changes", "schema_differs: table changes"],
];

describe("verify lists records that no import would have stored", () => {
  it.each(RECORDS)("%s", async (sql, problem) => {
    expect(kinds(await problemsAfter(sql))).toContain(problem);
  });

  it("and imports that cannot be read", async () => {
    const [problem] = await problemsAfter("update import_batches set files = '{'");
    expect(problem?.code).toBe("import_unreadable");
  });
});
