import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_ZONE, parseZone, RECORD_KINDS, type ZoneName } from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { CLINIC_EXPORT } from "./files.ts";
import type { ClinicFolderEvent } from "./read-file.ts";
import { readClinicFolder } from "./read-folder.ts";
import { eventsOf, NOW, readFiles, withFolder } from "./reading.testkit.ts";

const PATIENTS = "patient_id,given_name,family_name,birth_date\n";
const PATIENT = "p-1,Ada,Example,1984-07-21\n";

const outline = (rejected: readonly { line: number; column: string; code: string }[]) =>
  rejected.map(({ line, column, code }) => [line, column, code]);

describe("the contract", () => {
  test("names the files, their keys and required columns in order", () => {
    const stars = CLINIC_EXPORT.map(
      (file) =>
        `${file.name} (${file.key.join(", ")}) ${file.columns.map((column) => (column.required ? "*" : "") + column.name).join(" ")}`,
    );
    expect(stars).toEqual([
      "programs.csv (program_id) *program_id *name *level_of_care time_zone planned_weeks_min planned_weeks_max hours_per_week_min days_per_week_min days_per_week_max tracks modalities screens_per_week",
      "staff.csv (staff_id) *staff_id *name *role email program_ids",
      "patients.csv (patient_id) *patient_id *given_name *family_name *birth_date sex language race ethnicity phone email",
      "episodes.csv (episode_id) *episode_id *patient_id *program_id *admitted_on discharged_on discharge_reason track modality diagnoses therapist_id prescriber_id referral_source payer",
      "placements.csv (episode_id, started_on) *episode_id *level_of_care *started_on ended_on",
      "assessments.csv (assessment_id) *assessment_id *patient_id *instrument *administered_on item_1 item_2 item_3 item_4 item_5 item_6 item_7 item_8 item_9 item_10 total mode recorded_at status",
      "sessions.csv (session_id) *session_id *patient_id *scheduled_start *scheduled_minutes *service *status attended_minutes modality staff_id recorded_at",
      "screens.csv (screen_id, analyte, method) *screen_id *patient_id *scheduled_on collected_at *disposition specimen method validity analyte result value unit cutoff result_status recorded_at",
      "medications.csv (medication_change_id) *medication_change_id *patient_id *changed_on *change *medication dose unit frequency prescriber_id reason rxnorm",
      "events.csv (event_id) *event_id *patient_id *occurred_on *kind result note recorded_at",
      "decisions.csv (decision_id) *decision_id *patient_id *decided_on *decision level_of_care reason staff_id recorded_at",
    ]);
  });
});

