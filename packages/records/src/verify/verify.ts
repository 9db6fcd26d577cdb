import { setImmediate } from "node:timers/promises";
import type { AuditHead } from "../audit/head.ts";
import { auditProblems } from "../audit/verify-audit.ts";
import { hasStaging } from "../imports/staging.ts";
import { StoreError } from "../store/errors.ts";
import { databaseFile } from "../store/files.ts";
import { versionOf } from "../store/migrate.ts";
import { differingParts } from "../store/schema-check.ts";
import { openReader, type ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { administrationProblems } from "./administration.ts";
import { outcomeProblems } from "./outcomes.ts";
import { ownProblems } from "./own.ts";
import type { VerifyProblem } from "./problem.ts";
import { recordProblems, settingProblems } from "./records.ts";
import { summaryProblems } from "./summaries.ts";

function* integrity(connection: ReadConnection): Generator<VerifyProblem> {
  for (const row of connection.pragmaRows("integrity_check")) {
    const text = String(row.integrity_check);
    if (text !== "ok") yield { code: "damaged", where: "soundings.db", message: text };
  }
  for (const row of connection.pragmaRows("foreign_key_check")) {
    const where = `${String(row.table)} row ${String(row.rowid)}`;
    yield {
      code: "broken_reference",
      where,
      message: `It refers to a row of ${String(row.parent)} that is not there.`,
    };
  }
}

function* schema(connection: ReadConnection): Generator<VerifyProblem> {
  for (const where of differingParts(connection, versionOf(connection))) {
    yield { code: "schema_differs", where, message: "It is not as this version of Soundings makes it." };
  }
}

function* revisions(connection: ReadConnection): Generator<VerifyProblem> {
  const gaps = connection
    .statement(
      `select "record_kind", "record_key" from "revisions" group by "record_kind", "record_key" having max("revision") <> count(*) or min("revision") <> 1`,
    )
    .all([]);
  for (const [kind, key] of gaps) {
    yield {
      code: "revision_gap",
      where: `${String(kind)} ${String(key)}`,
      message: "Its revisions are not numbered without a gap.",
    };
  }
  yield* unreadable(connection);
}

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

function* unreadable(connection: ReadConnection): Generator<VerifyProblem> {
  const page = connection.statement(
    `select "id", "before" from "revisions" where "id" > ? order by "id" limit 1000`,
  );
  let rows = page.all([0]);
  while (rows.length > 0) {
    for (const [id, before] of rows) {
      const where = `revision ${String(id)}`;
      if (!isJson(before))
        yield { code: "revision_unreadable", where, message: "What stood before cannot be read." };
    }
    rows = page.all([rows.at(-1)?.[0] ?? null]);
  }
}

const NOT_JSON: readonly (readonly [what: string, sql: string])[] = [
  ["import", `select "batch_id" from "import_batches" where not json_valid("files") order by "number"`],
  [
    "set-aside row",
    `select "id" from "set_aside_rows" where "cells" is not null and not json_valid("cells") order by "id"`,
  ],
];

function* imports({ dataDir, reader }: Pick<ReadStore, "dataDir" | "reader">): Generator<VerifyProblem> {
  for (const [what, sql] of NOT_JSON) {
    for (const [id] of reader.statement(sql).all([])) {
      yield { code: "import_unreadable", where: `${what} ${String(id)}`, message: "It cannot be read." };
    }
  }
  const left = reader
    .statement(`select "batch_id" from "import_batches" where "state" = 'applying' order by "batch_id"`)
    .all([]);
  const message = hasStaging(dataDir)
    ? "It is still running, or was cut off: the next start or import finishes it."
    : "It was cut off, and its rows that had not gone in are not here: import the folder again.";
  for (const [id] of left) yield { code: "unfinished_import", where: `import ${String(id)}`, message };
}

/** All problems; at every pause other work of the process goes on, and memory is freed. */
async function collected(found: Iterable<VerifyProblem | null>): Promise<readonly VerifyProblem[]> {
  const problems: VerifyProblem[] = [];
  for (const problem of found) {
    if (problem === null) await setImmediate();
    else problems.push(problem);
  }
  return problems;
}

async function everything(
  store: Pick<ReadStore, "dataDir" | "reader">,
  noted: AuditHead | null,
): Promise<readonly VerifyProblem[]> {
  const { reader } = store;
  const damage = [...integrity(reader)];
  if (damage.some(({ code }) => code === "damaged")) return damage;
  const parts = [...schema(reader)];
  if (parts.some(({ where }) => where.startsWith("table "))) return [...damage, ...parts];
  return [
    ...damage,
    ...parts,
    ...settingProblems(reader),
    ...recordProblems(reader),
    ...ownProblems(reader),
    ...(await collected(summaryProblems(reader))),
    ...(await collected(outcomeProblems(reader))),
    ...revisions(reader),
    ...administrationProblems(reader),
    ...imports(store),
    ...(await collected(auditProblems(reader, noted))),
  ];
}

/**
 * Checks the whole database: SQLite's integrity check, references, the schema, that every record is one that an import
 * would have stored, that stored summaries, findings and facts of outcomes are, in every column, what the records give (as of the day for which
 * they are stored), that revisions are whole, that no import was left unfinished, that the audit is as it was written. `noted` is a head
 * of the audit that was kept elsewhere. Empty when everything is as it must be.
 */
export async function verifyStore(
  store: ReadStore,
  noted: AuditHead | null = null,
): Promise<readonly VerifyProblem[]> {
  const { dataDir, key } = store;
  const reader = openReader(databaseFile(dataDir), key);
  try {
    reader.begin();
    return await everything({ dataDir, reader }, noted);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "corrupt") throw error;
    return [{ code: "damaged", where: "soundings.db", message: error.message }];
  } finally {
    reader.close();
  }
}
