import { parentPort, workerData } from "node:worker_threads";
import { openStore, type Place, type Progress, StoreKey } from "@soundings/records";
import { AppError, appErrorCodeOf } from "../errors.ts";
import { answerTo } from "../outcomes/answers.ts";
import type { OutcomesTask } from "../outcomes/questions.types.ts";
import type { FromComputing, ToComputing } from "./computing.types.ts";
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

async function prepare(job: string, today: Parameters<typeof holdings.fill>[0]): Promise<FromComputing> {
  await holdings.fill(today, waitingAs(job));
  return { kind: "answer", job, seq: 0, answer: null };
}

async function perform(message: Exclude<ToComputing, { kind: "cancel" }>): Promise<void> {
  const { job } = message;
  running.add(job);
  try {
    tell(await (message.kind === "ask" ? compute(job, message.task) : prepare(job, message.today)));
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