describe("a folder as a record system writes it", () => {
  const folder = fileURLToPath(new URL("../fixtures/record-system", import.meta.url));

  test("goes in whole, with the note beside it reported as a file that is not read", async () => {
    const { rows, rejected, warnings } = await eventsOf(folder);
    expect(rejected).toEqual([]);
    expect(warnings.map(({ file, code }) => [file, code])).toEqual([["NOTE", "unknown_file"]]);
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row.file, (counts.get(row.file) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      "programs.csv": 3,
      "staff.csv": 6,
      "patients.csv": 5,
      "episodes.csv": 5,
      "placements.csv": 5,
      "sessions.csv": 30,
      "screens.csv": 105,
      "medications.csv": 5,
    });
    const order = rows.map((row) => RECORD_KINDS.indexOf(row.kind));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test("columns that the files do not have get no value", async () => {
    const { rows } = await eventsOf(folder);
    const screen = rows.find((row) => row.kind === "screen");
    expect(Object.keys(screen?.values ?? {})).toEqual([
      "screenId",
      "patientId",
      "scheduledOn",
      "collectedAt",
      "disposition",
      "specimen",
      "method",
      "validity",
      "analyte",
      "result",
      "resultStatus",
    ]);
  });
});

describe("headers", () => {
  test("columns in any order and any case, with space around them", async () => {
    const { rows, rejected } = await readFiles({
      "patients.csv": ' Family_Name ,BIRTH_DATE,"given_name",patient_id\nExample,1984-07-21,Ada,p-1\n',
    });
    expect(rejected).toEqual([]);
    expect(rows[0]?.values).toEqual({
      patientId: "p-1",
      givenName: "Ada",
      familyName: "Example",
      birthDate: "1984-07-21",
    });
    expect(rows[0]?.cells).toEqual({
      family_name: "Example",
      birth_date: "1984-07-21",
      given_name: "Ada",
      patient_id: "p-1",
    });
  });

  test("unknown columns are reported and ignored, and stay with the cells", async () => {
    const header = "patient_id,given_name,family_name,birth_date,shoe_size,\n";
    const { rows, warnings } = await readFiles({
      "patients.csv": `${header}p-1,Ada,Example,1984-07-21,38,x\n`,
    });
    expect(warnings.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, "shoe_size", "unknown_column"],
      [1, "", "unknown_column"],
    ]);
    expect(rows[0]?.cells.shoe_size).toBe("38");
    expect(rows[0]?.values).not.toHaveProperty("shoe_size");
  });

  test("a missing required column rejects every row, whatever else is wrong with it", async () => {
    const { rows, rejected, warnings } = await readFiles({
      "patients.csv": 'patient_id,family_name,birth_date,more\np-1,Example,1984-07-21,\np-2,"x\np-3\n',
    });
    expect(rows).toEqual([]);
    expect(warnings).toEqual([]);
    expect(outline(rejected)).toEqual([
      [2, "given_name", "missing_value"],
      [3, "given_name", "missing_value"],
      [4, "given_name", "missing_value"],
    ]);
  });

  test("other separators are named", async () => {
    const { rejected } = await readFiles({ "patients.csv": "patient_id;given_name\np-1;Ada\n" });
    expect(rejected[0]?.message).toBe(
      "Save the file with commas between the cells instead of semicolons; patients.csv needs patient_id in every row.",
    );
  });

  test("a column twice rejects every row", async () => {
    const { rejected } = await readFiles({
      "patients.csv": "patient_id,given_name,family_name,birth_date,Given_Name\np-1,Ada,E,1984-07-21,Bea\n",
    });
    expect(outline(rejected)).toEqual([[2, "given_name", "wrong_columns"]]);
  });

  test("a header whose quotes do not match rejects every row", async () => {
    const { rejected } = await readFiles({ "patients.csv": `patient_id,"given_name\n${PATIENT}${PATIENT}` });
    expect(outline(rejected)).toEqual([
      [2, "", "bad_quoting"],
      [3, "", "bad_quoting"],
    ]);
  });

  test("UTF-16 is named", async () => {
    const content = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PATIENTS + PATIENT, "utf16le")]);
    const { rejected } = await readFiles({ "patients.csv": content });
    expect(rejected.map((row) => row.code)).toEqual(["bad_encoding", "bad_encoding"]);
    expect(rejected[0]?.message).toContain("UTF-16");
  });

  test("a file whose lines end with a carriage return alone is not dropped in silence", async () => {
    const { rejected } = await readFiles({ "patients.csv": (PATIENTS + PATIENT).replaceAll("\n", "\r") });
    expect(outline(rejected)).toEqual([[1, "", "wrong_columns"]]);
    expect(rejected[0]?.message).toContain("line feeds");
    expect(rejected[0]?.raw).toContain("p-1");
  });

  test("a file of nothing but zero bytes is set aside", async () => {
    const { rejected } = await readFiles({ "patients.csv": Buffer.alloc(4_096) });
    expect(rejected).toHaveLength(1);
  });

  test("an empty file and a header alone are fine", async () => {
    const read = await readFiles({ "patients.csv": "", "staff.csv": "\uFEFF", "events.csv": "event_id\n" });
    expect(read).toEqual({ rows: [], rejected: [], warnings: [] });
  });
});

