import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { ended, soundings, soundingsOntoFullDisk, start } from "./command.fixture.ts";

let data: string;
const day = "2026-03-16";

beforeAll(async () => {
  data = temporaryFolder();
  const { status, err } = await soundings("import", clinicFolder(), "--data", data);
  expect([status, err]).toEqual([0, ""]);
});

const json = async (...args: string[]) => {
  const { status, out, err } = await soundings(...args, "--data", data, "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out);
};

describe("soundings findings", () => {
  it("prints an array of findings in the form of the contract", async () => {
    const found = await json("findings", "--as-of", day, "--patient", "P-1");
    expect(Object.keys(found[0])).toEqual([
      "rule",
      "version",
      "patient_id",
      "episode_id",
      "as_of",
      "kind",
      "urgency",
      "headline",
      "evidence",
      "clears",
      "source",
    ]);
    expect(found[0]).toMatchObject({
      rule: "suicidal-ideation",
      urgency: "immediate",
      patient_id: "P-1",
      as_of: day,
    });
    expect(Object.keys(found[0].evidence[0])).toEqual(["type", "id", "on", "text"]);
  });

  it("takes a program", async () => {
    const found: { episode_id: string }[] = await json("findings", "--as-of", day, "--program", "IOP-EVE");
    expect(new Set(found.map((f) => f.episode_id))).toEqual(new Set(["E-3"]));
  });

  it("prints a table for people", async () => {
    const { out } = await soundings("findings", "--as-of", day, "--data", data);
    expect(out).toMatch(/^urgency +kind +patient +rule +finding\nimmediate +escalate +P-1 +/);
  });

  it("reads the data directory from the environment", async () => {
    const { out } = await ended(start(["findings", "--as-of", day, "--json"], { SOUNDINGS_DATA: data }));
    expect(JSON.parse(out)[0].patient_id).toBe("P-1");
  });

  it.each([
    ["findings", "--patient", "P-77", "No patient P-77 is on record"],
    ["step-down", "--patient", "P-77", "No patient P-77 is on record"],
    ["findings", "--program", "IOP-NONE", "No program IOP-NONE is on record"],
    ["step-down", "--program", "IOP-NONE", "No program IOP-NONE is on record"],
  ])("%s says that %s %s is not on record, and still answers", async (command, option, id, sentence) => {
    const { status, out, err } = await soundings(command, option, id, "--json", "--data", data);
    expect([status, JSON.parse(out)]).toEqual([0, []]);
    expect(err).toBe(`${sentence}. Check the id.\n`);
  });

  it("stops quietly when its reader leaves", async () => {
    const child = start(["findings", "--as-of", day, "--json", "--data", data]);
    child.stdout?.destroy();
    const { status, err } = await ended(child);
    expect([status, err]).toEqual([0, ""]);
  });
});

describe("an answer that cannot be written", () => {
  it.each([
    ["findings", "--json"],
    ["findings"],
    ["step-down", "--json"],
    ["verify", "--json"],
    ["set-aside"],
  ])("of %s %s ends with status 1 and a sentence", async (...command) => {
    const { status, err } = await soundingsOntoFullDisk(...command, "--data", data);
    expect(status).toBe(1);
    expect(err).toMatch(/^Standard output could not be written completely \(its disk is full\).*\n$/);
  });
});

describe("soundings step-down", () => {
  it("prints the cards without what only pages show", async () => {
    const cards = await json("step-down", "--as-of", day);
    expect(cards.map((card: { patient_id: string }) => card.patient_id)).toEqual(["P-1", "P-2", "P-3"]);
    expect(Object.keys(cards[0])).toEqual(["patient_id", "episode_id", "ready", "criteria"]);
    expect(Object.keys(cards[0].criteria[0])).toEqual(["id", "state", "detail"]);
    expect(cards[0].ready).toBe(false);
  });
});

describe("soundings outcomes", () => {
  const period = ["outcomes", "--from", "2026-01-01", "--to", "2026-02-28"];

  it("prints the outcomes of a period in the form of the contract, and nothing else", async () => {
    const found = await json(...period, "--as-of", day);
    expect(found).toMatchObject({
      as_of: day,
      from: "2026-01-01",
      to: "2026-02-28",
      program_id: null,
      flow: { discharged: 0, with_pre: 0, paired_phq9: 0, paired_gad7: 0, paired_both: 0 },
      change: { "phq-9": { n: 0, mean_pre: null }, "gad-7": { n: 0 } },
      retention: { n: 3, events: 0, reason_unknown: 0, median: null },
      screens: { longest_negative_runs: [] },
    });
    expect(found.measures.recovery).toEqual({
      numerator: 0,
      denominator: 0,
      rate: null,
      low: null,
      high: null,
      bounds: [null, null],
    });
    expect(found.retention.at[0]).toEqual({ day: 30, survival: 1, at_risk: 3, low: null, high: null });
  });

  it("prints tables for people, with zeros and a sentence for a program that is not on record", async () => {
    const { status, out, err } = await soundings(...period, "--program", "IOP-NONE", "--data", data);
    expect(out).toMatch(/^discharged +0$/m);
    expect(out).toMatch(
      /^Symptom recovery \(PHQ-9 below 10 and GAD-7 below 8\) +0 of 0 +no data +no data +no data$/m,
    );
    expect([status, err]).toEqual([0, "No program IOP-NONE is on record. Check the id.\n"]);
  });
});

describe("soundings export", () => {
  it("gives the same bytes after import into an empty database", async () => {
    const once = join(temporaryFolder(), "once");
    const twice = join(temporaryFolder(), "twice");
    const other = temporaryFolder();
    expect((await json("export", once)).files["patients.csv"]).toBe(3);
    expect((await soundings("import", once, "--data", other)).status).toBe(0);
    expect((await soundings("export", twice, "--data", other)).status).toBe(0);
    expect(readdirSync(once)).toHaveLength(11);
    for (const name of readdirSync(once)) {
      expect(readFileSync(join(twice, name), "utf8")).toBe(readFileSync(join(once, name), "utf8"));
    }
  });

  it("takes a program and a day", async () => {
    const folder = join(temporaryFolder(), "one");
    const { files } = await json("export", folder, "--program", "IOP-EVE", "--as-of", "2026-03-01");
    expect(files["patients.csv"]).toBe(1);
    expect(files["assessments.csv"]).toBe(0);
  });
});

describe("backup, restore, verify, migrate", () => {
  it("copies the database and puts the copy back", async () => {
    const file = join(temporaryFolder(), "copy.db");
    expect(await json("backup", file)).toMatchObject({ ok: true, file });
    const other = temporaryFolder();
    expect((await soundings("restore", file, "--data", other, "--json")).status).toBe(0);
    const { out } = await soundings("findings", "--as-of", day, "--data", other, "--json");
    expect(JSON.parse(out)).toEqual(await json("findings", "--as-of", day));
  });

  it("finds nothing wrong with what it wrote", async () => {
    expect(await json("verify")).toEqual({
      ok: true,
      problems: [],
      auditHead: expect.stringMatching(/^\d+:[0-9a-f]{32}$/),
    });
  });

  it("has nothing to migrate", async () => {
    const done = await json("migrate");
    expect(done).toMatchObject({ ok: true });
  });
});

describe("what cannot be answered", () => {
  const refused = async (...args: string[]) => {
    const { status, out, err } = await soundings(...args);
    expect([status, out]).toEqual([1, ""]);
    expect(err).not.toMatch(/^\s+at /m);
    return err;
  };

  it.each([
    ["findings"],
    ["step-down"],
    ["export", "/tmp/never-written"],
    ["verify"],
    ["set-aside"],
    ["migrate"],
  ])("%s of a directory without a database", async (...command) => {
    const empty = temporaryFolder();
    expect(await refused(...command, "--data", empty, "--json")).toContain("no Soundings database");
    expect(readdirSync(empty)).toEqual([]);
  });

  it("a day that is not in the calendar", async () => {
    expect(await refused("findings", "--as-of", "2026-02-30", "--data", data)).toContain("calendar");
  });

  it.each([
    [["--from", "2026-01-01"], "--to"],
    [["--from", "2026-01-01", "--to", "2025-12-31"], "The period ends before it begins"],
  ])("outcomes of no period: %s", async (period, sentence) => {
    expect(await refused("outcomes", ...period, "--json", "--data", data)).toContain(sentence);
  });

  it("a data directory that is not there", async () => {
    expect(await refused("findings", "--data", "/no/such/place")).toContain("/no/such/place");
  });

  it.each(["", " "])("an empty --data %j, which is not the current directory", async (nothing) => {
    const folder = clinicFolder();
    expect(await refused("findings", "--data", nothing)).toContain("--data is empty");
    expect(await refused("import", folder, "--data", nothing)).toContain("--data is empty");
    expect(await refused("demo", "--data", nothing)).toContain("--data is empty");
    expect(existsSync("soundings.db")).toBe(false);
  });

  it("a backup over a file that is there", async () => {
    const file = join(temporaryFolder(), "taken");
    writeFileSync(file, "mine");
    await refused("backup", file, "--data", data);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("a restore from something else", async () => {
    const file = join(temporaryFolder(), "text");
    writeFileSync(file, "this is a text, and long enough to be looked at as if it were a database file");
    const other = temporaryFolder();
    await refused("restore", file, "--data", other);
    expect(existsSync(join(other, "soundings.db"))).toBe(false);
  });

  it("an export of a program that is not on record, and nothing is written", async () => {
    const folder = join(temporaryFolder(), "none");
    const args = ["export", folder, "--program", "IOP-NONE", "--data", data];
    expect(await refused(...args)).toBe(
      "No program IOP-NONE is on record. Check the id. Nothing was written.\n",
    );
    expect(existsSync(folder)).toBe(false);
  });

  it("an export into a folder with other things", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "other"));
    expect(await refused("export", folder, "--data", data)).toContain("other");
  });

  it("a place where no folder can be made", async () => {
    await refused("export", "/dev/null/x", "--data", data);
    await refused("set-aside", "--csv", "/dev/null/x", "--data", data);
    await refused("import", clinicFolder(), "--data", "/dev/null/x/y");
    await refused("serve", "--port", "0", "--data", "/dev/null/x/y");
  });

  it("an option or a command that is not there", async () => {
    expect(await refused("findings", "--nonsense")).toContain("--nonsense");
    expect(await refused("nonsense")).toContain("nonsense");
  });
});

describe("help", () => {
  it("stands on standard output, with examples and exit statuses", async () => {
    const { out, status } = await soundings("--help");
    expect(status).toBe(0);
    for (const command of ["serve", "import", "export", "findings", "step-down", "verify"])
      expect(out).toContain(command);
    expect((await soundings("import", "--help")).out).toContain("Exit status");
  });
});
