// The acceptance clinic: 3,000 patients, 60,000 assessments, 90,000 sessions, 30,000 screens of 12 analytes, in one go;
// then the same again (nothing changes), then with every row bad. Run: pnpm --filter @soundings/benchmarks import
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, DEFAULT_ZONE, dateOf, instantFromMs } from "@soundings/clinical";
import { ACCEPTANCE_CLINIC, writeBigClinic } from "./big-clinic.ts";
import { line, requests, soundings } from "./measure.ts";
import { query } from "./served.ts";

const work = await mkdtemp(join(tmpdir(), "soundings-benchmark-"));
const today = dateOf(instantFromMs(Date.now()), DEFAULT_ZONE);
const folder = async (name: string) => {
  const path = join(work, name);
  await mkdir(path);
  return path;
};

try {
  const [good, bad, data, dataOfBad] = [
    await folder("good"),
    await folder("bad"),
    await folder("data"),
    await folder("data-bad"),
  ];
  await writeBigClinic(good, ACCEPTANCE_CLINIC, today);
  await writeBigClinic(bad, { ...ACCEPTANCE_CLINIC, everyRowBad: true }, today);
  console.log(line("import, empty database", await soundings("import", good, "--json", "--data", data)));
  console.log(
    line("import again, nothing changes", await soundings("import", good, "--json", "--data", data)),
  );
  console.log(
    line("import, every row set aside", await soundings("import", bad, "--json", "--data", dataOfBad)),
  );
  console.log(
    line("findings as of today", await soundings("findings", "--as-of", today, "--json", "--data", data)),
  );
  console.log(line("export", await soundings("export", join(work, "out"), "--data", data)));
  console.log(line("verify", await soundings("verify", "--json", "--data", data)));
  const caseload = (input: object) => query("caseload.page", input);
  const earlier = addDays(today, -30);
  const [first, second, asOf] = await requests(data, { staffId: "t1", programId: "iop" }, [
    caseload({}),
    caseload({}),
    caseload({ asOf: earlier }),
  ]);
  console.log(`caseload of 500 in treatment: first ${first?.toFixed(0)} ms, again ${second?.toFixed(0)} ms`);
  console.log(`caseload as of 30 days ago, first time: ${asOf?.toFixed(0)} ms`);
} finally {
  await rm(work, { recursive: true, force: true });
}