describe("rows", () => {
  test("each kind of broken row is set aside alone, with its line", async () => {
    const content = Buffer.concat([
      Buffer.from(`\uFEFF${PATIENTS.replace("\n", "\r\n")}`),
      Buffer.from("p-1,Ada,Example,1984-07-21\r\n\r\n"),
      Buffer.from('p-2,"Ada\nLovelace","Exam""ple",1984-07-21\n'),
      Buffer.from("p-3,Ada,1984-07-21\n"),
      Buffer.from("p-4,Ada,Example,1984-07-21,\n"),
      Buffer.from('p-5,"Ada,Example,1984-07-21\n'),
      Buffer.from('p-6,A"da,Example,1984-07-21\n'),
      Buffer.from("p-7,Ad"),
      Buffer.from([0xe1, 0x2c]),
      Buffer.from("Example,1984-07-21\n"),
      Buffer.from("p-8,Ada,Exa\u0000mple,1984-07-21\n"),
      Buffer.from(`p-9,${"x".repeat(100_001)},Example,1984-07-21\n`),
      Buffer.from(`p-10,${"x".repeat(3_000_000)},Example,1984-07-21\n`),
      Buffer.from(`p-11,${"x".repeat(100_000)},Example,1984-07-21\n`),
      Buffer.from("p-12,,Example,1984-07-21\n"),
      Buffer.from('"p-13",Ada,Example,"1984-07-21"'),
    ]);
    const { rows, rejected } = await readFiles({ "patients.csv": content });
    expect(rows.map(({ key, line }) => [key, line])).toEqual([
      ["p-1", 2],
      ["p-2", 4],
      ["p-11", 14],
      ["p-13", 16],
    ]);
    expect(rows[1]?.values).toMatchObject({ givenName: "Ada\nLovelace", familyName: 'Exam"ple' });
    expect(outline(rejected)).toEqual([
      [6, "", "wrong_columns"],
      [7, "", "wrong_columns"],
      [8, "given_name", "bad_quoting"],
      [9, "given_name", "bad_quoting"],
      [10, "given_name", "bad_encoding"],
      [11, "family_name", "control_character"],
      [12, "given_name", "too_long"],
      [13, "given_name", "too_long"],
      [15, "given_name", "missing_value"],
    ]);
    const kept = rejected.map(({ cells, raw }) => [cells?.patient_id ?? null, raw?.slice(0, 4) ?? null]);
    expect(kept).toEqual([
      [null, "p-3,"],
      [null, "p-4,"],
      [null, "p-5,"],
      [null, "p-6,"],
      ["p-7", null],
      ["p-8", null],
      ["p-9", null],
      [null, "p-10"],
      ["p-12", null],
    ]);
    for (const row of rejected) expect(row.message).toMatch(/^[A-Z].*\.$/);
  });

  test("an unclosed quote in the middle costs one row, mixed line ends none", async () => {
    const body =
      'p-1,Ada,Example,1984-07-21\r\np-2,"Ada,Example,1984-07-21\np-3,"Ada, Eve",Example,1984-07-21\r\n';
    const { rows, rejected } = await readFiles({ "patients.csv": PATIENTS + body });
    expect(rows.map((row) => row.key)).toEqual(["p-1", "p-3"]);
    expect(outline(rejected)).toEqual([[3, "given_name", "bad_quoting"]]);
    expect(rejected[0]?.raw).toBe('p-2,"Ada,Example,1984-07-21');
  });

  test("rejected rows keep their cells as given", async () => {
    const { rejected } = await readFiles({ "patients.csv": `${PATIENTS}p-1, Ada ,"Exam,ple",1984\n` });
    expect(rejected).toEqual([
      {
        file: "patients.csv",
        line: 2,
        column: "birth_date",
        code: "bad_date",
        message: "Write birth_date as a calendar date, YYYY-MM-DD.",
        cells: { patient_id: "p-1", given_name: " Ada ", family_name: "Exam,ple", birth_date: "1984" },
        raw: null,
      },
    ]);
  });

  test("a warning stands beside its row and holds nothing of it", async () => {
    const { rows, warnings } = await readFiles({
      "patients.csv": "patient_id,given_name,family_name,birth_date,phone\np-1,Ada,E,1984-07-21,ask Grace\n",
    });
    expect(rows[0]?.values).toMatchObject({ phone: "ask Grace" });
    expect(warnings).toEqual([
      {
        file: "patients.csv",
        line: 2,
        column: "phone",
        code: "unusual_value",
        message:
          "Check phone, which does not look like a telephone number of 7 to 20 digits; it is kept as given.",
      },
    ]);
  });
});

describe("the site's zone", () => {
  const files = {
    "programs.csv": "program_id,name,level_of_care,time_zone\niop,IOP,iop,Australia/Sydney\n",
    "sessions.csv":
      "session_id,patient_id,scheduled_start,scheduled_minutes,service,status\ns-1,p-1,2026-03-02T09:00,180,group,attended\n",
  };

  test("may be learned from the programs before anything else is read", async () => {
    await withFolder(files, async (folder) => {
      let zone: ZoneName = DEFAULT_ZONE;
      const starts: unknown[] = [];
      for await (const event of readClinicFolder(folder, { zone: () => zone, now: NOW })) {
        const values: Record<string, unknown> = event.type === "row" ? { ...event.row.values } : {};
        zone = (values.timeZone as ZoneName | undefined) ?? zone;
        starts.push(values.scheduledStart ?? []);
      }
      expect(starts.flat()).toEqual(["2026-03-01T22:00:00Z"]);
    });
  });

  test("decides what a date-time without offset means", async () => {
    const { rows } = await readFiles(files, parseZone("America/New_York")!);
    expect(rows[1]?.values).toMatchObject({ scheduledStart: "2026-03-02T14:00:00Z" });
  });
});

