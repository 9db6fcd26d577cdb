import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../audit/audit.types.ts";
import { CLINIC, moment, NOW, newStore, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { disablePerson } from "../people/accounts.writes.ts";
import { listPeople } from "../people/people.list.ts";
import { addPerson, changePerson } from "../people/people.writes.ts";
import { usableLink } from "../sign-in/links.reads.ts";
import { hashOfSecret, makeLink } from "../sign-in/links.writes.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { backupStore } from "./backup.ts";
import { restoreStore } from "./restore.ts";
import { verifyStore } from "./verify.ts";

const ACTOR: Actor = { personId: null, name: "tester", signInId: null, requestId: null };

let store: Store;
let backup: string;
let path: string;
let therapist: string;

function hire(email: string): string {
  const roles = [{ role: "therapist" as const, programIds: ["IOP-DAY"] }];
  return addPerson(store.writer, { name: "Somebody", email, staffId: null, roles }, NOW);
}

beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
  therapist = hire("one@example.org");
  hire("two@example.org");
  path = makeLink(store, ACTOR, { personId: therapist, kind: "reset" }, NOW).path;
  store.writer.exec(`
    insert into "sign_ins" ("sign_in_id", "person_id", "token", "expires_at", "created_at", "updated_at", "last_active_at")
      values ('in-1', '${therapist}', 'token', '2099-01-01T00:00:00Z', '${NOW}', '${NOW}', '${NOW}');
    insert into "verifications" ("verification_id", "identifier", "value", "expires_at", "created_at", "updated_at")
      values ('v-1', 'pending', 'x', '2099-01-01T00:00:00Z', '${NOW}', '${NOW}');`);
  backup = join(temporaryDirectory(), "backup.db");
  await backupStore(store, backup);
});
afterEach(() => store.close());

const count = (table: string) => store.reader.statement(`select count(*) from "${table}"`).get([])?.[0];
const links = () => usableLink(store, hashOfSecret(path.split("#")[1] ?? ""), NOW);

describe("a restored backup", () => {
  it("brought back sign-ins that had ended and links that were spent: it lets nobody in", async () => {
    expect(links()).not.toBeNull();
    store.close();
    const { people } = await restoreStore(store.dataDir, backup);
    store = openStore({ dataDir: store.dataDir, access: "write" });
    expect(people).toMatchObject({ signInsEnded: 1, linksWithdrawn: 1, compared: true, stillDisabled: [] });
    expect([count("sign_ins"), count("verifications"), links()]).toEqual([0, 0, null]);
    expect(await verifyStore(store)).toEqual([]);
  });

  it("opened an account again that was disabled since: it stays disabled, and who is missing or changed is named", async () => {
    disablePerson(store, ACTOR, therapist, moment("2026-03-17T03:00:00Z"));
    hire("three@example.org");
    const two = listPeople(store, NOW).find(({ email }) => email === "two@example.org");
    if (two === undefined) throw new Error("not there");
    const roles = [{ role: "front_desk" as const, programIds: ["IOP-DAY"] }];
    changePerson(store, ACTOR, { ...two, roles }, NOW);
    store.close();
    const { people } = await restoreStore(store.dataDir, backup);
    store = openStore({ dataDir: store.dataDir, access: "write" });
    expect(people).toMatchObject({
      compared: true,
      stillDisabled: ["one@example.org"],
      notInBackup: ["three@example.org"],
      otherRoles: ["two@example.org"],
    });
    expect(
      listPeople(store, NOW)
        .map(({ email, state }) => [email, state])
        .sort(),
    ).toEqual([
      ["one@example.org", "disabled"],
      ["two@example.org", "invited"],
    ]);
  });

  it("in an empty directory is compared with nothing, and lets nobody in either", async () => {
    const dataDir = temporaryDirectory();
    const { people } = await restoreStore(dataDir, backup);
    expect(people).toMatchObject({ signInsEnded: 1, linksWithdrawn: 1, compared: false });
  });
});
