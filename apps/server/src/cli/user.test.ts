import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { ended, soundings, start } from "./command.fixture.ts";

const PERSON = ["--email", "Ada@Clinic.example", "--name", "Ada Example"];

function events(data: string): readonly string[] {
  const database = new DatabaseSync(join(data, "soundings.db"), { readOnly: true });
  const rows = database.prepare(`select event, actor from audit_entries order by seq`).all();
  database.close();
  return rows.map(({ event, actor }) => `${event} by ${actor}`);
}

describe("soundings user", () => {
  it("makes the first administrator in an empty directory, with a link that is shown once", async () => {
    const data = join(temporaryFolder(), "new");
    const { status, out, err } = await soundings(
      "user",
      "add",
      "--data",
      data,
      ...PERSON,
      "--role",
      "administrator",
    );
    expect([status, err]).toEqual([0, ""]);
    const [, secret = ""] = /\/link#([\w-]{43})\s/.exec(out) ?? [];
    expect(secret).not.toBe("");
    const list = JSON.parse((await soundings("user", "list", "--data", data, "--json")).out);
    expect(list).toMatchObject([{ email: "ada@clinic.example", state: "invited" }]);
    const again = await soundings("user", "link", "ada@clinic.example", "--data", data, "--json");
    expect(JSON.parse(again.out).path).toMatch(/^\/link#/);
    expect(again.out).not.toContain(secret);
    expect(events(data).map((line) => line.split(" by ")[0])).toEqual([
      "person_invited",
      "link_made",
      "people_viewed",
      "link_made",
    ]);
    for (const line of events(data)) expect(line).toMatch(/\(soundings user\)$/);
  });

  it.each([["list"], ["link", "ada@clinic.example"], ["disable", "ada@clinic.example"]])(
    "%s made an empty clinic of a misspelt directory",
    async (...args) => {
      const data = join(temporaryFolder(), "misspelt");
      const { status, out, err } = await soundings("user", ...args, "--data", data);
      expect([status, out]).toEqual([1, ""]);
      expect(err).toMatch(/There is no directory .*misspelt/);
      expect(existsSync(data)).toBe(false);
      mkdirSync(data);
      const inEmpty = await soundings("user", ...args, "--data", data);
      expect([inEmpty.status, inEmpty.out]).toEqual([1, ""]);
      expect(inEmpty.err).toContain("There is no Soundings database");
      expect(readdirSync(data)).toEqual([]);
    },
  );

  it("adds people with roles in programs that are on record, and says what is wrong with others", async () => {
    const data = temporaryFolder();
    await soundings("import", clinicFolder(), "--data", data);
    const add = (...rest: string[]) => soundings("user", "add", "--data", data, ...PERSON, ...rest);
    const wrong = [
      await add("--role", "therapist"),
      await add("--role", "administrator:IOP-DAY"),
      await add("--role", "king"),
      await add("--role", "therapist:NOWHERE"),
      await add("--role", "therapist:IOP-DAY", "--staff", "S-404"),
    ];
    for (const { status, out, err } of wrong) {
      expect([status, out]).toEqual([1, ""]);
      expect(err).toMatch(/Nothing was changed\..*\.\n$/);
    }
    const roles = ["--role", "therapist:IOP-DAY,IOP-EVE", "--role", "director:IOP-DAY", "--staff", "S-1"];
    expect((await add(...roles)).status).toBe(0);
    expect((await add(...roles)).err).toContain("Somebody has an account with this e-mail address");
    const [person] = JSON.parse((await soundings("user", "list", "--data", data, "--json")).out);
    expect(person.roles).toEqual([
      { role: "director", programIds: ["IOP-DAY"] },
      { role: "therapist", programIds: ["IOP-DAY", "IOP-EVE"] },
    ]);
    expect((await soundings("user", "disable", "ada@clinic.example", "--data", data)).status).toBe(0);
    expect((await soundings("user", "link", "ada@clinic.example", "--data", data)).err).toContain("disabled");
    expect((await soundings("user", "link", "none@clinic.example", "--data", data)).err).toContain("Nobody");
  }, 60_000);

  it("takes a password from standard input, and none that is easily guessed", async () => {
    const data = temporaryFolder();
    const args = ["user", "add", "--data", data, ...PERSON, "--role", "administrator", "--password-stdin"];
    expect((await ended(start(args, {}, "password1234\n"))).err).toContain("too easy to guess");
    const added = await ended(start(args, {}, "quiet otters borrow seven maps\n"));
    expect([added.status, added.err]).toEqual([0, ""]);
    expect(added.out).not.toContain("otters");
  });
});