describe("progress", () => {
  test("each file begins, goes on and is done", async () => {
    const content = PATIENTS + PATIENT.repeat(20_000);
    await withFolder({ "patients.csv": content, "staff.csv": "" }, async (folder) => {
      const progress: (ClinicFolderEvent & { type: "file" })[] = [];
      for await (const event of readClinicFolder(folder, { zone: () => DEFAULT_ZONE, now: NOW })) {
        if (event.type === "file") progress.push(event);
      }
      const patients = progress.filter((event) => event.kind === "patient");
      expect(patients[0]).toMatchObject({ bytesRead: 0, bytesTotal: content.length, done: false });
      expect(patients.at(-1)).toMatchObject({
        bytesRead: content.length,
        bytesTotal: content.length,
        done: true,
      });
      const read = patients.map((event) => event.bytesRead);
      expect(read).toEqual(read.toSorted((a, b) => a - b));
      expect(patients.length).toBeGreaterThan(10);
      expect(progress.filter((event) => event.done).map((event) => event.file)).toEqual([
        "staff.csv",
        "patients.csv",
      ]);
    });
  });
});

describe("folders", () => {
  const failure = (folder: string) =>
    eventsOf(folder).then(
      () => null,
      (error: unknown) => error,
    );

  test("a folder that is not there, a file, and a folder without the files", async () => {
    await withFolder({ "notes.txt": "x" }, async (folder) => {
      expect(await failure(join(folder, "nowhere"))).toMatchObject({ code: "not_found" });
      expect(await failure(join(folder, "notes.txt"))).toMatchObject({ code: "not_a_folder" });
      expect(await failure(folder)).toMatchObject({
        name: "ClinicFolderError",
        code: "nothing_to_read",
        message: expect.stringContaining("holds no file of the clinic export; give the folder"),
      });
    });
  });

  test("a folder in the place of a file stops everything before the first row", async () => {
    await withFolder({ "patients.csv": PATIENTS + PATIENT }, async (folder) => {
      await mkdir(join(folder, "decisions.csv"));
      const events: ClinicFolderEvent[] = [];
      const reading = async () => {
        for await (const event of readClinicFolder(folder, { zone: () => DEFAULT_ZONE, now: NOW })) {
          events.push(event);
        }
      };
      await expect(reading()).rejects.toMatchObject({ code: "unreadable" });
      expect(events).toEqual([]);
    });
  });

  test("a file that cannot be opened stops everything", async () => {
    await withFolder({}, async (folder) => {
      await symlink("patients.csv", join(folder, "patients.csv"));
      expect(await failure(folder)).toMatchObject({
        code: "unreadable",
        message: `${join(folder, "patients.csv")} cannot be read (ELOOP); check the disk and try again.`,
      });
    });
  });

  test("other files are reported, hidden ones passed over, names in capitals read", async () => {
    await withFolder(
      { "Patients.CSV": PATIENTS + PATIENT, "notes.txt": "x", ".DS_Store": "x" },
      async (folder) => {
        const { rows, warnings } = await eventsOf(folder);
        expect(rows.map((row) => row.file)).toEqual(["patients.csv"]);
        expect(warnings.map(({ file, line, code }) => [file, line, code])).toEqual([
          ["Patients.CSV", 0, "file_name"],
          ["notes.txt", 0, "unknown_file"],
        ]);
      },
    );
  });

  test("the files are closed when the reader is left early", async () => {
    await withFolder({ "patients.csv": PATIENTS + PATIENT.repeat(5_000) }, async (folder) => {
      for await (const event of readClinicFolder(folder, { zone: () => DEFAULT_ZONE, now: NOW })) {
        if (event.type === "row") break;
      }
      await writeFile(join(folder, "patients.csv"), PATIENTS);
      expect((await eventsOf(folder)).rows).toEqual([]);
    });
  });
});
