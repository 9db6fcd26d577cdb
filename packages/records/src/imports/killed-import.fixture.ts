import { pathToFileURL } from "node:url";
import {
  DAY_PROGRAM,
  episode,
  type GivenRow,
  incoming,
  NOW,
  patient,
  phq9,
  placement,
  THERAPIST,
} from "../example-clinic.fixture.ts";
import { StoreKey } from "../store/key.ts";
import { openStore } from "../store/open.ts";
import { beginImport } from "./import.ts";

const PATIENTS = 120;
const ASSESSMENTS = 40;

function numbered(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(5, "0")}`;
}

/** 120 patients with 40 assessments each, in files ordered by date and not by patient. */
export function manyPatients(): readonly GivenRow[] {
  const ids = Array.from({ length: PATIENTS }, (_, index) => index);
  return [
    DAY_PROGRAM,
    THERAPIST,
    ...ids.map((index) => patient(numbered("Q", index))),
    ...ids.map((index) => episode(numbered("F", index), numbered("Q", index))),
    ...ids.map((index) => placement(numbered("F", index))),
    ...Array.from({ length: ASSESSMENTS }, (_, week) =>
      ids.map((index) => {
        const id = numbered("B", week * PATIENTS + index);
        const on = `2026-02-${String((week % 28) + 1).padStart(2, "0")}`;
        return phq9(id, numbered("Q", index), on, [1, 1, 1, 1, 1, 1, 1, 1, index % 2]);
      }),
    ).flat(),
  ];
}

/** Run as a program: `killed-import.fixture.ts DATA_DIR WHEN [KEY]` imports, and ends itself as a power cut would. */
async function main(dataDir: string, when: string, key: string | undefined): Promise<void> {
  const place = { dataDir, key: key === undefined ? null : new StoreKey(key) };
  const store = openStore({ ...place, access: "write" });
  const reading = beginImport(store, { source: "folder", by: "tester", now: NOW });
  for (const row of incoming(manyPatients())) reading.stage(row);
  if (when === "staging") process.kill(process.pid, "SIGKILL");
  let step = 0;
  await reading.apply(() => {
    step += 1;
    if (step === Number(when)) process.kill(process.pid, "SIGKILL");
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv[2] ?? "", process.argv[3] ?? "", process.argv[4]);
}
