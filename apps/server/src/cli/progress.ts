import type { WriteStream } from "node:tty";

export interface Progress {
  show(text: string): void;
  done(): void;
}

const silent: Progress = { show: () => {}, done: () => {} };
const BETWEEN_MS = 100;

/** One line on standard error, rewritten in place: only for a person at a terminal who did not ask for JSON. */
export function createProgress(json: boolean, stream: WriteStream = process.stderr): Progress {
  if (json || !stream.isTTY) return silent;
  let shownAt = 0;
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < BETWEEN_MS) return;
      shownAt = now;
      stream.write(`\r\u001b[2K${text.slice(0, stream.columns - 1)}`);
    },
    done: () => void stream.write("\r\u001b[2K"),
  };
}
