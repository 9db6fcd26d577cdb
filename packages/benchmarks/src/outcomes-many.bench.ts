// Program outcomes of 100,000 episodes: how long the facts take to be made, what an answer takes when they are kept, what the
// server needs for it, and what somebody else waits for meanwhile. Run: pnpm --filter @soundings/benchmarks outcomes-many
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, DEFAULT_ZONE, dateOf, instantFromMs } from "@soundings/clinical";
import { ACCEPTANCE_CLINIC, writeBigClinic } from "./big-clinic.ts";
import { addAccount, addDirector, DIRECTOR, residentOf, soundings, THERAPIST } from "./measure.ts";
import { ASKED, type AskedOf, answered } from "./outcomes-asked.ts";
import { PROGRAM_IDS, widenClinic } from "./outcomes-clinic.ts";
import { watchOther } from "./outcomes-other.ts";
import { serve, signIn, timed, times, type Visitor, visitorOf } from "./served.ts";

/** 1,000 discharged patients a hundred times, and 10 in treatment. */
const CLINIC = {
  ...ACCEPTANCE_CLINIC,
  patients: 1_010,
  inTreatment: 10,
  assessmentsEach: 12,
  sessionsEach: 12,
  screensEach: 4,
};
const COPIES = 99;
const ASKED_EACH = 3;

const work = await mkdtemp(join(tmpdir(), "soundings-benchmark-"));
const today = dateOf(instantFromMs(Date.now()), DEFAULT_ZONE);
const allDays = (time: number) => ({ from: addDays(today, -900 - time), to: addDays(today, -1) });

async function canceled(visitor: Visitor): Promise<number> {
  const asOf = addDays(today, -200);
  let began = 0;
  let job = "";
  await answered(visitor, "overview", { asOf }, (told) => {
    job = told.job;
    return false;
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  began = performance.now();
  await visitor.post("/trpc/outcomes.cancel", { job });
  // The thread is free again when it answers something else.
  await answered(visitor, "options", allDays(99));
  return performance.now() - began;
}

async function measured(data: string): Promise<string[]> {
  const rows: string[] = [];
  const server = await serve(data);
  const memory = (when: string) =>
    rows.push(`server with all its threads, ${when}: ${residentOf(server.pid)}`);
  try {
    const [director, therapist] = [visitorOf(server.address), visitorOf(server.address)];
    await signIn(director, DIRECTOR, true);
    await signIn(therapist, THERAPIST);
    const other = watchOther(therapist);
    memory("at first");
    let most = 0;
    const [first = 0] = await timed(1, () =>
      answered(director, "overview", allDays(0), ({ done, total }) => {
        most = Math.max(most, total);
        process.stderr.write(`\r${done} of ${total} `);
        return true;
      }),
    );
    rows.push(times(`the first answer while facts of ${most} patients are made`, [first]));
    memory("then");
    rows.push(...other.rows("while facts are made"));
    for (const asked of Object.keys(ASKED) as AskedOf[]) {
      let bytes = 0;
      const taken = await timed(ASKED_EACH, async (time) => {
        bytes = (await answered(director, asked, allDays(1 + time))).bytes;
      });
      rows.push(times(`${asked} (${(bytes / 1000).toFixed(0)} kB)`, taken));
    }
    rows.push(...other.rows("while questions are answered"));
    memory("then");
    rows.push(times("canceled, until the thread answers another", [await canceled(director)]));
    const made = await timed(1, async () => {
      for (let state = "working"; state === "working"; ) {
        const { result } = await director.post("/trpc/outcomeReports.make", allDays(0));
        state = (result as { data: { state: string } }).data.state;
      }
    });
    rows.push(times("report: made", made));
    rows.push(...other.rows("while a report is made"));
    await other.stop();
    memory("at last");
    return rows;
  } finally {
    await server.stop();
  }
}

try {
  const given = process.env.SOUNDINGS_BENCH_DATA;
  const data = given ?? join(work, "data");
  if (given === undefined) {
    const clinic = join(work, "clinic");
    await mkdir(data);
    await writeBigClinic(clinic, CLINIC, today);
    await soundings("import", clinic, "--data", data);
    widenClinic(data, COPIES);
    await addDirector(data, PROGRAM_IDS);
    await addAccount(data, "t1", "iop");
  }
  const rows = await measured(data);
  console.log(`${"".padEnd(56)}${"p50".padStart(12)}${"p95".padStart(12)}${"n".padStart(7)}`);
  for (const row of rows) console.log(row);
} finally {
  await rm(work, { recursive: true, force: true });
}
