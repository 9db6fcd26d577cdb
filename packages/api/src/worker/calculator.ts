import { Worker } from "node:worker_threads";
import type { Place } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Answer, Task, TaskKind, TaskResult, WorkerPlace } from "./tasks.ts";

interface Waiting {
  resolve(value: never): void;
  reject(error: unknown): void;
}

/** Does long work beside the thread that answers requests; tasks are done one after another. */
export interface Calculator {
  ask<K extends TaskKind>(task: Task<K>): Promise<TaskResult<K>>;
  close(): Promise<void>;
}

/**
 * One worker thread with its own connection to the database, started when first needed and started again should it
 * fail: better-sqlite3 and the rules both hold their thread until they are done.
 */
export function createCalculator({ dataDir, key }: Place): Calculator {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;

  const giveUp = (cause: unknown) => {
    worker = null;
    for (const { reject } of waiting.values()) reject(new AppError("unexpected", { cause }));
    waiting.clear();
  };
  const settle = ({ id, ...answer }: Answer) => {
    const task = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    if (answer.ok) task?.resolve(answer.value as never);
    else task?.reject(new AppError(answer.code, { cause: answer.cause }));
  };
  const start = () => {
    const workerData: WorkerPlace = { dataDir, key: key?.reveal() ?? null };
    const started = new Worker(new URL("./entry.ts", import.meta.url), { workerData });
    started.on("message", settle);
    started.on("error", giveUp);
    started.on("exit", () => {
      if (worker === started) giveUp(new Error("the worker ended"));
    });
    worker = started;
    return started;
  };

  return {
    ask(task) {
      const id = asked;
      asked += 1;
      const running = worker ?? start();
      running.ref();
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        running.postMessage({ id, task });
      });
    },
    async close() {
      const running = worker;
      worker = null;
      await running?.terminate();
      giveUp(new Error("the server is stopping"));
    },
  };
}
