import { parentPort, workerData } from "node:worker_threads";
import type { OutcomesReport } from "@soundings/clinical";
import { openStore, type Place, type Progress, StoreKey } from "@soundings/records";
import { AppError, appErrorCodeOf } from "../errors.ts";
import { answerTo } from "../outcomes/answers.ts";
import type { OutcomesTask } from "../outcomes/questions.types.ts";
import type { FromComputing, Ordered, ReportToFile, ToComputing } from "./computing.types.ts";
import { createHoldings, type Waiting } from "./holdings.ts";
import type { WorkerPlace } from "./tasks.ts";

const given = workerData as WorkerPlace;
const place: Place = { dataDir: given.dataDir, key: given.key === null ? null : new StoreKey(given.key) };
const holdings = createHoldings(place);
const TOLD_EVERY_MS = 100;

const running = new Set<string>();

function tell(message: FromComputing): void {
  parentPort?.postMessage(message);
}

function waitingAs(job: string): Waiting {
  let last = Number.NEGATIVE_INFINITY;
  return {
    ended: () => !running.has(job),
    told({ done, total }: Progress) {
      const now = performance.now();
      if (now - last < TOLD_EVERY_MS) return;
      last = now;
      tell({ kind: "progress", job, done, total });
    },
  };
}

async function compute(job: string, task: OutcomesTask): Promise<FromComputing> {
  const holding = await holdings.get(task.wanted, waitingAs(job));
  if (!running.has(job)) throw new AppError("computing_ended");
  const store = openStore({ ...place, access: "read" });
  try {
    return { kind: "answer", job, seq: holding.seq, answer: answerTo({ store, holding }, task) };
  } finally {
    store.close();
  }
}

/** What writes files is loaded with the first of them: whoever waits for the first answer of a new thread does not wait for it. */
async function fileOf({ document, form, madeAt, made }: ReportToFile): Promise<string> {
  const { reportAsPdf, reportSheets, workbookOf } = await import("@soundings/interchange");
  const report = JSON.parse(document) as OutcomesReport;
  const bytes =
    form === "pdf" ? await reportAsPdf(report, { madeAt, made }) : await workbookOf(reportSheets(report));
  return Buffer.from(bytes).toString("base64");
}

async function carriedOut(message: Ordered): Promise<FromComputing> {
  const { job } = message;
  if (message.kind === "ask") return compute(job, message.task);
  if (message.kind === "file")
    return { kind: "answer", job, seq: null, answer: await fileOf(message.report) };
  await holdings.fill(message.today, waitingAs(job));
  return { kind: "answer", job, seq: null, answer: null };
}

async function perform(message: Ordered): Promise<void> {
  const { job } = message;
  running.add(job);
  try {
    tell(await carriedOut(message));
  } catch (cause) {
    tell({ kind: "failed", job, code: appErrorCodeOf(cause), cause });
  } finally {
    running.delete(job);
  }
}

parentPort?.on("message", (message: ToComputing) => {
  if (message.kind === "cancel") running.delete(message.job);
  else void perform(message);
});
