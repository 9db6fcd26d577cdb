import { query, times, type Visitor } from "./served.ts";

const PING_EVERY_MS = 25;
const CASELOAD_EVERY_MS = 200;

/** Somebody else, who looks at a caseload all the time; and how long the thread that answers people stands still. */
export function watchOther(visitor: Visitor): {
  readonly rows: (when: string) => string[];
  readonly stop: () => Promise<void>;
} {
  let caseloads: number[] = [];
  let pings: number[] = [];
  let stopped = false;
  const again = async (every: number, note: (ms: number) => void, path: string) => {
    while (!stopped) {
      const started = performance.now();
      await visitor.get(path);
      note(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  };
  const running = [
    again(CASELOAD_EVERY_MS, (ms) => caseloads.push(ms), query("caseload.page")),
    again(PING_EVERY_MS, (ms) => pings.push(ms), "/mark.svg"),
  ];
  return {
    rows(when) {
      const rows = [
        times(`another's caseload ${when}`, caseloads),
        times(`a small file ${when}`, pings),
        `the longest wait for a small file ${when}: ${Math.max(...pings).toFixed(0)} ms`,
      ];
      caseloads = [];
      pings = [];
      return rows;
    },
    async stop() {
      stopped = true;
      await Promise.all(running);
    },
  };
}
