import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clinicFolder, FILES, temporaryFolder } from "./clinic.fixture.ts";
import { soundings, soundingsOntoFullDisk } from "./command.fixture.ts";

const none = { created: 0, updated: 0, unchanged: 0, rejected: 0 };

describe("soundings import", () => {
  it("takes in a folder, and finds it unchanged the second time", async () => {
    const data = temporaryFolder();
    const folder = clinicFolder();
    const first = await soundings("import", folder, "--data", data, "--json");
    expect(first.err).toBe("");
    expect(first.status).toBe(0);
    const report = JSON.parse(first.out);
    expect(Object.keys(report)).toEqual(["ok", "batch", "files", "rejected", "warnings"]);
    expect(report).toMatchObject({ ok: true, rejected: [] });
    expect(report.batch).toEqual(expect.any(String));
    expect(report.files["assessments.csv"]).toEqual({ ...none, rows: 3, created: 3 });
    expect(Object.keys(report.files)).toEqual(Object.keys(FILES));

    const second = JSON.parse((await soundings("import", folder, "--data", data, "--json")).out);
    expect(second.files["patients.csv"]).toEqual({ ...none, rows: 3, unchanged: 3 });
  });

  it("sets bad rows aside with file, line, column, code and sentence, and exits 2", async () => {
    const data = temporaryFolder();
    const bad =
      FILES["assessments.csv"]?.replace("A-2,P-1,phq-9,2026-03-14,3", "A-2,P-1,phq-9,2026-03-14,4") ?? "";
    const folder = clinicFolder({ "assessments.csv": bad });
    const { status, out, err } = await soundings("import", folder, "--data", data, "--json");
    expect(status).toBe(2);
    expect(err).toBe("");
    const report = JSON.parse(out);
    expect(report.ok).toBe(false);
    expect(report.files["assessments.csv"]).toEqual({ ...none, rows: 3, created: 2, rejected: 1 });
    expect(report.rejected).toEqual([
      {
        file: "assessments.csv",
        line: 3,
        column: "item_1",
        code: "out_of_range",
        message: expect.any(String),
      },
    ]);

    const listed = await soundings("set-aside", "--data", data, "--json");
    expect(JSON.parse(listed.out)).toMatchObject([
      { file: "assessments.csv", line: 3, code: "out_of_range" },
    ]);
    expect(listed.status).toBe(0);

    const csv = join(temporaryFolder(), "to-mend");
    const written = await soundings("set-aside", "--csv", csv, "--data", data, "--json");
    expect(JSON.parse(written.out)).toEqual({
      ok: true,
      folder: csv,
      files: { "set-aside-assessments.csv": 1 },
    });
    const lines = readFileSync(join(csv, "set-aside-assessments.csv"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^assessment_id,.*,problem$/);
    expect(lines[1]).toMatch(/^A-2,P-1,phq-9,2026-03-14,4,.*out_of_range/);
  });

  it("lists a row that is set aside every night once, and no more when it was corrected", async () => {
    const data = temporaryFolder();
    const good = FILES["assessments.csv"] ?? "";
    const bad = good.replace("A-2,P-1,phq-9,2026-03-14,3", "A-2,P-1,phq-9,2026-03-14,4");
    const listed = async () => JSON.parse((await soundings("set-aside", "--data", data, "--json")).out);
    const folder = clinicFolder({ "assessments.csv": bad });
    await soundings("import", folder, "--data", data);
    const [first] = await listed();
    const again = JSON.parse((await soundings("import", folder, "--data", data, "--json")).out);
    expect(again.rejected).toHaveLength(1);
    const second = await listed();
    expect(second).toMatchObject([{ line: 3, batch: again.batch, code: "out_of_range" }]);
    expect(second[0].id).not.toBe(first.id);
    await soundings("import", clinicFolder({ "assessments.csv": good }), "--data", data);
    expect(await listed()).toEqual([]);
  });

  it("writes nothing on a dry run", async () => {
    const data = temporaryFolder();
    const { status, out } = await soundings("import", clinicFolder(), "--data", data, "--json", "--dry-run");
    expect(status).toBe(0);
    expect(JSON.parse(out).files["patients.csv"].created).toBe(3);
    expect(readdirSync(data)).toEqual([]);
    const again = await soundings("import", clinicFolder(), "--data", data, "--json");
    expect(JSON.parse(again.out).files["patients.csv"].created).toBe(3);
  });

  it.each([["--json"], []])(
    "says that the import went in when only its report cannot be written %s",
    async (...json) => {
      const data = temporaryFolder();
      const { status, err } = await soundingsOntoFullDisk("import", clinicFolder(), "--data", data, ...json);
      expect(status).toBe(1);
      expect(err).toMatch(
        /^The import went in \(batch [0-9a-f-]{36}\); only its report could not be written .*disk is full.*\n$/,
      );
      const again = JSON.parse((await soundings("import", clinicFolder(), "--data", data, "--json")).out);
      expect(again.files["patients.csv"]).toEqual({ ...none, rows: 3, unchanged: 3 });
    },
  );

  it("does not say so of a dry run", async () => {
    const args = ["import", clinicFolder(), "--data", temporaryFolder(), "--dry-run"];
    const { status, err } = await soundingsOntoFullDisk(...args);
    expect(status).toBe(1);
    expect(err).toMatch(/^The dry run was done and stored nothing; only its report /);
  });

  it("prints a table for people", async () => {
    const { out, status } = await soundings("import", clinicFolder(), "--data", temporaryFolder());
    expect(status).toBe(0);
    expect(out).toMatch(/^file +rows +new +corrected +unchanged +set aside\n/);
    expect(out).toMatch(/patients\.csv +3 +3 +0 +0 +0/);
    expect(out).toContain("Every row went in.");
  });
});

describe("what cannot be imported at all", () => {
  const refused = async (...args: string[]) => {
    const { status, out, err } = await soundings("import", ...args);
    expect(out).toBe("");
    expect(status).toBe(1);
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    return err;
  };

  it("a folder that is not there", async () => {
    expect(await refused("/no/such/folder", "--data", temporaryFolder(), "--json")).toContain(
      "/no/such/folder",
    );
  });

  it("a folder without a file of the clinic export", async () => {
    expect(await refused(temporaryFolder(), "--data", temporaryFolder())).toContain("programs.csv");
  });

  it("a file that is a folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "patients.csv"));
    expect(await refused(folder, "--data", temporaryFolder())).toContain("patients.csv");
  });

  it("invented rows where there is no demo clinic", async () => {
    expect(await refused(clinicFolder(), "--data", temporaryFolder(), "--into-demo")).toContain(
      "no demo clinic",
    );
  });

  it("into a data directory that is a file", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(await refused(clinicFolder(), "--data", file)).toContain(file);
  });

  it("into something that is no database", async () => {
    const data = temporaryFolder();
    writeFileSync(
      join(data, "soundings.db"),
      "this is a text about something else, and long enough to be read",
    );
    expect(await refused(clinicFolder(), "--data", data)).toContain("not a database");
  });
});
