import type { CalendarDate } from "@soundings/clinical";
import type { Place } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { OutcomesAnswer, OutcomesTask, What, WhenReady } from "../outcomes/questions.types.ts";
import type { FromComputing, Order, ReportToFile } from "./computing.types.ts";
import { createThread } from "./computing-thread.ts";
import {
  aMoment,
  createJob,
  holds,
  isAbandoned,
  isErrand,
  isStale,
  type Job,
  type Outcome,
  refuseTooMany,
  theEnd,
  wake,
} from "./job.ts";

/** How patient computations are, in milliseconds. */
export interface Patience {
  /** A question is answered at once when it takes no longer than this. */
  readonly quick: number;
  /** A job for which nobody asks so long is ended; an answer that nobody fetches is kept so long. */
  readonly unasked: number;
  /** A thread without work is ended after this, and the memory that it held is free. */
  readonly idle: number;
}
const PATIENCE: Patience = { quick: 700, unasked: 15_000, idle: 10 * 60_000 };
const SWEPT_EVERY_MS = 1_000;

/** How often an answer is computed because the records changed meanwhile, before it goes out as it is. */
const MOST_RUNS = 3;

/** Long computations of program outcomes, beside every other thread, with progress and an end. */
export interface Computations {
  /**
   * The answer when it is ready within a moment, else how far it is; whoever wants it asks again.
   * @throws AppError too_many_computations, computing_ended; what the computation throws.
   */
  ask<W extends What>(personId: string, task: OutcomesTask<W>): Promise<WhenReady<OutcomesAnswer<W>>>;
  /** Ends the person's part in a job; the job itself when it is nobody else's. */
  cancel(personId: string, jobId: string): void;
  /** Makes today's answers quick, whoever asks for them later. */
  prepare(today: CalendarDate): Promise<void>;
  /** A report as a file, in base64. */
  fileOf(report: ReportToFile): Promise<string>;
  /** How many are under way. */
  underWay(): number;
  close(): Promise<void>;
}

interface Parts {
  readonly place: Place;
  /** The number of the last change of the records. */
  latest(): number;
  readonly patience?: Partial<Patience>;
}

export function createComputations({ place, latest, patience: given = {} }: Parts): Computations {
  const patience = { ...PATIENCE, ...given };
  const byKey = new Map<string, Job>();
  const byId = new Map<string, Job>();
  let lastUsed = 0;
  let sweeping: NodeJS.Timeout | undefined;

  const working = () => [...byId.values()].filter(({ outcome }) => outcome === null);
  const forget = (job: Job) => {
    byId.delete(job.id);
    if (byKey.get(job.key) === job) byKey.delete(job.key);
  };
  const settle = (job: Job, outcome: Outcome) => {
    job.outcome = outcome;
    if ("error" in outcome || isErrand(job)) forget(job);
    wake(job);
    if (working().length === 0) thread.rest();
  };
  const failAll = (cause: unknown) => {
    for (const job of working()) settle(job, { error: new AppError("unexpected", { cause }) });
  };
  const run = (job: Job) => {
    job.runs += 1;
    thread.post({ ...job.order, job: job.id });
  };
  const isOutdated = ({ runs }: Job, seq: number | null) =>
    seq !== null && seq < latest() && runs < MOST_RUNS;
  const hear = (message: FromComputing) => {
    const job = byId.get(message.job);
    if (job === undefined) return;
    if (message.kind === "progress") job.progress = { done: message.done, total: message.total };
    else if (message.kind === "failed") {
      settle(job, { error: new AppError(message.code, { cause: message.cause }) });
    } else if (isOutdated(job, message.seq)) run(job);
    else settle(job, { answer: message.answer, seq: message.seq, at: Date.now() });
  };
  const thread = createThread(place, { hear, failed: failAll });

  const end = (job: Job) => {
    thread.post({ kind: "cancel", job: job.id });
    settle(job, { error: new AppError("computing_ended") });
  };
  const sweep = () => {
    const now = Date.now();
    for (const job of [...byId.values()]) {
      const abandoned = isAbandoned(job, now, patience.unasked);
      if (job.outcome === null && abandoned) end(job);
      else if (isStale(job, now, patience.unasked)) forget(job);
    }
    if (byId.size > 0 || now - lastUsed < patience.idle) return;
    clearInterval(sweeping);
    sweeping = undefined;
    void thread.stop();
  };
  const begin = (key: string, order: Order): Job => {
    const job = createJob(key, order);
    byId.set(job.id, job);
    byKey.set(key, job);
    sweeping ??= setInterval(sweep, Math.min(SWEPT_EVERY_MS, patience.unasked)).unref();
    run(job);
    return job;
  };
  /** A job whose answer still holds, or for which this person has waited; else a new one. */
  const jobFor = (personId: string, task: OutcomesTask): Job => {
    const key = JSON.stringify(task);
    const known = byKey.get(key);
    if (known !== undefined && (holds(known, latest()) || known.askers.has(personId))) return known;
    if (known !== undefined) forget(known);
    const own = working().filter(({ askers }) => askers.has(personId));
    refuseTooMany(own, task);
    return begin(key, { kind: "ask", task });
  };

  const errand = (order: Order) => {
    lastUsed = Date.now();
    const key = JSON.stringify(order);
    return theEnd(byKey.get(key) ?? begin(key, order));
  };

  return {
    async ask(personId, task) {
      lastUsed = Date.now();
      const job = jobFor(personId, task as OutcomesTask);
      const asker = job.askers.get(personId) ?? { at: 0, requests: 0 };
      job.askers.set(personId, asker);
      asker.requests += 1;
      await aMoment(job, personId, patience.quick);
      asker.requests -= 1;
      asker.at = Date.now();
      const { outcome, progress, id } = job;
      if (outcome !== null && "error" in outcome) throw outcome.error;
      if (outcome === null && job.askers.get(personId) !== asker) throw new AppError("computing_ended");
      if (outcome === null) return { state: "working", job: id, ...progress };
      if (asker.requests === 0) job.askers.delete(personId);
      return { state: "ready", answer: outcome.answer as never };
    },
    cancel(personId, jobId) {
      const job = byId.get(jobId);
      if (job === undefined || !job.askers.delete(personId) || job.outcome !== null) return;
      if (job.askers.size === 0) end(job);
      else wake(job);
    },
    async prepare(today) {
      await errand({ kind: "prepare", today });
    },
    fileOf: async (report) => String(await errand({ kind: "file", report })),
    underWay: () => working().length,
    async close() {
      clearInterval(sweeping);
      sweeping = undefined;
      await thread.stop();
      for (const job of working())
        if (job.order.kind === "prepare") settle(job, { answer: null, seq: null, at: Date.now() });
      failAll(new Error("the server is stopping"));
    },
  };
}
