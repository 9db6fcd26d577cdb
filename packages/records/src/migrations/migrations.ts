import { records } from "./0001-records.ts";
import { history } from "./0002-history.ts";
import { findings } from "./0003-findings.ts";
import { imports } from "./0004-imports.ts";
import { superseded } from "./0005-superseded.ts";
import { people } from "./0006-people.ts";
import { audit } from "./0007-audit.ts";
import { signIn } from "./0008-sign-in.ts";
import { consent } from "./0009-consent.ts";
import { administration } from "./0010-administration.ts";
import { ownRecords } from "./0011-own-records.ts";
import { outcomes } from "./0012-outcomes.ts";

/**
 * Forward only, in order; the position is the version. A migration that has been in a release is never edited: what it
 * got wrong is put right by the next one.
 */
export const MIGRATIONS: readonly {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}[] = [
  { version: 1, name: "records", sql: records },
  { version: 2, name: "history", sql: history },
  { version: 3, name: "findings", sql: findings },
  { version: 4, name: "imports", sql: imports },
  { version: 5, name: "superseded", sql: superseded },
  { version: 6, name: "people", sql: people },
  { version: 7, name: "audit", sql: audit },
  { version: 8, name: "sign-in", sql: signIn },
  { version: 9, name: "consent", sql: consent },
  { version: 10, name: "administration", sql: administration },
  { version: 11, name: "own-records", sql: ownRecords },
  { version: 12, name: "outcomes", sql: outcomes },
];

/** The version that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
