import { sentenceOf } from "@soundings/api";
import { createOutput, type Output, ReaderGone } from "./output.ts";

/** Exit statuses: 0 done; 1 could not run; 2 done, but something is left to look at. */
export const DONE = 0;
const COULD_NOT_RUN = 1;
export const LOOK_AGAIN = 2;

/**
 * Runs one command to its exit status. A failure is one sentence on standard error and status 1; the status of a command
 * whose reader has left (`| head`) is what it would have been.
 */
export async function run(body: (out: Output) => Promise<number>): Promise<void> {
  const out = createOutput(process.stdout);
  try {
    process.exitCode = await body(out);
    await out.flush();
  } catch (error) {
    if (error instanceof ReaderGone) return;
    process.exitCode = COULD_NOT_RUN;
    process.stderr.write(`${sentenceOf(error)}\n`);
  }
}
