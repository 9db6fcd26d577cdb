import { setTimeout } from "node:timers/promises";
import { StoreError, type WriteConnection } from "@soundings/records";

/** How long a request waits in all for another program that writes, such as an import. */
const LONGEST_WAIT_MS = 5_000;
const PAUSE_MS = 50;

type Writer = Pick<WriteConnection, "act">;

/** Until when the database counts as held by another program, so that many who wait do not each stand still to find out. */
const heldUntil = new WeakMap<Writer, number>();

function isHeld(writer: Writer): boolean {
  return performance.now() < (heldUntil.get(writer) ?? 0);
}

/** Nothing of `work` has run when its transaction could not begin, so it may be tried again. */
function begun<T>(writer: Writer, work: () => T): { readonly done: T } | null {
  let ran = false;
  try {
    const done = writer.act(() => {
      ran = true;
      return work();
    });
    return { done };
  } catch (error) {
    if (ran || !(error instanceof StoreError) || error.code !== "locked") throw error;
    heldUntil.set(writer, performance.now() + PAUSE_MS);
    return null;
  }
}

/**
 * Runs `work` as one transaction. While another program holds the database, the server goes on with other requests and this
 * one is tried again, about five seconds in all.
 * @throws StoreError locked, when it was held all the time; nothing of `work` has run then. What `work` throws.
 */
export async function patiently<T>(writer: Writer, work: () => T): Promise<T> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < until) {
    const result = isHeld(writer) ? null : begun(writer, work);
    if (result !== null) return result.done;
    await setTimeout(PAUSE_MS);
  }
  return writer.act(work);
}

/** Returns when another program has let go of the database, or after about five seconds: what comes then finds it free. */
export async function untilFree(writer: Writer): Promise<void> {
  await patiently(writer, () => undefined);
}
