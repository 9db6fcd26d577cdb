import type { Bound, ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "../verify/problem.ts";
import { BEGINNING, ENTRY_COLUMNS, hashOf } from "./entry.ts";
import { witnesses } from "./head.ts";
import { added, changed, headWrong, missing, moved } from "./problems.ts";

const ROWS_AT_ONCE = 500;

const SEQ = ENTRY_COLUMNS.indexOf("seq");
const PREVIOUS = ENTRY_COLUMNS.indexOf("previous");
const HASH = ENTRY_COLUMNS.indexOf("hash");

interface Entry {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
  /** Its number when it was written; null when it was changed otherwise since. */
  readonly written: number | null;
}

const FIRST: Entry = { seq: 0, previous: "", hash: BEGINNING, written: 0 };

/** Every stored entry in the order of its number, a portion in memory at a time; null between two portions. */
function* rowsOf(connection: ReadConnection): Generator<readonly Bound[] | null> {
  const list = ENTRY_COLUMNS.map((column) => `"${column}"`).join(", ");
  const page = connection.statement(
    `select ${list} from "audit_entries" where "seq" > ? order by "seq" limit ${ROWS_AT_ONCE}`,
  );
  let rows = page.all([Number.MIN_SAFE_INTEGER]);
  while (rows.length > 0) {
    yield* rows;
    yield null;
    rows = page.all([rows.at(-1)?.[SEQ] ?? null]);
  }
}

/** The number under which the entry after a hash was written, or null when no entry has that hash. */
function numberAfter(connection: ReadConnection, previous: string): number | null {
  if (previous === BEGINNING) return 1;
  const [seq] =
    connection.statement(`select "seq" from "audit_entries" where "hash" = ? limit 1`).get([previous]) ?? [];
  return typeof seq === "number" ? seq + 1 : null;
}

/** The number with which the hash of an entry fits its columns: its own, or another when it was renumbered. */
function writtenAs(connection: ReadConnection, row: readonly Bound[], shift: number): number | null {
  const seq = Number(row[SEQ]);
  const values = row.slice(0, HASH);
  const fits = (number: number) => {
    values[SEQ] = number;
    return hashOf(values) === row[HASH];
  };
  const near = [seq, seq - shift, seq - 1, seq + 1].find(fits);
  if (near !== undefined) return near;
  const number = numberAfter(connection, String(row[PREVIOUS]));
  return number !== null && fits(number) ? number : null;
}

/**
 * Whether the entry after it says that this one is as it was then. Null when that entry says nothing: another may have stood
 * between, or it was changed or moved itself.
 */
function isVouchedFor(entry: Entry, next: Entry): boolean | null {
  if (next.seq !== entry.seq + 1) return null;
  if (next.written === next.seq) return next.previous === entry.hash;
  const between = next.written === next.seq - 1 && next.previous === entry.previous;
  return between ? false : null;
}

/**
 * Looks at neighbors. An entry fits its own hash or was changed; and one that fits was written anew when the next does not
 * name its hash, unless it is the next that was written anew, which the one after that shows.
 */
class Neighbors {
  #before: Entry = FIRST;
  /** Of the entry before, when its next does not vouch for it and may be at fault itself. */
  #doubted: VerifyProblem | null = null;
  #shift = 0;

  get last(): number {
    return this.#before.seq;
  }

  *next(connection: ReadConnection, row: readonly Bound[]): Generator<VerifyProblem> {
    const seq = Number(row[SEQ]);
    if (seq < 1) {
      yield added(seq);
      return;
    }
    const written = writtenAs(connection, row, this.#shift);
    const entry = { seq, previous: String(row[PREVIOUS]), hash: String(row[HASH]), written };
    if (seq > this.last + 1) yield missing(this.last + 1, seq - 1);
    yield* this.compare(entry);
    if (written === null || (written === 1 && entry.previous !== BEGINNING)) yield changed(seq);
    else if (written !== seq) yield moved(seq, written);
    this.#shift = written === null ? 0 : seq - written;
    this.#before = entry;
  }

  /** What `next` says of the entry before it. */
  *compare(next: Entry): Generator<VerifyProblem> {
    const before = this.#before;
    const vouched = isVouchedFor(before, next);
    if (this.#doubted !== null && vouched !== false) yield this.#doubted;
    const fits = before.written === before.seq && before.seq > 0;
    this.#doubted = null;
    if (vouched !== false || !fits) return;
    if (next.previous === before.previous) yield added(before.seq);
    else this.#doubted = changed(before.seq);
  }

  *end(): Generator<VerifyProblem> {
    if (this.#doubted !== null) yield this.#doubted;
  }
}

function* tail(connection: ReadConnection, chain: Neighbors): Generator<VerifyProblem> {
  const { noted, highest } = witnesses(connection);
  const { last } = chain;
  if (noted !== null && noted.seq === last) {
    const seq = last + 1;
    yield* chain.compare({ seq, previous: noted.hash, hash: "", written: seq });
  }
  yield* chain.end();
  if (noted === null && (last > 0 || highest > 0))
    yield headWrong("The note of the last entry is not there.");
  if (noted !== null && noted.seq < last) yield added(noted.seq + 1, last);
  const furthest = Math.max(noted?.seq ?? 0, highest);
  if (furthest > last) yield missing(last + 1, furthest);
  if (highest < last) yield headWrong("The count of entries was set back.");
}

/** Entries that were changed, removed, added or reordered, by their numbers; null between portions. */
export function* chainProblems(connection: ReadConnection): Generator<VerifyProblem | null> {
  const chain = new Neighbors();
  for (const row of rowsOf(connection)) {
    if (row === null) yield null;
    else yield* chain.next(connection, row);
  }
  yield* tail(connection, chain);
}
