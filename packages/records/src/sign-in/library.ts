import type { Actor, AuditEvent } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";

/** The tables that the sign-in library reads and writes by itself, each with the column of its id. */
const IDS = {
  people: "person_id",
  sign_ins: "sign_in_id",
  credentials: "credential_id",
  verifications: "verification_id",
  two_factors: "two_factor_id",
  passkeys: "passkey_id",
} as const;
export type LibraryTable = keyof typeof IDS;

export type LibraryRow = Readonly<Record<string, Bound>>;

/** One condition; several are joined by AND, or by OR where a condition says so. */
export interface LibraryCondition {
  readonly field: string;
  readonly operator: string;
  readonly value: Bound | readonly Bound[];
  readonly connector: "AND" | "OR";
}

/** What is entered in the audit together with a write; null when the write is none of a person's acts. */
export interface LibraryEntry {
  readonly actor: Actor;
  readonly event: AuditEvent;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "<>",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
};

export function isLibraryTable(table: string): table is LibraryTable {
  return Object.hasOwn(IDS, table);
}

/** Names of columns come from the library's schema; anything else than a plain name is refused. */
function named(table: LibraryTable, field: string): string {
  const column = field === "id" ? IDS[table] : field;
  if (!/^[a-z_]+$/.test(column)) throw new TypeError("a column of the sign-in tables has a plain name");
  return `"${column}"`;
}

function conditionOf(table: LibraryTable, condition: LibraryCondition): { sql: string; values: Bound[] } {
  const { field, operator, value } = condition;
  const column = named(table, field);
  if (operator === "in" || operator === "not_in") {
    const values = Array.isArray(value) ? [...value] : [value as Bound];
    const places = values.map(() => "?").join(", ");
    return { sql: `${column} ${operator === "in" ? "in" : "not in"} (${places})`, values };
  }
  const comparison = COMPARISONS[operator];
  if (comparison === undefined || Array.isArray(value))
    throw new TypeError(`the sign-in tables are not searched by ${operator}`);
  if (value === null) return { sql: `${column} is ${operator === "ne" ? "not " : ""}null`, values: [] };
  return { sql: `${column} ${comparison} ?`, values: [value as Bound] };
}

function whereOf(
  table: LibraryTable,
  where: readonly LibraryCondition[],
): { readonly sql: string; readonly values: readonly Bound[] } {
  if (where.length === 0) return { sql: "", values: [] };
  const and = where.filter((one) => one.connector !== "OR").map((one) => conditionOf(table, one));
  const or = where.filter((one) => one.connector === "OR").map((one) => conditionOf(table, one));
  const parts = and.map(({ sql }) => sql);
  if (or.length > 0) parts.push(`(${or.map(({ sql }) => sql).join(" or ")})`);
  return {
    sql: ` where ${parts.join(" and ")}`,
    values: [...and, ...or].flatMap(({ values }) => values),
  };
}

/** Rows of one of the library's tables, with the id as `id`. */
export function libraryRows(
  { reader }: { readonly reader: ReadConnection },
  table: LibraryTable,
  where: readonly LibraryCondition[],
  limit = 1_000,
): readonly LibraryRow[] {
  const { sql, values } = whereOf(table, where);
  const columns = reader.pragmaRows(`table_info("${table}")`).map((column) => String(column.name));
  const rows = reader
    .statement(
      `select ${columns.map((column) => `"${column}"`).join(", ")} from "${table}"${sql} order by "${IDS[table]}" desc limit ${Math.floor(limit)}`,
    )
    .all(values);
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((column, at) => [column === IDS[table] ? "id" : column, row[at] ?? null] as const),
    ),
  );
}

function enter(store: Store, entry: LibraryEntry | null): void {
  if (entry !== null) appendAudit(store.writer, entry.actor, entry.event);
}

/** Adds a row, with its entry in the audit. */
export function libraryCreate(
  store: Store,
  table: LibraryTable,
  row: LibraryRow,
  entry: LibraryEntry | null,
): void {
  const fields = Object.keys(row);
  const columns = fields.map((field) => named(table, field)).join(", ");
  store.writer.actInTime(() => {
    store.writer
      .statement(`insert into "${table}" (${columns}) values (${fields.map(() => "?").join(", ")})`)
      .run(fields.map((field) => row[field] ?? null));
    enter(store, entry);
  });
}

/** Changes the rows that meet the conditions; answers how many. */
export function libraryUpdate(
  store: Store,
  table: LibraryTable,
  where: readonly LibraryCondition[],
  row: LibraryRow,
): number {
  const fields = Object.keys(row);
  if (fields.length === 0) return 0;
  const set = fields.map((field) => `${named(table, field)} = ?`).join(", ");
  const found = whereOf(table, where);
  return store.writer
    .statement(`update "${table}" set ${set}${found.sql}`)
    .run([...fields.map((field) => row[field] ?? null), ...found.values]);
}

/** Removes the rows that meet the conditions, with an entry for each; answers what they were. */
export function libraryRemove(
  store: Store,
  table: LibraryTable,
  where: readonly LibraryCondition[],
  entryOf: (row: LibraryRow) => LibraryEntry | null,
): readonly LibraryRow[] {
  const { writer } = store;
  return writer.actInTime(() => {
    const rows = libraryRows({ reader: writer }, table, where);
    const remove = writer.statement(`delete from "${table}" where "${IDS[table]}" = ?`);
    for (const row of rows) {
      remove.run([row.id ?? null]);
      enter(store, entryOf(row));
    }
    return rows;
  });
}
