import type { RunningStatus } from "@soundings/contract";
import { auditHead, auditLength, idleMinutesOf, siteOf, upkeepOf } from "@soundings/records";
import type { Asked } from "../trpc.ts";

/** What is running, and how its database is kept. */
export function readRunning({ store, version, hosting, startedAt, today }: Asked): RunningStatus {
  const { zone, purpose } = siteOf(store);
  const { bytes, schemaVersion, lastBackup, lastRefresh, lastVerification } = upkeepOf(store);
  return {
    version,
    dataDir: store.dataDir,
    databaseBytes: bytes,
    encrypted: store.key !== null,
    schemaVersion,
    startedAt,
    today: today(),
    zone,
    lastBackup,
    lastNightlyRun: lastRefresh,
    lastVerification,
    auditEntries: auditLength(store),
    auditHead: auditHead(store),
    ...hosting,
    idleMinutes: idleMinutesOf(store),
    purpose,
  };
}
