// From the click on a row of the caseload to the complete chart, in the clinic of 3,000 patients; what of it is the server's,
// by parts; and a stay of 52 weeks with 300 assessments and 40 medications. Run: pnpm --filter @soundings/benchmarks patient-page
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_ZONE, dateOf, instantFromMs } from "@soundings/clinical";
import { ACCEPTANCE_CLINIC, writeBigClinic } from "./big-clinic.ts";
import { LONG_STAY, writeLongStay } from "./long-stay.ts";
import { frames, type LongSeen, readLong } from "./long-timeline.ts";
import { addAccount, soundings, THERAPIST } from "./measure.ts";
import { openBrowser, openRows, scriptsOf, toCaseload } from "./opening.ts";
import { partsOf } from "./page-parts.ts";
import { query, serve, signIn, timed, times, visitorOf } from "./served.ts";

const OPENED = 20;
const COLD = 5;

async function inBrowser(address: string): Promise<{ rows: string[]; long: LongSeen }> {
  const browser = await openBrowser();
  try {
    const cold: number[] = [];
    for (let time = 0; time < COLD; time += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await toCaseload(page, address, THERAPIST);
      cold.push(...(await openRows(page, 1)));
      await context.close();
    }
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const scripts = scriptsOf(page);
    await toCaseload(page, address, THERAPIST);
    const atCaseload = await scripts();
    const warm = (await openRows(page, OPENED + 1)).slice(1);
    const atPatient = await scripts();
    const long = await readLong(page, address);
    return {
      rows: [
        times("browser: click to chart, first of a sign-in", cold),
        times("browser: click to chart, each later one", warm),
        `scripts (gzip): ${(atCaseload / 1000).toFixed(0)} kB at the caseload, ${(atPatient / 1000).toFixed(0)} kB with the patient's page`,
      ],
      long,
    };
  } finally {
    await browser.close();
  }
}

const work = await mkdtemp(join(tmpdir(), "soundings-benchmark-"));
const today = dateOf(instantFromMs(Date.now()), DEFAULT_ZONE);
try {
  const [clinic, long, data] = ["clinic", "long", "data"].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(data);
  await writeBigClinic(clinic, ACCEPTANCE_CLINIC, today);
  await writeLongStay(long, today);
  await soundings("import", clinic, "--data", data);
  await soundings("import", long, "--data", data);
  await addAccount(data, "t1", "iop");
  const patients = Array.from({ length: 40 }, (_, place) => `p${place * 12}`);
  const stays = Array.from({ length: 20 }, () => LONG_STAY.patientId);

  const rows: string[] = [];
  const server = await serve(data);
  try {
    const visitor = visitorOf(server.address);
    await signIn(visitor, THERAPIST);
    const page = (patientId: string) => visitor.get(query("patient.page", { patientId }));
    const answer = await page("p0");
    rows.push(times("server: a patient's page", await timed(40, (time) => page(patients[time] ?? ""))));
    rows.push(times("server: the stay of 52 weeks", await timed(20, () => page(LONG_STAY.patientId))));
    const seen = await inBrowser(server.address);
    rows.push(...seen.rows, ...frames(seen.long));
    const longAnswer = await page(LONG_STAY.patientId);
    rows.push(
      `answer: ${(answer.length / 1000).toFixed(0)} kB, the stay of 52 weeks ${(longAnswer.length / 1000).toFixed(0)} kB`,
    );
  } finally {
    await server.stop();
  }
  rows.push(...(await partsOf(data, patients, today)).map((row) => `  ${row}`));
  rows.push("of the stay of 52 weeks");
  rows.push(...(await partsOf(data, stays, today)).map((row) => `  ${row}`));
  console.log(`${"".padEnd(56)}${"p50".padStart(12)}${"p95".padStart(12)}${"n".padStart(7)}`);
  for (const row of rows) console.log(row);
} finally {
  await rm(work, { recursive: true, force: true });
}
