import type { SignInPage } from "@soundings/contract";
import { ROLES } from "@soundings/contract";
import {
  addPerson,
  appendAudit,
  givePassword,
  listPeople,
  type ReadStore,
  type Store,
  staffWithoutAccount,
} from "@soundings/records";
import { hashPassword } from "../sign-in/hash.ts";
import { MAKER } from "./maker.ts";

/** Of every account of the demo clinic, which holds nothing worth guessing and listens on this machine only. */
export const DEMO_PASSWORD = "four harbor lights at dusk";

type Instant = Parameters<typeof addPerson>[2];

/** Gives every member of staff of the demo clinic an account. */
export async function makeDemoAccounts(store: Store, now: Instant): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  const { writer } = store;
  writer.act(() => {
    for (const { staffId, name, role, email, programIds } of staffWithoutAccount(store)) {
      if (email === null) continue;
      const roles = [{ role, programIds: role === "administrator" ? [] : programIds }];
      const personId = addPerson(writer, { name, email, staffId, roles }, now);
      appendAudit(writer, MAKER, { event: "person_invited", detail: { personId, staffId, roles } }, now);
      givePassword(store, MAKER, { personId, hash }, now);
    }
  });
}

/** One account of each role, for the first page of a demo clinic and for whoever starts it. */
export function demoAccounts(store: ReadStore, now: Instant): SignInPage["demoAccounts"] {
  const people = [...listPeople(store, now)].sort((a, b) =>
    (a.staffId ?? "~") < (b.staffId ?? "~") ? -1 : 1,
  );
  return ROLES.flatMap((role) => {
    const person = people.find(({ state, roles }) => state === "active" && roles[0]?.role === role);
    return person === undefined
      ? []
      : [{ role, name: person.name, email: person.email, password: DEMO_PASSWORD }];
  });
}
