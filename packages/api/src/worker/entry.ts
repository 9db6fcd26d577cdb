import { parentPort, workerData } from "node:worker_threads";
import {
  caseloadAsOf,
  dueAsOf,
  noteVerification,
  openStore,
  type Place,
  refreshFindings,
  StoreKey,
  trendsAsOf,
  verifyStore,
} from "@soundings/records";
import { appErrorCodeOf } from "../errors.ts";
import type { Answer, Asked, Task, WorkerPlace } from "./tasks.ts";

const given = workerData as WorkerPlace;
const place: Place = { dataDir: given.dataDir, key: given.key === null ? null : new StoreKey(given.key) };

async function verified(): Promise<number> {
  const store = openStore({ ...place, access: "read" });
  try {
    const { length } = await verifyStore(store);
    noteVerification(store, length);
    return length;
  } finally {
    store.close();
  }
}

/** Opened for the task and closed after it, so that the thread keeps no hold on a database that is replaced. */
async function perform(task: Task): Promise<unknown> {
  if (task.kind === "verify") return verified();
  if (task.kind === "caseload") {
    const store = openStore({ ...place, access: "read" });
    return caseloadAsOf(store, task, task).finally(() => store.close());
  }
  if (task.kind === "due") {
    const store = openStore({ ...place, access: "read" });
    return dueAsOf(store, task.scope, task.today).finally(() => store.close());
  }
  if (task.kind === "trends") {
    const store = openStore({ ...place, access: "read" });
    return trendsAsOf(store, task, task).finally(() => store.close());
  }
  const store = openStore({ ...place, access: "write" });
  return refreshFindings(store, task.today).finally(() => store.close());
}

async function answer({ id, task }: Asked): Promise<Answer> {
  try {
    return { id, ok: true, value: await perform(task) };
  } catch (error) {
    return { id, ok: false, code: appErrorCodeOf(error), cause: error };
  }
}

let turn = Promise.resolve();
parentPort?.on("message", (asked: Asked) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(asked)));
});
