import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { soundings } from "./command.fixture.ts";

const STORED = `medication_change_id,patient_id,changed_on,change,medication,dose,unit
M-1,P-1,2026-02-03,start,sertraline,50,mg
M-2,P-1,2026-02-31,start,bupropion,150,mg
`;
/** Another system's file: it does not say the dose, and its correction of M-1 has a wrong date. */
const WITHOUT_DOSE = `medication_change_id,patient_id,changed_on,change,medication,reason
M-1,P-1,2026-02-30,start,sertraline,low mood
M-3,P-1,2026-02-05,start
`;
const ONLY_RAW = "event_id,patient_id,occurred_on,kind,note\nX-1,P-1,2026-02-05\n";

function folderWith(name: string, text: string): string {
  const folder = join(temporaryFolder(), "mended");
  mkdirSync(folder);
  writeFileSync(join(folder, name), text);
  return folder;
}

async function exported(data: string, name: string): Promise<string> {
  const folder = join(temporaryFolder(), "all");
  expect((await soundings("export", folder, "--data", data)).status).toBe(0);
  return readFileSync(join(folder, name), "utf8");
}

it("writes rows with different columns to different files, so that mending one clears nothing", async () => {
  const data = temporaryFolder();
  for (const files of [
    { "medications.csv": STORED },
    { "medications.csv": WITHOUT_DOSE, "events.csv": ONLY_RAW },
  ])
    expect((await soundings("import", clinicFolder(files), "--data", data)).status).toBe(2);
  const csv = join(temporaryFolder(), "to-mend");
  const { out } = await soundings("set-aside", "--csv", csv, "--data", data, "--json");
  const files = {
    "set-aside-medications.csv": 1,
    "set-aside-medications-2.csv": 2,
    "set-aside-events.csv": 1,
  };
  expect(JSON.parse(out).files).toEqual(files);
  expect(readdirSync(csv).toSorted()).toEqual(Object.keys(files).toSorted());
  const lines = (name: string) => readFileSync(join(csv, name), "utf8").trimEnd().split("\n");
  const needed = "medication_change_id,patient_id,changed_on,change,medication";
  expect(lines("set-aside-medications.csv")[0]).toBe(`${needed},dose,unit,problem`);
  const [head = "", first = "", raw] = lines("set-aside-medications-2.csv");
  expect(head).toBe(`${needed},reason,problem`);
  expect(raw).toMatch(/^,,,,,,.*The row as it was read: M-3,P-1,2026-02-05,start"?$/);
  const [headOfRaw, onlyRaw] = lines("set-aside-events.csv");
  expect(headOfRaw).toBe("event_id,patient_id,occurred_on,kind,problem");
  expect(onlyRaw).toMatch(/^,,,,.*X-1,P-1,2026-02-05"?$/);

  const mended = `${head}\n${first.replace("2026-02-30", "2026-02-04")}\n`;
  const again = await soundings("import", folderWith("medications.csv", mended), "--data", data);
  expect(again.status).toBe(0);
  expect(await exported(data, "medications.csv")).toMatch(
    /^M-1,P-1,2026-02-04,start,sertraline,50,mg,,,low mood,/m,
  );
});
