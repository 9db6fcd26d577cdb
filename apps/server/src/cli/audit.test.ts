import { copyFileSync, existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { auditEntries, openStore, type Store, type StoredEntry, upkeepOf } from "@soundings/records";
import { beforeAll, describe, expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { soundings } from "./command.fixture.ts";

let filled = "";

beforeAll(async () => {
  filled = temporaryFolder();
  expect((await soundings("import", clinicFolder(), "--data", filled)).status).toBe(0);
});

function copyOf(data: string): string {
  const copy = temporaryFolder();
  copyFileSync(join(data, "soundings.db"), join(copy, "soundings.db"));
  return copy;
}

function inStore<T>(data: string, work: (store: Store) => T): T {
  const store = openStore({ dataDir: data, access: "write" });
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** What was entered after the import, oldest first. */
function entered(data: string): readonly StoredEntry[] {
  return inStore(data, (store) =>
    [...auditEntries(store, { of: "site" }, {}, { limit: 100 })]
      .reverse()
      .filter(({ event }) => event !== "imported"),
  );
}

const who = (command: string) => `${userInfo().username} (soundings ${command})`;

describe("what a command shows is entered as shown to the system's user", () => {
  it.each([
    [["findings", "--as-of", "2026-03-16"], "findings", { asOf: "2026-03-16", rows: expect.any(Number) }],
    [["step-down", "--program", "IOP-DAY"], "step-down", { program: "IOP-DAY", rows: expect.any(Number) }],
    [
      ["outcomes", "--from", "2026-01-01", "--to", "2026-12-31", "--as-of", "2026-03-16"],
      "outcomes",
      { from: "2026-01-01", to: "2026-12-31", asOf: "2026-03-16", rows: 0 },
    ],
    [["set-aside"], "set-aside", { files: false }],
  ])("%s", async (args, command, detail) => {
    const data = copyOf(filled);
    const { out, err, status } = await soundings(...args, "--data", data, "--json");
    expect([err, status]).toEqual(["", 0]);
    JSON.parse(out);
    expect(entered(data)).toMatchObject([{ event: "answered", actor: who(command), personId: null, detail }]);
  });

  it("with every patient in the answer, so that who looked at a record is known", async () => {
    const data = copyOf(filled);
    const { out } = await soundings("findings", "--as-of", "2026-03-16", "--data", data, "--json");
    const shown = new Set((JSON.parse(out) as { patient_id: string }[]).map((finding) => finding.patient_id));
    expect(shown.has("P-1")).toBe(true);
    expect(entered(data)[0]?.patients).toBe(shown.size);
    const about = inStore(data, (store) =>
      auditEntries(store, { of: "site" }, { patientId: "P-1", event: "answered" }, { limit: 10 }),
    );
    expect(about).toHaveLength(1);
  });

  it("without what was typed when it is not on record, since it may be a name", async () => {
    const data = copyOf(filled);
    await soundings("findings", "--patient", "Ada Testcase", "--program", "Testcase", "--data", data);
    await soundings("set-aside", "--batch", "Ada", "--data", data);
    expect(entered(data)).toHaveLength(2);
    expect(JSON.stringify(entered(data))).not.toMatch(/Ada|Testcase/);
  });

  it("or is not shown when it cannot be entered", async () => {
    const data = copyOf(filled);
    inStore(data, (store) =>
      store.writer.exec(
        "create trigger full before insert on audit_entries begin select raise (abort, 'no room'); end",
      ),
    );
    const target = join(temporaryFolder(), "out");
    for (const args of [["findings"], ["step-down"], ["set-aside"], ["export", target]]) {
      const { out, err, status } = await soundings(...args, "--data", data);
      expect(status).toBe(1);
      expect(out).toBe("");
      expect(err).toContain("could not be entered in the audit");
    }
    expect(existsSync(join(target, "patients.csv"))).toBe(false);
  });
});

describe("soundings export", () => {
  it("enters an internal copy before and after, with its patients and the rows of each file", async () => {
    const data = copyOf(filled);
    const target = join(temporaryFolder(), "out");
    const { status } = await soundings("export", target, "--program", "IOP-DAY", "--data", data);
    expect(status).toBe(0);
    expect(entered(data)).toMatchObject([
      {
        event: "exported",
        actor: who("export"),
        patients: 2,
        detail: { note: "internal copy", program: "IOP-DAY", begun: true },
      },
      { event: "exported", detail: { note: "internal copy", files: { "patients.csv": 2 } } },
    ]);
  });

  const BASIS = [
    "--basis",
    "other:audit_evaluation",
    "--recipient",
    "State licensing",
    "--purpose",
    "Audit of 2026",
    "--explanation",
    "Agreement",
  ];

  it("enters every patient in the list of disclosures when it leaves", async () => {
    const data = copyOf(filled);
    const { status } = await soundings("export", join(temporaryFolder(), "out"), ...BASIS, "--data", data);
    expect(status).toBe(0);
    const rows = inStore(data, ({ reader }) =>
      reader.statement("select patient_id, recipient, actor from disclosures order by 1").all([]),
    );
    expect(rows).toEqual(["P-1", "P-2", "P-3"].map((id) => [id, "State licensing", who("export")]));
    expect(entered(data).map(({ event }) => event)).toEqual(["exported", "disclosed", "exported"]);
  });

  it.each([
    [["--recipient", "State licensing"], "needs --basis"],
    [["--basis", "because"], "no such basis"],
    [BASIS.slice(0, 4), "needs --recipient, --purpose"],
  ])("writes nothing without a whole basis: %s", async (args, sentence) => {
    const data = copyOf(filled);
    const target = join(temporaryFolder(), "out");
    const { status, err } = await soundings("export", target, ...args, "--data", data);
    expect([status, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(existsSync(join(target, "patients.csv"))).toBe(false);
    expect(entered(data)).toEqual([]);
  });
});

describe("upkeep", () => {
  it("a backup is entered and noted, and says the head of the audit in it", async () => {
    const data = copyOf(filled);
    const file = join(temporaryFolder(), "copy.db");
    const { out, status } = await soundings("backup", file, "--data", data, "--json");
    const made = JSON.parse(out);
    expect(status).toBe(0);
    expect(made.auditHead).toMatch(/^\d+:[0-9a-f]{32}$/);
    expect(entered(data)).toMatchObject([
      {
        event: "backup_made",
        actor: who("backup"),
        detail: { file: "copy.db", bytes: made.bytes, auditHead: made.auditHead },
      },
    ]);
    expect(inStore(data, upkeepOf).lastBackup).toMatchObject({ file: "copy.db", bytes: made.bytes });
    const verified = await soundings("verify", "--audit-head", made.auditHead, "--data", data);
    expect(verified.status).toBe(0);
    expect(verified.out).toContain("Nothing is wrong.");
  });

  it("a restore is entered in the audit that it put in place, with the head of the one it replaced", async () => {
    const data = copyOf(filled);
    const file = join(temporaryFolder(), "copy.db");
    await soundings("backup", file, "--data", data);
    const before = JSON.parse((await soundings("verify", "--data", data, "--json")).out).auditHead;
    const { status } = await soundings("restore", file, "--data", data);
    expect(status).toBe(0);
    expect(entered(data)).toMatchObject([
      { event: "restored", actor: who("restore"), detail: { replaced: before } },
    ]);
    expect((await soundings("verify", "--data", data)).status).toBe(0);
  });

  it("a verification is noted and changes no entry", async () => {
    const data = copyOf(filled);
    expect(inStore(data, upkeepOf).lastVerification).toBeNull();
    const { out, status } = await soundings("verify", "--data", data, "--json");
    expect(status).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(["ok", "problems", "auditHead"]);
    expect(inStore(data, upkeepOf).lastVerification).toMatchObject({ problems: 0 });
    expect(entered(data)).toEqual([]);
  });

  it("a verification names an entry that was edited by hand, and exits 2", async () => {
    const data = copyOf(filled);
    inStore(data, ({ writer }) => {
      writer.exec("drop trigger audit_is_never_changed");
      writer.exec("update audit_entries set actor = 'nobody' where seq = 1");
    });
    const { out, status } = await soundings("verify", "--data", data);
    expect(status).toBe(2);
    expect(out).toContain("audit entry 1: It is not as it was written. (audit_changed)");
    expect(inStore(data, upkeepOf).lastVerification).toMatchObject({ problems: 2 });
  });

  it("a head that is none is refused, and one that does not fit is a problem", async () => {
    const data = copyOf(filled);
    const none = await soundings("verify", "--audit-head", "12", "--data", data);
    expect([none.status, none.err]).toEqual([1, expect.stringContaining("--audit-head is a number")]);
    const other = await soundings("verify", "--audit-head", `1:${"0".repeat(32)}`, "--data", data);
    expect(other.status).toBe(2);
    expect(other.out).toContain("Entry 1 has another hash than the one that was noted");
  });

  it("a change of the key is entered", async () => {
    const data = copyOf(filled);
    const key = join(temporaryFolder(), "key");
    await soundings("new-key", key);
    expect((await soundings("rekey", "--new-key-file", key, "--data", data)).status).toBe(0);
    const { status, out } = await soundings("findings", "--data", data, "--key-file", key, "--json");
    expect([status, Array.isArray(JSON.parse(out))]).toEqual([0, true]);
    expect((await soundings("verify", "--data", data, "--key-file", key)).status).toBe(0);
  });
});
