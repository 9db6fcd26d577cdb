// From the password to the caseload: over HTTP, and in a browser from the Enter key to the first row; what a caseload costs
// that is entered in the audit, and what an entry costs. Run: pnpm --filter @soundings/benchmarks sign-in
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { appendAudit, openStore } from "@soundings/records";
import {
  type Account,
  accountOf,
  percentile,
  query,
  serve,
  signIn,
  timed,
  times,
  visitorOf,
} from "./served.ts";

const THERAPIST = accountOf("imani.alderpilot");
const DIRECTOR = accountOf("marian.olivecaptain");
const CASELOAD = query("caseload.page");

interface Seen {
  readonly milliseconds: number;
  /** Of all scripts that were loaded until the first row was drawn, each compressed by itself. */
  readonly scriptBytes: number;
}

/** From Enter in the field of the password to the first row, in a browser that has nothing cached. */
async function toFirstRow(browser: Browser, address: string, { email, password }: Account): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(`${address}/sign-in`);
    await page.getByLabel("E-mail address").fill(email);
    const field = page.getByRole("textbox", { name: "Password", exact: true });
    await field.fill(password);
    await page.waitForLoadState("networkidle");
    // The page's own clock, from the key to the frame in which a row stands.
    const drawn = page.evaluate(
      `new Promise((resolve) => {
        let pressed = 0;
        addEventListener("keydown", () => { pressed = performance.now(); }, { once: true, capture: true });
        const look = () => document.querySelector("main a[href*='/patients/']")
          ? requestAnimationFrame(() => resolve(performance.now() - pressed))
          : requestAnimationFrame(look);
        look();
      })`,
    );
    await field.press("Enter");
    const milliseconds = Number(await drawn);
    const scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
    return { milliseconds, scriptBytes };
  } finally {
    await context.close();
  }
}

async function inBrowser(address: string): Promise<Seen[]> {
  const browser = await chromium.launch({
    executablePath: process.env.SOUNDINGS_BROWSER || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  });
  try {
    const seen: Seen[] = [];
    for (let time = 0; time < 8; time += 1) seen.push(await toFirstRow(browser, address, THERAPIST));
    return seen.slice(1);
  } finally {
    await browser.close();
  }
}

const ENTRY = { event: "patient_viewed", detail: { what: "benchmark" } };
const ACTOR = { personId: null, name: "the benchmark", signInId: null, requestId: null };

/** An entry in a transaction of its own, and one beside which the patients of a list are named for the first time. */
async function entries(data: string): Promise<string[]> {
  const store = openStore({ dataDir: data, key: null, access: "write" });
  try {
    const alone = await timed(1000, async () => appendAudit(store.writer, ACTOR, ENTRY));
    const lists = await timed(200, async (time) => {
      const listed = Array.from({ length: 216 }, (_, place) => `D-${time}-${place}`);
      appendAudit(store.writer, ACTOR, { event: "caseload_viewed", detail: {}, listed });
    });
    return [times("an entry in the audit", alone), times("an entry with a new list of 216 patients", lists)];
  } finally {
    store.close();
  }
}

const data = await mkdtemp(join(tmpdir(), "soundings-benchmark-"));
try {
  const clinic = await serve(data, true);
  const rows: string[] = [];
  const count = (answer: string) => JSON.parse(answer).result.data.rows.length;
  try {
    const both: number[] = [];
    const lists: number[] = [];
    await timed(20, async () => {
      const visitor = visitorOf(clinic.address);
      const started = performance.now();
      await signIn(visitor, THERAPIST);
      const entered = performance.now();
      await visitor.get(CASELOAD);
      lists.push(performance.now() - entered);
      both.push(performance.now() - started);
    });
    rows.push(times("sign-in and caseload", both));
    rows.push(times("of it the caseload", lists));
    for (const [account, needsFactor] of [
      [THERAPIST, false],
      [DIRECTOR, true],
    ] as const) {
      const visitor = visitorOf(clinic.address);
      await signIn(visitor, account, needsFactor);
      const many = count(await visitor.get(CASELOAD));
      rows.push(times(`caseload of ${many}, entered`, await timed(200, () => visitor.get(CASELOAD))));
    }
    const seen = await inBrowser(clinic.address);
    const drawn = seen.map(({ milliseconds }) => milliseconds);
    rows.push(times("browser: from Enter to the first row", drawn));
    const bytes = percentile(
      seen.map(({ scriptBytes }) => scriptBytes),
      0.5,
    );
    rows.push(
      `${"scripts until the first row, gzip".padEnd(56)}${`${(bytes / 1000).toFixed(1)} kB`.padStart(12)}`,
    );
  } finally {
    await clinic.stop();
  }
  rows.push(...(await entries(data)));
  console.log(`${"".padEnd(56)}${"p50".padStart(12)}${"p95".padStart(12)}${"n".padStart(7)}`);
  for (const row of rows) console.log(row);
  console.log(`demo clinic, from an empty directory to open: ${clinic.seconds.toFixed(1)} s`);
} finally {
  await rm(data, { recursive: true, force: true });
}
