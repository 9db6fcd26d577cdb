import type { ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "../verify/problem.ts";
import { chainProblems } from "./chain.ts";
import { type AuditHead, lastEntry } from "./head.ts";
import { listProblems } from "./listed.ts";
import { headWrong } from "./problems.ts";
import { rowProblems } from "./row-problems.ts";

/** When everything after an entry was renumbered, naming a part of it says as much as naming all. */
const MOST_NAMED = 1_000;

function* notedProblems(connection: ReadConnection, { seq, hash }: AuditHead): Generator<VerifyProblem> {
  const [stored] =
    connection.statement(`select "hash" from "audit_entries" where "seq" = ?`).get([seq]) ?? [];
  if (typeof stored === "string" && stored.startsWith(hash)) return;
  const there = lastEntry(connection).seq;
  yield headWrong(
    stored === undefined
      ? `Entry ${seq}, which was noted, is not there; the last is entry ${there}.`
      : `Entry ${seq} has another hash than the one that was noted: the audit up to it was written anew.`,
  );
}

/**
 * What is wrong with the audit, each entry named by its number. `noted` is a head that was kept elsewhere. Goes along the
 * whole audit with little memory; null at every place where other work may go on.
 */
export function* auditProblems(
  connection: ReadConnection,
  noted: AuditHead | null = null,
): Generator<VerifyProblem | null> {
  let named = 0;
  if (noted !== null) yield* notedProblems(connection, noted);
  for (const part of [chainProblems, listProblems, rowProblems]) {
    for (const problem of part(connection)) {
      if (problem !== null) named += 1;
      if (named > MOST_NAMED) {
        const message = `More entries are wrong than the first ${MOST_NAMED} that are named.`;
        yield { code: "audit_changed", where: "audit", message };
        return;
      }
      yield problem;
    }
  }
}
