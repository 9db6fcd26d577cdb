import { MIGRATIONS } from "../migrations/migrations.ts";
import { openScratch, type ReadConnection } from "./sqlite.ts";

/** SQLite's own tables are left out. */
const PARTS = `select "type" || ' ' || "name", "sql" from "sqlite_schema" where "name" not like 'sqlite\\_%' escape '\\'`;

function partsOf(connection: ReadConnection): ReadonlyMap<string, string> {
  const rows = connection.statement(PARTS).all([]);
  return new Map(rows.map(([name, sql]) => [String(name), String(sql)]));
}

function expectedParts(version: number): ReadonlyMap<string, string> {
  const connection = openScratch(":memory:", null);
  try {
    for (const migration of MIGRATIONS) if (migration.version <= version) connection.exec(migration.sql);
    return partsOf(connection);
  } finally {
    connection.close();
  }
}

/** The tables, indexes and triggers that are missing, changed or added, against the schema of the version. */
export function differingParts(connection: ReadConnection, version: number): readonly string[] {
  const expected = expectedParts(version);
  const found = partsOf(connection);
  const names = [...new Set([...expected.keys(), ...found.keys()])];
  return names.filter((name) => expected.get(name) !== found.get(name)).sort();
}
