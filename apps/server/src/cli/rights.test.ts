import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { soundings } from "./command.fixture.ts";

const data = temporaryFolder();

const add = (email: string, name: string, role: string) =>
  soundings("user", "add", "--data", data, "--email", email, "--name", name, "--role", role);

function rows(sql: string): readonly unknown[] {
  const database = new DatabaseSync(join(data, "soundings.db"), { readOnly: true });
  const found = database.prepare(sql).all();
  database.close();
  return found.map((row) => ({ ...row }));
}

beforeAll(async () => {
  await soundings("import", clinicFolder(), "--data", data);
  await add("director@clinic.example", "Dora Director", "director:IOP-DAY");
}, 120_000);

it("a clinical role was given on the command line and no director heard of it", async () => {
  const { status } = await add("ben@clinic.example", "Ben Example", "therapist:IOP-DAY");
  expect(status).toBe(0);
  expect(
    rows(`select n.kind, a.email as about, p.email as told from notices as n
      join people as p on p.person_id = n.person_id join people as a on a.person_id = n.about_person_id`),
  ).toEqual([{ kind: "role_given", about: "ben@clinic.example", told: "director@clinic.example" }]);
});

it("a name of two lines was taken in", async () => {
  const { status, err } = await add("cy@clinic.example", "Cy\nadministrator", "administrator");
  expect(status).toBe(1);
  expect(err).toContain("one line");
});

it("a restore opened an account again that had been disabled since the backup, and did not say so", async () => {
  const file = join(temporaryFolder(), "copy.db");
  await soundings("backup", file, "--data", data);
  await soundings("user", "disable", "ben@clinic.example", "--data", data);
  await add("new@clinic.example", "New Example", "administrator");
  const { status, out } = await soundings("restore", file, "--data", data);
  expect(status).toBe(0);
  expect(out).toMatch(/^Ended 0 sign-ins and withdrew 2 one-time links of the backup\./m);
  expect(out).toContain("Disabled since the backup, and still disabled: ben@clinic.example.");
  expect(out).toContain("Without an account in the backup, so without one now: new@clinic.example.");
  const [entry] = rows(`select detail from audit_entries where event = 'restored'`);
  expect(JSON.parse((entry as { readonly detail: string }).detail)).toMatchObject({
    compared: true,
    linksWithdrawn: 2,
    stillDisabled: 1,
    notInBackup: 1,
    otherRoles: 0,
  });
  expect(rows(`select email from people where disabled_at is not null`)).toEqual([
    { email: "ben@clinic.example" },
  ]);
}, 120_000);
