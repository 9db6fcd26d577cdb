import { setTimeout } from "node:timers/promises";
import { openStore, type Store } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMINISTRATOR, directorOf, entered, type Joined, join } from "./administration/people.fixture.ts";
import { type Clinic, openClinic } from "./clinic.fixture.ts";

let clinic: Clinic;
/** Another program that has the database open. */
let other: Store;
let director: Joined;
let administrator: Joined;

beforeEach(async () => {
  clinic = await openClinic();
  clinic.store.writer.waitAtMost(20);
  director = join(clinic, { roles: directorOf("IOP-DAY"), name: "Day Director" });
  administrator = join(clinic, { roles: ADMINISTRATOR, name: "Admin" });
  other = openStore({ dataDir: clinic.store.dataDir, access: "write" });
  other.writer.exec("begin immediate");
});
afterEach(() => {
  other.close();
  clinic.close();
});

const INVITED = {
  name: "Therapist Two",
  email: "two@example.org",
  staffId: "S-2",
  roles: [{ role: "therapist" as const, programIds: ["IOP-EVE"] }],
};

describe("while another program holds the database", () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ["a page", "patient_viewed", () => director.caller.patient.page({ patientId: "P-1" })],
    [
      "a change",
      "person_changed",
      () =>
        administrator.caller.people.change({
          ...INVITED,
          personId: director.personId,
          email: director.email,
        }),
    ],
    ["an act of several steps", "person_invited", () => administrator.caller.people.invite(INVITED)],
    [
      "an opening from outside",
      "glass_opened",
      () =>
        director.caller.patientAccess.openOutside({
          reason: "Walk-in in crisis",
          who: { by: "record_number", recordNumber: "P-3" },
        }),
    ],
  ])("%s waits without holding up the server, and is done once when it is free", async (_, event, ask) => {
    let answered = false;
    const answer = ask().finally(() => {
      answered = true;
    });
    await setTimeout(300);
    expect(answered).toBe(false);
    other.writer.exec("commit");
    await answer;
    expect(entered(clinic).filter((entry) => entry.event === event)).toHaveLength(1);
  });

  it("longer than a request waits, what is asked for is refused and nothing is changed", async () => {
    const page = expect(director.caller.patient.page({ patientId: "P-1" })).rejects.toMatchObject({
      cause: { code: "audit_unwritable" },
    });
    const change = expect(
      administrator.caller.people.disable({ personId: director.personId }),
    ).rejects.toMatchObject({ cause: { code: "locked" } });
    await Promise.all([page, change]);
    expect(clinic.store.reader.statement(`select "disabled_at" from "people"`).all([]).flat()).toEqual([
      null,
      null,
    ]);
  });
});
