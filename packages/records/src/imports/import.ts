import { setTimeout } from "node:timers/promises";
import type {
  ImportWarning,
  IncomingRow,
  Instant,
  Problem,
  SetAsideRow,
  ZoneName,
} from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { uuidAt } from "../store/batch-id.ts";
import { type Lock, lockImports } from "../store/lock.ts";
import type { Store } from "../store/store.ts";
import { type ApplyProgress, applyStaged } from "./apply.ts";
import { abandonBatch, beginApplying, type CountsByFile, insertBatch, systemActor } from "./batches.ts";
import { whileApplying } from "./cut-off.ts";
import { judgeRows, type Outcome } from "./judge.ts";
import { settleUnfinished } from "./recover.ts";
import { type Rejection, type ReportSource, reportedRejections, reportedWarnings } from "./report.ts";
import { takeBackUncollected } from "./screen-agreement.ts";
import {
  discardStaging,
  newStaging,
  type Staging,
  sealStaging,
  stageSetAside,
  stageWarning,
} from "./staging.ts";
import { Tally } from "./tally.ts";
import { stageUnusual } from "./unusual.ts";

/** Where rows come from and who answers for them. */
export interface ImportOrigin {
  /** What is read, in words: a folder's name, `a mended row`. */
  readonly source: string;
  readonly by: string;
  /** Whom the audit names; the system's user `by` unless given. */
  readonly actor?: Actor | undefined;
  readonly reason?: string | null;
  /** The id of the set-aside row that is tried again, mended: it is settled when the row goes in, else it stays open. */
  readonly mends?: string;
  /** Judge everything, store nothing. */
  readonly dryRun?: boolean;
  readonly now: Instant;
}

/** What became of an import. Rejections and warnings are read from the disk, however many there are. */
export interface ImportReport {
  readonly batch: string;
  /** Every row went in. */
  readonly ok: boolean;
  /** By file name, in the order in which files came; rows = created + updated + unchanged + rejected. */
  readonly files: CountsByFile;
  rejections(): Iterable<Rejection>;
  warnings(): Iterable<ImportWarning>;
}

/**
 * An import under way. Rows are handed over in the order of kinds of the clinic export; `apply` ends it. Throws a
 * StoreError when the disk is full; before `apply`, nothing is stored then.
 */
export interface Import {
  readonly batch: string;
  /** The zone in which date-times without an offset are read, once programs.csv has been handed over. */
  zone(): ZoneName;
  /** Says that a file was found, so that one without rows is reported too. */
  openFile(file: string): void;
  /** Judges a row whose cells are well formed; what keeps it out is also noted in the report. */
  stage(row: IncomingRow): Outcome;
  /** A row that could not be read. */
  setAside(row: SetAsideRow): void;
  warn(warning: ImportWarning): void;
  /**
   * Applies what was accepted, patient by patient, and reports. A dry run only reports. When it throws (disk full), whole
   * patients are in; the rest goes in with the next start or import.
   */
  apply(onProgress?: (progress: ApplyProgress) => void): Promise<ImportReport>;
  /**
   * Ends an import that was not applied: nothing is stored. Ends a dry run when its report has been read. Closing the store
   * does the same.
   */
  close(): void;
}

/** Lets other writers in between two transactions: long enough that one who looks every so often finds the gap. */
const PAUSE_MS = 20;

function isProblem(outcome: Outcome): outcome is Problem {
  return typeof outcome !== "string";
}

interface Begun {
  readonly store: Store;
  readonly origin: ImportOrigin;
  readonly batch: string;
  readonly lock: Lock;
  readonly staging: Staging;
}

function begin(store: Store, origin: ImportOrigin): Begun {
  const lock = lockImports(store.dataDir);
  try {
    settleUnfinished(store);
    const batch = uuidAt(origin.now);
    const { source, by, actor = systemActor(by), reason = null, now } = origin;
    const mends = origin.mends === undefined ? null : Number(origin.mends);
    if (origin.dryRun !== true) insertBatch(store.writer, batch, { source, by, actor, reason, mends, now });
    return { store, origin, batch, lock, staging: newStaging(store, batch) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Begins an import. Throws a StoreError `import_running` when another one runs on the same data; an import that a crash
 * cut off is finished or discarded first.
 */
export function beginImport(store: Store, origin: ImportOrigin): Import {
  const { batch, lock, staging } = begin(store, origin);
  const judge = judgeRows(store.reader, staging);
  const tally = new Tally();
  let state: "open" | "applying" | "finished" | "closed" = "open";

  const close = (): void => {
    if (state === "closed") return;
    const stopped = state;
    state = "closed";
    if (stopped === "applying") staging.connection.close();
    else discardStaging(staging);
    lock.release();
    if (stopped === "open" && origin.dryRun !== true) {
      store.writer.act(() => abandonBatch(store.writer, batch, origin.now));
    }
  };
  store.whenClosed(close);

  const reject = (row: SetAsideRow): void => {
    tally.count(row.file, "rejected");
    stageSetAside(staging, row);
  };

  const judgeTheRest = (): void => {
    for (const { file, outcome } of takeBackUncollected(store.reader, staging)) tally.takeBack(file, outcome);
    stageUnusual(store.reader, staging);
    sealStaging(staging);
  };

  const report = (source: ReportSource): ImportReport => ({
    batch,
    ok: tally.rejected() === 0,
    files: tally.files(),
    rejections: () => reportedRejections(source),
    warnings: () => reportedWarnings(source),
  });

  const applyAll = async (onProgress?: (progress: ApplyProgress) => void): Promise<ImportReport> => {
    const warnings = Number(staging.connection.statement("select count(*) from warnings").get([])?.[0] ?? 0);
    beginApplying(store.writer, batch, {
      files: tally.files(),
      rejected: tally.rejected(),
      warnings,
      zone: judge.adoptedZone(),
    });
    state = "applying";
    for (const progress of applyStaged(store.writer, staging, batch, origin.now)) {
      onProgress?.(progress);
      await setTimeout(PAUSE_MS);
    }
    state = "finished";
    close();
    return report({ connection: store.reader, batch });
  };

  return {
    batch,
    zone: judge.zone,
    openFile: (file) => tally.open(file),
    stage: (row) => {
      const outcome = judge.judge(row);
      if (isProblem(outcome)) {
        reject({ ...outcome, file: row.file, line: row.line, cells: row.cells, raw: null });
      } else tally.count(row.file, outcome);
      return outcome;
    },
    setAside: reject,
    warn: (warning) => stageWarning(staging, warning),
    apply: async (onProgress) => {
      judgeTheRest();
      if (origin.dryRun === true) return report({ connection: staging.connection, batch: null });
      try {
        return await applyAll(onProgress);
      } catch (error) {
        const cutOff = state === "applying";
        close();
        throw cutOff ? whileApplying(error) : error;
      }
    },
    close,
  };
}
