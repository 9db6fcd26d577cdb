import { AppError } from "../errors.ts";
import type { OutcomesTask } from "../outcomes/questions.types.ts";
import type { Order } from "./computing.types.ts";

/** How a job ended: `at` by the clock of the process, `seq` the change of the records after which the answer holds. */
export type Outcome =
  | { readonly answer: unknown; readonly seq: number | null; readonly at: number }
  | { readonly error: unknown };

/** Somebody who asks. Two people share a job only when they asked the same of the same scope. */
interface Asker {
  /** When the person asked last. */
  at: number;
  /** Requests that wait now. */
  requests: number;
}

/** One computation, from its first question to its answer. */
export interface Job {
  readonly id: string;
  readonly key: string;
  readonly order: Order;
  readonly askers: Map<string, Asker>;
  /** Told when the job is over, for all or for one. */
  readonly waking: Set<() => void>;
  /** How often it was computed, because the records changed meanwhile. */
  runs: number;
  progress: { readonly done: number; readonly total: number };
  outcome: Outcome | null;
}

export function createJob(key: string, order: Order): Job {
  const progress = { done: 0, total: 0 };
  const id = crypto.randomUUID();
  return { id, key, order, askers: new Map(), waking: new Set(), runs: 0, progress, outcome: null };
}

/** Waited for by whoever gave it, to its end: it is no question that is asked again. */
export function isErrand({ order }: Job): boolean {
  return order.kind !== "ask";
}

export function wake({ waking }: Job): void {
  for (const one of [...waking]) one();
}

/** Drops whoever has not asked for so long. Whether nobody is left who wants the answer. */
export function isAbandoned(job: Job, now: number, unasked: number): boolean {
  if (isErrand(job)) return false;
  for (const [personId, { at, requests }] of job.askers)
    if (requests === 0 && now - at >= unasked) job.askers.delete(personId);
  return job.askers.size === 0;
}

/** Whether an answer has lain there so long. */
export function isStale({ outcome }: Job, now: number, unasked: number): boolean {
  return outcome !== null && "at" in outcome && now - outcome.at >= unasked;
}

/** Whether the job can still answer: it is under way, or its answer is of the records as they stand. */
export function holds({ outcome }: Job, latest: number): boolean {
  return outcome === null || ("seq" in outcome && outcome.seq === latest);
}

/** Until the job is over for the person, or so many milliseconds have passed. */
export function aMoment(job: Job, personId: string, most: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      job.waking.delete(look);
      resolve();
    };
    const look = () => {
      if (job.outcome !== null || !job.askers.has(personId)) done();
    };
    const timer = setTimeout(done, most);
    job.waking.add(look);
    look();
  });
}

/** The answer, when the job is over. @throws what ended it. */
export function theEnd(job: Job): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (job.outcome === null) return;
      if ("error" in job.outcome) reject(job.outcome.error);
      else resolve(job.outcome.answer);
    };
    job.waking.add(look);
    look();
  });
}

/** Of one person at a time: days whose facts are put together, and questions that wait for them. */
const MOST_DAYS = 3;
const MOST_JOBS = 12;

/** @throws AppError too_many_computations when a person has as many under way as one may. */
export function refuseTooMany(own: readonly Job[], { wanted }: OutcomesTask): void {
  const days = new Set(own.flatMap(({ order }) => (order.kind === "ask" ? [order.task.wanted.asOf] : [])));
  days.add(wanted.asOf);
  if (own.length >= MOST_JOBS || days.size > MOST_DAYS) throw new AppError("too_many_computations");
}
