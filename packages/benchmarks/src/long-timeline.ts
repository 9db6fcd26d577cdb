import type { CDPSession, Page } from "@playwright/test";
import { LONG_STAY } from "./long-stay.ts";
import { percentile, times } from "./served.ts";

export interface LongSeen {
  /** Milliseconds from the answer's arrival to the complete chart. */
  readonly drawn: readonly number[];
  /** Milliseconds between frames while the line follows the pointer. */
  readonly moving: readonly number[];
  /** Of the longest frame after each key that zooms. */
  readonly zooming: readonly number[];
  readonly heap: { readonly before: number; readonly after: number };
  readonly nodes: { readonly before: number; readonly after: number };
}

const READY = `document.querySelector('main [role=slider]') !== null
  && document.querySelectorAll('main [data-lane] [data-record]').length > 100`;

/** From the answer to the frame in which the chart stands, in the page's own clock. */
const DRAWN = `new Promise((resolve) => {
  const answered = () => performance.getEntriesByType("resource")
    .findLast(({ name }) => name.includes("patient.page"))?.responseEnd;
  const look = () => answered() !== undefined && ${READY}
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - answered())))
    : requestAnimationFrame(look);
  look();
})`;

const RECORD_FRAMES = `{
  window.soundingsFrames = [];
  let last = performance.now();
  const each = () => {
    const now = performance.now();
    window.soundingsFrames.push(now - last);
    last = now;
    window.soundingsWatch = requestAnimationFrame(each);
  };
  window.soundingsWatch = requestAnimationFrame(each);
}`;
const STOP_FRAMES = "(cancelAnimationFrame(window.soundingsWatch), window.soundingsFrames.slice(1))";

export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(RECORD_FRAMES);
  await work();
  return (await page.evaluate(STOP_FRAMES)) as number[];
}

async function size(client: CDPSession): Promise<{ heap: number; nodes: number }> {
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes") };
}

async function movePointer(page: Page): Promise<void> {
  const box = await page.locator("main [role=slider]").boundingBox();
  if (box === null) throw new Error("There is no timeline.");
  for (let step = 0; step <= 200; step += 1) {
    await page.mouse.move(box.x + (box.width * step) / 200, box.y + 60);
  }
}

async function zoomOnce(page: Page): Promise<number> {
  const taken = await framesDuring(page, async () => {
    for (const key of ["+", "+", "-", "0"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
  });
  return Math.max(...taken);
}

/** The stay of 52 weeks: how long its chart takes to draw, how even it stays while somebody looks around, and whether it grows. */
export async function readLong(page: Page, address: string): Promise<LongSeen> {
  const drawn: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await page.goto(`${address}/patients/${LONG_STAY.patientId}`, { waitUntil: "commit" });
    drawn.push(Number(await page.evaluate(DRAWN)));
  }
  await page.locator("main [role=slider]").scrollIntoViewIfNeeded();
  await page.waitForTimeout(1_000);
  const moving = await framesDuring(page, () => movePointer(page));
  await page.locator("main [role=slider]").focus();
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await zoomOnce(page);
  const before = await size(client);
  const zooming: number[] = [];
  for (let time = 0; time < 20; time += 1) zooming.push(await zoomOnce(page));
  const after = await size(client);
  return {
    drawn,
    moving,
    zooming,
    heap: { before: before.heap, after: after.heap },
    nodes: { before: before.nodes, after: after.nodes },
  };
}

export function frames({ drawn, moving, zooming, heap, nodes }: LongSeen): string[] {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    times("52 weeks: answer to complete chart", drawn),
    times("52 weeks: frames while the line moves", moving),
    `52 weeks: longest frame while the line moves ${percentile(moving, 1).toFixed(0)} ms`,
    times("52 weeks: longest frame of a round of zooming", zooming),
    `52 weeks, 20 rounds of zooming: heap ${megabytes(heap.before)} to ${megabytes(heap.after)}, nodes ${nodes.before} to ${nodes.after}`,
  ];
}
