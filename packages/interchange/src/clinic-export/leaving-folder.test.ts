import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLINIC_EXPORT } from "./files.ts";
import { eventsOf, withFolder } from "./reading.testkit.ts";
import { writeClinicFolder } from "./write-folder.ts";

const NOTICE = "This record is protected — Ä.\n";
const STAFF = [{ staffId: "t", name: "Žofie", role: "therapist", email: null, programIds: [] }] as const;
const NAMES = [...CLINIC_EXPORT.map(({ name }) => name), "NOTICE.txt"];

/** What `sha256sum programs.csv … NOTICE.txt | sha256sum` prints. */
async function sumOf(folder: string): Promise<string> {
  const sum = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
  const lines = await Promise.all(
    NAMES.map(async (name) => `${sum(await readFile(join(folder, name)))}  ${name}\n`),
  );
  return sum(lines.join(""));
}

describe("an export that leaves", () => {
  test("carries its notice and is sealed before a file has its name", async () => {
    await withFolder({}, async (folder) => {
      const seals: string[] = [];
      let named: readonly string[] = ["not asked"];
      const sealed = (digest: string) => {
        seals.push(digest);
        named = readdirSync(folder).filter((name) => !name.startsWith("."));
      };
      await writeClinicFolder(folder, { staff: STAFF }, { notice: NOTICE, sealed });
      expect(named).toEqual([]);
      expect(await readFile(join(folder, "NOTICE.txt"), "utf8")).toBe(NOTICE);
      expect(seals).toEqual([await sumOf(folder)]);
    });
  });

  test("leaves nothing when it may not leave after all", async () => {
    await withFolder({}, async (parent) => {
      const refusing = () => {
        throw new Error("not entered");
      };
      const folder = join(parent, "export");
      const leaving = { notice: NOTICE, sealed: refusing };
      await expect(writeClinicFolder(folder, { staff: STAFF }, leaving)).rejects.toThrow("not entered");
      expect(await readdir(parent)).toEqual([]);
      await mkdir(folder);
      await expect(writeClinicFolder(folder, { staff: STAFF }, leaving)).rejects.toThrow("not entered");
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test("is never written over, by another that leaves or by an internal copy", async () => {
    await withFolder({}, async (folder) => {
      const leaving = { notice: NOTICE, sealed: () => {} };
      await writeClinicFolder(folder, { staff: STAFF }, leaving);
      for (const again of [leaving, undefined]) {
        await expect(writeClinicFolder(folder, {}, again)).rejects.toMatchObject({
          code: "not_empty",
          message: expect.stringContaining("left the program"),
        });
      }
      expect(await readFile(join(folder, "staff.csv"), "utf8")).toContain("Žofie");
    });
  });

  test("is read like any other: the notice is passed over", async () => {
    await withFolder({}, async (folder) => {
      await writeClinicFolder(folder, { staff: STAFF }, { notice: NOTICE, sealed: () => {} });
      const { rows, rejected } = await eventsOf(folder);
      expect(rows.map(({ values }) => values)).toMatchObject([{ name: "Žofie" }]);
      expect(rejected).toEqual([]);
    });
  });
});
