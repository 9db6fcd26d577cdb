import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CalendarDate, type Instant, parseInstant, type ZoneName } from "@soundings/clinical";
import { openStore, type Person, type Store } from "@soundings/records";
import { createContext } from "./context.ts";
import { type ImportOutcome, importFolder } from "./imports/import-folder.ts";
import { createCaller } from "./router.ts";
import { createServices, type Services } from "./services.ts";

const ZONE = "America/Los_Angeles" as ZoneName;
/** The evening of Monday 2026-03-16 at the site; elsewhere it is the 17th already. */
export const NOW = parseInstant("2026-03-16T19:00:00-07:00", ZONE) as Instant;
export const TODAY = "2026-03-16" as CalendarDate;

/** One patient gets worse, one is ready for nothing, one is elsewhere, one was discharged and came back. */
export const FILES: Readonly<Record<string, string>> = {
  "programs.csv": `program_id,name,level_of_care,time_zone,planned_weeks_min,planned_weeks_max,hours_per_week_min
IOP-DAY,Day IOP,iop,America/Los_Angeles,8,12,9
IOP-EVE,Evening IOP,iop,America/Los_Angeles,8,12,9
`,
  "staff.csv": `staff_id,name,role,program_ids
S-1,Therapist One,therapist,IOP-DAY
S-2,Therapist Two,therapist,IOP-EVE
S-9,Prescriber Nine,prescriber,IOP-DAY;IOP-EVE
`,
  "patients.csv": `patient_id,given_name,family_name,birth_date
P-1,Ada,Testcase,1990-04-01
P-2,Ben,Testcase,1985-12-31
P-3,Cy,Testcase,2000-02-29
`,
  "episodes.csv": `episode_id,patient_id,program_id,admitted_on,discharged_on,discharge_reason,therapist_id,prescriber_id
E-0,P-1,IOP-EVE,2025-06-02,2025-08-15,completed,S-2,
E-1,P-1,IOP-DAY,2026-02-02,,,S-1,S-9
E-2,P-2,IOP-DAY,2026-02-02,,,S-1,
E-3,P-3,IOP-EVE,2026-02-02,,,S-2,S-9
`,
  "placements.csv": `episode_id,level_of_care,started_on
E-1,iop,2026-02-02
E-2,iop,2026-02-02
E-3,iop,2026-02-02
`,
  "assessments.csv": `assessment_id,patient_id,instrument,administered_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9
A-1,P-1,phq-9,2026-02-02,2,2,2,2,2,1,1,1,0
A-2,P-1,phq-9,2026-03-14,3,3,3,2,2,2,2,2,2
A-3,P-2,phq-9,2026-02-02,1,1,1,1,1,0,0,0,0
`,
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), "soundings-api-")), "export");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Takes files in as `soundings import` would, at the moment given. */
export function take(
  store: Store,
  files: Readonly<Record<string, string>>,
  now: Instant = NOW,
): Promise<ImportOutcome> {
  return importFolder(store, {
    folder: folderWith(files),
    dryRun: false,
    by: "test",
    now,
    onProgress: () => {},
  });
}

/** Somebody who directs every program of the clinic. */
export const DIRECTOR: Person = {
  personId: "person-director",
  name: "Director Dee",
  email: "dee@example.org",
  staffId: null,
  roles: [{ role: "director", programIds: ["IOP-DAY", "IOP-EVE"] }],
  disabled: false,
};

export type Caller = ReturnType<typeof createCaller>;

/** Calls procedures as a person who has signed in, with a second factor unless said otherwise; null for nobody. */
export function callerAs(services: Services, person: Person | null, secondFactorMet = true): Caller {
  const signedIn = person === null ? null : { signInId: `of-${person.personId}`, person, secondFactorMet };
  return createCaller(createContext(services, "request-1", signedIn));
}

export interface Clinic {
  readonly store: Store;
  readonly services: Services;
  /** Calls as the director of every program. */
  readonly caller: Caller;
  close(): Promise<void>;
}

/** A real store with the clinic in it, and a caller of the procedures, at a fixed moment. */
export async function openClinic(files: Readonly<Record<string, string>> = FILES): Promise<Clinic> {
  const dataDir = mkdtempSync(join(tmpdir(), "soundings-api-"));
  const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
  await take(store, files);
  // However busy the machine is, an answer is waited for.
  const patience = { quick: 60_000 };
  const services = createServices({ store, dataDir, version: "0.0.0", now: () => NOW, patience });
  const caller = callerAs(services, DIRECTOR);
  return {
    store,
    services,
    caller,
    async close() {
      await services.close();
      store.close();
    },
  };
}
