import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ClinicalEvent,
  type Instant,
  parseCalendarDate,
  type RecordKind,
  type RecordOfKind,
} from "@soundings/clinical";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLINIC_EXPORT } from "./files.ts";
import { eventsOf, withFolder } from "./reading.testkit.ts";
import { type ClinicTables, writeClinicFolder } from "./write-folder.ts";

const FIXTURE = fileURLToPath(new URL("../fixtures/record-system", import.meta.url));

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const contents = await Promise.all(
    CLINIC_EXPORT.map(async ({ name }) => [name, await readFile(join(folder, name), "utf8")] as const),
  );
  return Object.fromEntries(contents);
}

/** The rows of a folder as tables, in the order read. */
async function tablesOf(folder: string): Promise<ClinicTables> {
  const { rows, rejected } = await eventsOf(folder);
  expect(rejected).toEqual([]);
  const tables: Partial<Record<RecordKind, object[]>> = {};
  for (const row of rows) {
    tables[row.kind] ??= [];
    tables[row.kind]?.push(row.values);
  }
  return tables as ClinicTables;
}

/** A text as a record holds it: trimmed, not empty, from awkward pieces. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        ",",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "=1+1",
        "'",
        ";",
        " ",
        "é",
        "字",
        "😀",
        "\uFFFD",
        "0",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }).filter((text) => !/[\p{Cc}]/u.test(text)),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join("").trim())
  .filter((text) => text !== "");
const known = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.string({
  unit: fc.constantFrom(..."abzABZ019._:-"),
  minLength: 1,
  maxLength: 64,
});
const date = fc
  .constantFrom("1999-12-31", "2024-02-29", "2026-03-16")
  .map((text) => parseCalendarDate(text)!);
const moment = fc.constantFrom("2026-03-01T07:00:00Z", "1999-12-31T23:59:59.001Z") as fc.Arbitrary<Instant>;
const entry = fc
  .array(fc.constantFrom("a", "é", ",", '"', "\n", "morning"), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join("").trim())
  .filter((text) => text !== "");

const events: fc.Arbitrary<ClinicalEvent[]> = fc.array(
  fc.record({
    eventId: id,
    patientId: id,
    occurredOn: date,
    kind: fc.constantFrom("crisis", "other", "return_to_use"),
    result: known(awkward),
    note: known(awkward),
    recordedAt: known(moment),
  }),
  { maxLength: 6 },
);
const amount = fc.oneof(
  fc.constantFrom(0, 0.1, 1e-7, 1.25e-9, 1e21, 1.5e22, Number.MAX_VALUE),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0),
);
const programs: fc.Arbitrary<RecordOfKind["program"][]> = fc.array(
  fc.record({
    programId: id,
    name: awkward,
    levelOfCare: fc.constantFrom("iop", "php"),
    timeZone: fc.constant(null),
    plannedWeeksMin: known(amount),
    plannedWeeksMax: known(amount),
    hoursPerWeekMin: known(amount),
    daysPerWeekMin: known(fc.nat(7)),
    daysPerWeekMax: known(fc.nat(7)),
    tracks: fc.array(entry, { maxLength: 3 }),
    modalities: fc.array(fc.constantFrom("in_person", "By phone"), { maxLength: 3 }),
    screensPerWeek: known(amount),
  }),
  { maxLength: 4 },
);

describe("the bytes", () => {
  test("all files are written, with their columns in order, also without rows", async () => {
    await withFolder({}, async (folder) => {
      const counts = await writeClinicFolder(folder, {});
      expect(counts).toEqual(Object.fromEntries(CLINIC_EXPORT.map((file) => [file.name, 0])));
      const bytes = await bytesOf(folder);
      expect(bytes["placements.csv"]).toBe("episode_id,level_of_care,started_on,ended_on\n");
      expect((await readdir(folder)).toSorted()).toEqual(CLINIC_EXPORT.map((file) => file.name).toSorted());
    });
  });

  test("values are written in one way", async () => {
    await withFolder({}, async (folder) => {
      const screen: RecordOfKind["screen"] = {
        screenId: "u-1",
        patientId: "p-1",
        scheduledOn: parseCalendarDate("2026-03-10")!,
        collectedAt: "2026-03-11T01:10:00Z" as Instant,
        disposition: "collected",
        specimen: "urine",
        method: null,
        validity: null,
        analyte: "thc",
        result: "positive",
        value: "> 50",
        unit: null,
        cutoff: "=50",
        resultStatus: null,
        recordedAt: null,
      };
      const items = [0, 1, 2, 3, null, null, null, null, 0, null];
      await writeClinicFolder(folder, {
        screen: [screen],
        assessment: [
          {
            assessmentId: "a-1",
            patientId: "p-1",
            instrument: "phq-9",
            administeredOn: parseCalendarDate("2026-03-10")!,
            items,
            total: 6,
            mode: null,
            recordedAt: null,
            status: "final",
          },
        ],
      });
      const bytes = await bytesOf(folder);
      expect(bytes["screens.csv"]?.split("\n")[1]).toBe(
        "u-1,p-1,2026-03-10,2026-03-11T01:10:00Z,collected,urine,,,thc,positive,> 50,,=50,,",
      );
      expect(bytes["assessments.csv"]?.split("\n")[1]).toBe(
        "a-1,p-1,phq-9,2026-03-10,0,1,2,3,,,,,0,,6,,,final",
      );
    });
  });

  test("tables may come as they are read from somewhere else", async () => {
    await withFolder({}, async (folder) => {
      async function* staff(): AsyncGenerator<RecordOfKind["staff"]> {
        for (let n = 0; n < 3; n += 1) {
          yield { staffId: `t-${n}`, name: "T", role: "therapist", email: null, programIds: ["a", "b"] };
        }
      }
      await writeClinicFolder(folder, { staff: staff() });
      expect((await bytesOf(folder))["staff.csv"]).toBe(
        "staff_id,name,role,email,program_ids\nt-0,T,therapist,,a;b\nt-1,T,therapist,,a;b\nt-2,T,therapist,,a;b\n",
      );
    });
  });
});

describe("writing, reading and writing again gives the same bytes", () => {
  test("for a real folder", async () => {
    await withFolder({}, async (folder) => {
      await writeClinicFolder(join(folder, "first"), await tablesOf(FIXTURE));
      await writeClinicFolder(join(folder, "second"), await tablesOf(join(folder, "first")));
      expect(await bytesOf(join(folder, "second"))).toEqual(await bytesOf(join(folder, "first")));
    });
  });

  test("for awkward texts and numbers, which come back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(events, programs, async (event, program) => {
        await withFolder({}, async (folder) => {
          await writeClinicFolder(join(folder, "first"), { event, program });
          const tables = await tablesOf(join(folder, "first"));
          expect({ event: tables.event ?? [], program: tables.program ?? [] }).toEqual({ event, program });
          await writeClinicFolder(join(folder, "second"), tables);
          expect(await bytesOf(join(folder, "second"))).toEqual(await bytesOf(join(folder, "first")));
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the folder", () => {
  test("is made where it does not exist, and an earlier export is replaced", async () => {
    await withFolder({}, async (parent) => {
      const folder = join(parent, "a", "b");
      await writeClinicFolder(folder, {
        staff: [{ staffId: "t", name: "T", role: "therapist", email: null, programIds: [] }],
      });
      await writeFile(join(folder, ".hidden"), "kept");
      await writeClinicFolder(folder, {});
      expect((await bytesOf(folder))["staff.csv"]).toBe("staff_id,name,role,email,program_ids\n");
      expect(await readFile(join(folder, ".hidden"), "utf8")).toBe("kept");
    });
  });

  test("is refused when it holds other files, or files with other columns", async () => {
    await withFolder({ "letter.txt": "x" }, async (folder) => {
      await expect(writeClinicFolder(folder, {})).rejects.toMatchObject({ code: "not_empty" });
      expect(await readdir(folder)).toEqual(["letter.txt"]);
    });
    const source = { "patients.csv": "patient_id,given_name,family_name,birth_date\n" };
    await withFolder(source, async (folder) => {
      await expect(writeClinicFolder(folder, {})).rejects.toMatchObject({
        code: "not_empty",
        message: expect.stringContaining("already holds patients.csv"),
      });
      expect(await readFile(join(folder, "patients.csv"), "utf8")).toBe(source["patients.csv"]);
    });
  });

  test("that is a file, or lies below one, is refused", async () => {
    await withFolder({ letter: "x" }, async (folder) => {
      await expect(writeClinicFolder(join(folder, "letter"), {})).rejects.toMatchObject({
        code: "not_a_folder",
      });
      await expect(writeClinicFolder(join(folder, "letter", "x"), {})).rejects.toMatchObject({
        code: "not_a_folder",
      });
    });
  });

  test.runIf(existsSync("/proc/self"))(
    "where nothing can be made is refused, and not tried for ever",
    async () => {
      await expect(writeClinicFolder("/proc/nowhere/export", {})).rejects.toMatchObject({
        name: "ClinicFolderError",
      });
    },
  );

  test("keeps the earlier export, and nothing half-written, when the records fail", async () => {
    await withFolder({}, async (parent) => {
      const folder = join(parent, "export");
      function* failing(): Generator<RecordOfKind["decision"]> {
        yield* [];
        throw new Error("the database went away");
      }
      await expect(writeClinicFolder(folder, { decision: failing() })).rejects.toThrow(
        "the database went away",
      );
      expect(await readdir(parent)).toEqual([]);
      await mkdir(folder);
      await writeClinicFolder(folder, {});
      const before = await bytesOf(folder);
      const staff = [{ staffId: "t", name: "T", role: "therapist", email: null, programIds: [] }] as const;
      await expect(writeClinicFolder(folder, { staff, decision: failing() })).rejects.toThrow();
      expect(await bytesOf(folder)).toEqual(before);
      expect(await readdir(folder)).toHaveLength(CLINIC_EXPORT.length);
    });
  });
});
