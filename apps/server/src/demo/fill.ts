import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { importFolder, presentMoment, todayIn } from "@soundings/api";
import { writeDemoClinic } from "@soundings/demo-clinic";
import {
  describeStore,
  discardDemo,
  lockServer,
  openStore,
  type Place,
  StoreError,
} from "@soundings/records";
import { makeDataDir } from "../make-data-dir.ts";
import { makeDemoAccounts } from "./accounts.ts";
import { makeDemoLife } from "./life.ts";
import { MAKER } from "./maker.ts";
import { makeDemoOutcomes } from "./outcomes.ts";

/** The same seed and moment of the day give the same clinic. */
const SEED = 1;
const DATABASE = "soundings.db";
const SCRATCH = ".demo-";

type Say = (text: string) => void;

/** Makes the clinic beside its place and moves it there when it is whole: a crash leaves what was there before. */
async function make({ dataDir, key }: Place, say: Say): Promise<void> {
  const now = presentMoment();
  const today = todayIn(undefined, now);
  for (const left of readdirSync(dataDir)) {
    if (left.startsWith(SCRATCH)) rmSync(join(dataDir, left), { recursive: true, force: true });
  }
  const scratch = mkdtempSync(join(dataDir, SCRATCH));
  try {
    say(`Making the demo clinic of ${today} …`);
    const folder = join(scratch, "export");
    const { life } = await writeDemoClinic(folder, { seed: SEED, today, now });
    const made = join(scratch, "made");
    mkdirSync(made);
    const demo = { seed: String(SEED), date: today };
    const store = openStore({ dataDir: made, key, access: "write", create: { purpose: "demo", demo } });
    try {
      const taken = await importFolder(store, {
        folder,
        source: "the synthetic demo clinic",
        dryRun: false,
        by: MAKER.name,
        onProgress: say,
      });
      if (!taken.ok) throw new Error("the demo clinic does not keep to the clinic export");
      await makeDemoAccounts(store, presentMoment());
      makeDemoLife(store, life);
      await makeDemoOutcomes(store, life);
    } finally {
      store.close();
    }
    discardDemo(dataDir, key);
    renameSync(join(made, DATABASE), join(dataDir, DATABASE));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * A demo clinic of an earlier day is made anew, so that its caseload is always alive; an empty directory is filled only when
 * that is wanted; real records are left alone. Answers whether a clinic was made. For whoever holds the claim on the server.
 */
export async function bringDemoUpToDate(place: Place, wanted: boolean, say: Say): Promise<boolean> {
  const found = describeStore(place.dataDir, place.key);
  const outdated = found?.purpose === "demo" && (found.demo === null || found.demo.date < todayIn());
  if (!outdated && !(wanted && found === null)) return false;
  await make(place, say);
  return true;
}

/** `soundings demo`. Answers whether a clinic was made; false when the one of today is there already. */
export async function fillDemo(place: Place, say: Say): Promise<boolean> {
  const { dataDir, key } = place;
  makeDataDir(dataDir);
  const lock = lockServer(dataDir);
  try {
    if (describeStore(dataDir, key)?.purpose === "real") {
      throw new StoreError(
        "purpose_mismatch",
        `${dataDir} holds real records and is never filled with demo data. Name another directory with --data.`,
      );
    }
    return await bringDemoUpToDate(place, true, say);
  } finally {
    lock.release();
  }
}
