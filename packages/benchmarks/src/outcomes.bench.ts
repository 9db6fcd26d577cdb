// Program outcomes of the clinic of 3,000 patients: what a director waits for in a browser, what of it is the server's, and a
// report. Run: pnpm --filter @soundings/benchmarks outcomes
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, DEFAULT_ZONE, dateOf, instantFromMs } from "@soundings/clinical";
import { ACCEPTANCE_CLINIC, writeBigClinic } from "./big-clinic.ts";
import { addDirector, DIRECTOR, peakOf, soundings } from "./measure.ts";
import { ASKED, type AskedOf, answered } from "./outcomes-asked.ts";
import { PROGRAM_IDS, widenClinic } from "./outcomes-clinic.ts";
import { lookAtOutcomes } from "./outcomes-page.ts";
import { query, serve, signIn, timed, times, type Visitor, visitorOf } from "./served.ts";

const ASKED_EACH = 15;

/** Each time about another period, so that no answer was given before. */
async function ofServer(visitor: Visitor, today: ReturnType<typeof dateOf>): Promise<string[]> {
  const rows: string[] = [];
  for (const asked of Object.keys(ASKED) as AskedOf[]) {
    let bytes = 0;
    const taken = await timed(ASKED_EACH, async (time) => {
      const given = { from: addDays(today, -400 - time), to: addDays(today, -20) };
      bytes = (await answered(visitor, asked, given)).bytes;
    });
    rows.push(times(`server: ${asked} (${(bytes / 1000).toFixed(0)} kB)`, taken));
  }
  return rows;
}

async function ofReport(visitor: Visitor, today: ReturnType<typeof dateOf>): Promise<string[]> {
  const made: number[] = [];
  const files: Record<"pdf" | "xlsx", number[]> = { pdf: [], xlsx: [] };
  for (let time = 0; time < 3; time += 1) {
    let reportId = "";
    const input = { from: addDays(today, -380 - time), to: addDays(today, -20) };
    const [taken = 0] = await timed(1, async () => {
      while (reportId === "") {
        const { result } = await visitor.post("/trpc/outcomeReports.make", input);
        const told = (result as { data: { state: string; answer?: { reportId: string } } }).data;
        reportId = told.answer?.reportId ?? "";
      }
    });
    made.push(taken);
    for (const form of ["pdf", "xlsx"] as const) {
      const path = query("outcomeReports.file", { reportId, form });
      files[form].push(...(await timed(1, () => visitor.get(path))));
    }
  }
  return [
    times("report: made", made),
    ...(["pdf", "xlsx"] as const).map((form) => times(`report: ${form}`, files[form])),
  ];
}

const work = await mkdtemp(join(tmpdir(), "soundings-benchmark-"));
const today = dateOf(instantFromMs(Date.now()), DEFAULT_ZONE);
try {
  const given = process.env.SOUNDINGS_BENCH_DATA;
  const data = given ?? join(work, "data");
  if (given === undefined) {
    const clinic = join(work, "clinic");
    await mkdir(data);
    await writeBigClinic(clinic, ACCEPTANCE_CLINIC, today);
    await soundings("import", clinic, "--data", data);
    widenClinic(data, 0);
    await addDirector(data, PROGRAM_IDS);
  }
  const server = await serve(data);
  const say = (...rows: readonly string[]) => {
    for (const row of rows) console.log(row);
  };
  say(`${"".padEnd(56)}${"p50".padStart(12)}${"p95".padStart(12)}${"n".padStart(7)}`);
  try {
    const visitor = visitorOf(server.address);
    await signIn(visitor, DIRECTOR, true);
    const [first = 0] = await timed(1, () => answered(visitor, "overview"));
    say(times("server: the first answer while facts are made", [first]));
    const [year = 0] = await timed(1, () => answered(visitor, "overview", { asOf: addDays(today, -365) }));
    say(times("server: as of a year ago, first", [year]));
    say(...(await ofServer(visitor, today)));
    say(...(await ofReport(visitor, today)));
    await lookAtOutcomes(server.address, visitor, say);
    say(`server with all its threads: ${(peakOf(server.pid) ?? Number.NaN).toFixed(0)} MB at most`);
  } finally {
    await server.stop();
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
