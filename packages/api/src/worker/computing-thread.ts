import { Worker } from "node:worker_threads";
import type { Place } from "@soundings/records";
import type { FromComputing, ToComputing } from "./computing.types.ts";
import type { WorkerPlace } from "./tasks.ts";

/** The thread of long computations, started when first needed and started again should it fail. */
export interface ComputingThread {
  post(message: ToComputing): void;
  /** The process may end although the thread is there: nobody waits for it. */
  rest(): void;
  /** Ends the thread, and with it the memory that it holds. */
  stop(): Promise<void>;
}

interface Listener {
  readonly hear: (message: FromComputing) => void;
  readonly failed: (cause: unknown) => void;
}

export function createThread({ dataDir, key }: Place, { hear, failed }: Listener): ComputingThread {
  let worker: Worker | null = null;
  const start = () => {
    const workerData: WorkerPlace = { dataDir, key: key?.reveal() ?? null };
    const started = new Worker(new URL("./computing-entry.ts", import.meta.url), { workerData });
    const lost = (cause: unknown) => {
      if (worker !== started) return;
      worker = null;
      failed(cause);
    };
    started.on("message", hear);
    started.on("error", lost);
    started.on("exit", () => lost(new Error("the worker ended")));
    worker = started;
    return started;
  };
  return {
    post(message) {
      if (message.kind === "cancel") return worker?.postMessage(message);
      const running = worker ?? start();
      running.ref();
      running.postMessage(message);
    },
    rest: () => worker?.unref(),
    async stop() {
      const running = worker;
      worker = null;
      await running?.terminate();
    },
  };
}
