import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small clinic around 2026-03-16: one patient gets worse, one is well, one is in another program. */
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
  "episodes.csv": `episode_id,patient_id,program_id,admitted_on,therapist_id,prescriber_id
E-1,P-1,IOP-DAY,2026-02-02,S-1,S-9
E-2,P-2,IOP-DAY,2026-02-02,S-1,
E-3,P-3,IOP-EVE,2026-02-02,S-2,S-9
`,
  "placements.csv": `episode_id,level_of_care,started_on
E-1,iop,2026-02-02
E-2,iop,2026-02-02
E-3,iop,2026-02-02
`,
  "assessments.csv": `assessment_id,patient_id,instrument,administered_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9
A-1,P-1,phq-9,2026-02-02,2,2,2,2,2,1,1,1,1
A-2,P-1,phq-9,2026-03-14,3,3,3,2,2,2,2,2,2
A-3,P-2,phq-9,2026-02-02,1,1,1,1,1,0,0,0,0
`,
  "sessions.csv": `session_id,patient_id,scheduled_start,scheduled_minutes,service,status
V-1,P-1,2026-03-12T10:00,180,group,attended
V-2,P-1,2026-03-13T10:00,180,group,no_show
`,
};

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "soundings-test-"));
}

/** Writes the clinic, with some files replaced, into a new folder. */
export function clinicFolder(replaced: Readonly<Record<string, string>> = {}): string {
  const folder = join(temporaryFolder(), "export");
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ ...FILES, ...replaced }))
    writeFileSync(join(folder, name), text);
  return folder;
}
