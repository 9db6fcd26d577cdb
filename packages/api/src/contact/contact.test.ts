import type { AppErrorCode, SaveContactInput } from "@soundings/contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ADMINISTRATOR,
  breakAudit,
  directorOf,
  entered,
  type Joined,
  join,
  therapistOf,
} from "../administration/people.fixture.ts";
import { type Clinic, FILES, openClinic } from "../clinic.fixture.ts";

const REACHED = {
  ...FILES,
  "patients.csv": `patient_id,given_name,family_name,birth_date,phone,email,language
P-1,Ada,Testcase,1990-04-01,+15555550100,ada@example.org,es
P-2,Ben,Testcase,1985-12-31,,,
P-3,Cy,Testcase,2000-02-29,,,
`,
};

let clinic: Clinic;
let desk: Joined;
beforeEach(async () => {
  clinic = await openClinic(REACHED);
  desk = join(clinic, { roles: [{ role: "front_desk", programIds: ["IOP-DAY"] }], name: "Front Desk" });
});
afterEach(() => clinic.close());

const refusal = (code: AppErrorCode) => ({ cause: { code } });
const last = () => entered(clinic).at(-1);
const given = (more: Partial<SaveContactInput> = {}): SaveContactInput => ({
  patientId: "P-1",
  revision: 0,
  preferredName: "Addie",
  pronouns: "she/her",
  reachBy: "evenings, by text",
  emergencyName: "Grace Testcase",
  emergencyRelation: "sister",
  emergencyPhone: "+15555550199",
  ...more,
});

describe("contact details", () => {
  it("show what the records say and what is kept here", async () => {
    expect(await desk.caller.contact.get({ patientId: "P-1" })).toEqual({
      patientId: "P-1",
      givenName: "Ada",
      familyName: "Testcase",
      phone: "+15555550100",
      email: "ada@example.org",
      language: "es",
      preferredName: null,
      pronouns: null,
      reachBy: null,
      emergencyName: null,
      emergencyRelation: null,
      emergencyPhone: null,
      revision: 0,
      changedAt: null,
      changedBy: null,
    });
    expect(last()).toMatchObject({ event: "contact_viewed", patientId: "P-1", personId: desk.personId });
  });

  it("are saved with who did it, and entered without a value", async () => {
    const saved = await desk.caller.contact.save(given({ pronouns: "  " }));
    expect(saved).toMatchObject({ ...given({ pronouns: null }), revision: 1, changedBy: "Front Desk" });
    const entry = last();
    expect(entry).toMatchObject({ event: "contact_changed", patientId: "P-1", detail: { revision: 1 } });
    for (const value of ["Addie", "sister", "555", "evenings"]) {
      expect(JSON.stringify(entry)).not.toContain(value);
    }
    expect(await desk.caller.contact.get({ patientId: "P-1" })).toEqual(saved);
  });

  it("are not written over when somebody was quicker", async () => {
    await desk.caller.contact.save(given());
    const late = desk.caller.contact.save(given({ preferredName: "Ada" }));
    await expect(late).rejects.toMatchObject(refusal("changed_meanwhile"));
    await desk.caller.contact.save(given({ preferredName: null, revision: 1 }));
    const kept = clinic.store.reader
      .statement(`select "before" from "revisions" where "record_kind" = 'contact'`)
      .all([]);
    expect(kept.map(([before]) => JSON.parse(String(before)) as unknown)).toMatchObject([
      { preferredName: "Addie" },
    ]);
  });

  it("that cannot be entered in the audit are neither shown nor changed", async () => {
    breakAudit(clinic);
    await expect(desk.caller.contact.get({ patientId: "P-1" })).rejects.toMatchObject(
      refusal("audit_unwritable"),
    );
    await expect(desk.caller.contact.save(given())).rejects.toThrow();
    expect(clinic.store.reader.statement(`select count(*) from "contacts"`).get([])).toEqual([0]);
  });
});

describe("a patient out of scope does not exist", () => {
  it.each(["P-3", "P-404"])("for the front desk of another program: %s", async (patientId) => {
    await expect(desk.caller.contact.get({ patientId })).rejects.toMatchObject(refusal("no_such_patient"));
    await expect(desk.caller.contact.save(given({ patientId }))).rejects.toMatchObject(
      refusal("no_such_patient"),
    );
    expect(last()).toMatchObject({
      event: "refused",
      detail: { action: "contact.change", code: "no_such_patient" },
    });
  });

  it("for a therapist of somebody else, and not for one's own", async () => {
    const own = join(clinic, { roles: therapistOf("IOP-DAY"), staffId: "S-1" });
    const other = join(clinic, { roles: therapistOf("IOP-DAY") });
    await expect(own.caller.contact.save(given({ patientId: "P-2" }))).resolves.toMatchObject({
      revision: 1,
    });
    await expect(other.caller.contact.get({ patientId: "P-2" })).rejects.toMatchObject(
      refusal("no_such_patient"),
    );
  });

  it("for a director of another program", async () => {
    const { caller } = join(clinic, { roles: directorOf("IOP-EVE") });
    await expect(caller.contact.get({ patientId: "P-2" })).rejects.toMatchObject(refusal("no_such_patient"));
    await expect(caller.contact.get({ patientId: "P-3" })).resolves.toMatchObject({ givenName: "Cy" });
  });
});

it("is no administrator's", async () => {
  const { caller } = join(clinic, { roles: ADMINISTRATOR });
  await expect(caller.contact.get({ patientId: "P-1" })).rejects.toMatchObject(refusal("not_allowed"));
  await expect(caller.contact.save(given())).rejects.toMatchObject(refusal("not_allowed"));
});
