import type { Instant } from "@soundings/clinical";
import type { KeyedFile } from "../store/copy.ts";
import { beginningOf } from "../store/encryption.ts";
import { asStoreError, StoreError } from "../store/errors.ts";
import { openReader, openScratch, type ReadConnection, type WriteConnection } from "../store/sqlite.ts";

/** What a restore did about who may come in, by e-mail address where somebody has to look at it. */
export interface RestoredPeople {
  readonly signInsEnded: number;
  readonly linksWithdrawn: number;
  /** Whether the database that was replaced could be asked; without it nothing below is known. */
  readonly compared: boolean;
  /** Disabled in the database that was replaced and not yet in the backup: they stay disabled. */
  readonly stillDisabled: readonly string[];
  /** With an account in the database that was replaced and none in the backup. */
  readonly notInBackup: readonly string[];
  /** With other roles in the backup than in the database that was replaced: the backup's count. */
  readonly otherRoles: readonly string[];
}

interface Account {
  readonly email: string;
  readonly disabledAt: string | null;
  readonly roles: string;
}

const NOBODY: RestoredPeople = {
  signInsEnded: 0,
  linksWithdrawn: 0,
  compared: false,
  stillDisabled: [],
  notInBackup: [],
  otherRoles: [],
};

const ACCOUNTS = `select "person_id", "email", "disabled_at",
    (select group_concat("held", ' ') from (select r."role" || ':' || r."program_id" as "held" from "person_roles" as r where r."person_id" = p."person_id" order by 1))
  from "people" as p order by "email"`;

/** A database from before there were accounts has none. */
function hasAccounts(connection: ReadConnection): boolean {
  return (
    connection.statement(`select 1 from "sqlite_schema" where "name" = 'sign_ins'`).get([]) !== undefined
  );
}

function accountsIn(connection: ReadConnection): ReadonlyMap<string, Account> {
  if (!hasAccounts(connection)) return new Map();
  const rows = connection.statement(ACCOUNTS).all([]);
  return new Map(
    rows.map(([id, email, disabledAt, roles]) => [
      String(id),
      {
        email: String(email),
        disabledAt: disabledAt === null || disabledAt === undefined ? null : String(disabledAt),
        roles: String(roles ?? ""),
      },
    ]),
  );
}

/** Who has an account in the present database; null when it cannot be read. What is no database is not opened: SQLite would tidy up beside it. */
function accountsNow({ file, key }: KeyedFile): ReadonlyMap<string, Account> | null {
  if (!["plain", "encrypted"].includes(beginningOf(file))) return null;
  try {
    const reader = openReader(file, key);
    try {
      return accountsIn(reader);
    } finally {
      reader.close();
    }
  } catch (error) {
    if (asStoreError(error) instanceof StoreError) return null;
    throw error;
  }
}

/** Whoever was signed in when the backup was made may have signed off since, and a link may have been used. */
function shutEverybodyOut(connection: WriteConnection, now: Instant) {
  const signInsEnded = connection.statement(`delete from "sign_ins"`).run([]);
  connection.statement(`delete from "verifications"`).run([]);
  const linksWithdrawn = connection
    .statement(`update "links" set "replaced_at" = ? where "used_at" is null and "replaced_at" is null`)
    .run([now]);
  return { signInsEnded, linksWithdrawn };
}

function compare(
  connection: WriteConnection,
  present: ReadonlyMap<string, Account>,
): Pick<RestoredPeople, "stillDisabled" | "notInBackup" | "otherRoles"> {
  const restored = accountsIn(connection);
  const disable = connection.statement(`update "people" set "disabled_at" = ? where "person_id" = ?`);
  const stillDisabled: string[] = [];
  const notInBackup: string[] = [];
  const otherRoles: string[] = [];
  for (const [personId, { email, disabledAt, roles }] of present) {
    const account = restored.get(personId);
    if (account === undefined) notInBackup.push(email);
    else if (disabledAt !== null && account.disabledAt === null) {
      disable.run([disabledAt, personId]);
      stillDisabled.push(email);
    }
    if (account !== undefined && account.roles !== roles) otherRoles.push(email);
  }
  return { stillDisabled, notInBackup, otherRoles };
}

/**
 * In a copy of a backup that is in nobody's use: nobody is signed in, no link works, and who is disabled in the present
 * database stays disabled. A backup would otherwise let in whoever was shut out since it was made.
 */
export function shutOutInCopy({ file, key }: KeyedFile, present: KeyedFile, now: Instant): RestoredPeople {
  const before = accountsNow(present);
  const connection = openScratch(file, key);
  try {
    if (!hasAccounts(connection)) return NOBODY;
    return connection.act(() => ({
      ...NOBODY,
      ...shutEverybodyOut(connection, now),
      ...(before === null ? {} : { compared: true, ...compare(connection, before) }),
    }));
  } finally {
    connection.close();
  }
}
