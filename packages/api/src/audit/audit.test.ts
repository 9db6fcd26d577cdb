import { appendAudit } from "@soundings/records";
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
import { type Clinic, openClinic } from "../clinic.fixture.ts";

let clinic: Clinic;
let therapist: Joined;
let stranger: Joined;
let director: Joined;
let administrator: Joined;

beforeEach(async () => {
  clinic = await openClinic();
  therapist = join(clinic, { roles: therapistOf("IOP-DAY"), name: "Therapist One", staffId: "S-1" });
  stranger = join(clinic, { roles: therapistOf("IOP-EVE"), name: "Therapist Two", staffId: "S-2" });
  director = join(clinic, { roles: directorOf("IOP-DAY"), name: "Day Director" });
  administrator = join(clinic, { roles: ADMINISTRATOR, name: "Admin" });
});
afterEach(() => clinic.close());

interface Given {
  readonly by: Joined;
  readonly event: string;
  readonly patientId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly listed?: readonly string[];
  readonly outcome?: "done" | "refused";
}

function enter({ by, ...event }: Given, at?: string): number {
  const actor = { personId: by.personId, name: "as written", signInId: null, requestId: "r" };
  return appendAudit(clinic.store.writer, actor, event, ...(at === undefined ? [] : [at as never]));
}

async function page(who: Joined, filter: Parameters<Joined["caller"]["audit"]["page"]>[0] = {}) {
  const { entries } = await who.caller.audit.page(filter);
  return entries.filter(({ event }) => event !== "audit_viewed" && event !== "person_invited");
}

const seqs = (entries: readonly { readonly seq: number }[]) => entries.map(({ seq }) => seq);

describe("what a director reads", () => {
  it("is what concerns the program's patients, by whomever, and what its people did", async () => {
    const own = enter({ by: stranger, event: "patient_viewed", patientId: "P-2", detail: { about: "P-2" } });
    const list = enter({ by: stranger, event: "caseload_viewed", listed: ["P-1", "P-3"] });
    const people = enter({ by: therapist, event: "signed_in" });
    enter({ by: stranger, event: "patient_viewed", patientId: "P-3" });
    enter({ by: stranger, event: "caseload_viewed", listed: ["P-3"] });
    enter({ by: stranger, event: "signed_in" });
    const found = (await page(director)).filter(({ seq }) => seq >= own);
    expect(seqs(found)).toEqual([people, list, own]);
    expect(found.map(({ patientId, patients }) => [patientId, patients])).toEqual([
      [null, null],
      [null, 1],
      ["P-2", null],
    ]);
    expect((await page(administrator)).find(({ seq }) => seq === list)?.patients).toBe(2);
  });

  it("never names a patient of another program, not even where the director's own people did something", async () => {
    enter({ by: therapist, event: "glass_opened", patientId: "P-3", detail: { reason: "of P-3" } });
    enter({
      by: therapist,
      event: "meeting_changed",
      detail: { patients: ["P-2", "P-3"], deep: { one: "P-3" } },
    });
    const [meeting, opened] = await page(director);
    expect(opened).toMatchObject({ event: "glass_opened", patientId: null, detail: { withheld: true } });
    expect(meeting?.detail).toEqual({ patients: ["P-2", "withheld"], deep: { one: "withheld" } });
    const { text } = await director.caller.audit.export({});
    expect(text).not.toContain("P-3");
    expect((await administrator.caller.audit.export({})).text).toContain("P-3");
  });

  it("does not tell a patient of another program from one who is not on record", async () => {
    for (const patientId of ["P-3", "P-404"]) {
      await expect(therapist.caller.patient.page({ patientId })).rejects.toThrow();
      expect(await page(director, { patient: patientId })).toEqual([]);
      await expect(director.caller.patientAccess.lookers({ patientId })).rejects.toMatchObject({
        cause: { code: "no_such_patient" },
      });
    }
    const refusals = (await page(director, { event: "refused" })).filter(
      ({ personId }) => personId === therapist.personId,
    );
    const [first, second] = refusals.map(({ seq, at, ...rest }) => rest);
    expect(first).toEqual(second);
  });

  it("lists the people of the programs", async () => {
    const names = async (who: Joined) =>
      (await who.caller.audit.page({})).people.map(({ name }) => name).sort();
    expect(await names(director)).toEqual(["Day Director", "Therapist One"]);
    expect(await names(administrator)).toEqual(["Admin", "Day Director", "Therapist One", "Therapist Two"]);
  });

  it("is nothing for other roles", async () => {
    for (const call of [therapist.caller.audit.page({}), therapist.caller.audit.export({})])
      await expect(call).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });
});

describe("filters", () => {
  it("by person, event, outcome, patient and outside", async () => {
    const a = enter({ by: therapist, event: "patient_viewed", patientId: "P-1" });
    const b = enter({ by: stranger, event: "caseload_viewed", listed: ["P-1", "P-3"] });
    const again = enter({ by: therapist, event: "due_viewed", listed: ["P-3", "P-1"] });
    const c = enter({ by: stranger, event: "refused", outcome: "refused", detail: {} });
    const find = async (filter: Parameters<typeof page>[1]) => seqs(await page(administrator, filter));
    expect(await find({ person: therapist.personId })).toEqual([again, a]);
    expect(await find({ event: "caseload_viewed" })).toEqual([b]);
    expect(await find({ outcome: "refused" })).toEqual([c]);
    expect(await find({ patient: "P-1", person: stranger.personId })).toEqual([b]);
    expect((await find({ patient: "P-1" })).filter((seq) => seq >= a)).toEqual([again, b, a]);
    expect(await find({ outside: true })).toEqual([]);
  });

  it("by days of the site, both included", async () => {
    const early = enter({ by: therapist, event: "signed_in" }, "2026-03-16T06:59:59.999Z");
    const first = enter({ by: therapist, event: "signed_in" }, "2026-03-16T07:00:00Z");
    const last = enter({ by: therapist, event: "signed_in" }, "2026-03-17T06:59:59.999Z");
    const late = enter({ by: therapist, event: "signed_in" }, "2026-03-17T07:00:00Z");
    const find = async (filter: Parameters<typeof page>[1]) =>
      seqs(await page(administrator, { ...filter, event: "signed_in" }));
    expect(await find({ from: "2026-03-16", to: "2026-03-16" })).toEqual([last, first]);
    expect(await find({ to: "2026-03-15" })).toEqual([early]);
    expect(await find({ from: "2026-03-17" })).toEqual([late]);
  });

  it("enter themselves, with typed text only where it is on record", async () => {
    await administrator.caller.audit.page({ patient: "P-1", person: "Ada Testcase", limit: 5 });
    await administrator.caller.audit.page({ patient: "Ada Testcase" });
    const views = entered(clinic).filter(({ event }) => event === "audit_viewed");
    expect(views.map(({ detail }) => detail)).toMatchObject([
      { patient: "P-1", person: "not on record", limit: 5 },
      { patient: "not on record" },
    ]);
    expect(JSON.stringify(views)).not.toContain("Ada");
  });

  it("are refused with the page when the viewing cannot be entered", async () => {
    breakAudit(clinic);
    await expect(administrator.caller.audit.page({})).rejects.toMatchObject({
      cause: { code: "audit_unwritable" },
    });
  });
});

describe("pages", () => {
  it("go back to the first entry without a gap or a repetition", async () => {
    for (let number = 0; number < 25; number += 1) enter({ by: therapist, event: "signed_in" });
    const found: number[] = [];
    let cursor: number | undefined;
    for (;;) {
      const answer = await administrator.caller.audit.page({ event: "signed_in", limit: 10, cursor });
      found.push(...seqs(answer.entries));
      if (answer.before === null) break;
      cursor = answer.before;
    }
    expect(found).toHaveLength(25);
    expect(found).toEqual([...new Set(found)].sort((a, b) => b - a));
  });
});

describe("the audit as a file", () => {
  it("is safe in a spreadsheet, and is itself entered", async () => {
    enter({ by: therapist, event: "glass_asked", detail: { reason: "=HYPERLINK(1)" } });
    appendAudit(
      clinic.store.writer,
      { personId: null, name: "=cmd", signInId: null, requestId: null },
      { event: "answered" },
    );
    const { text, name, entries, truncated } = await administrator.caller.audit.export({});
    expect(name).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.split("\n")[0]).toMatch(/^number,at,event,outcome,person_id,actor,patient_id/);
    expect(text).not.toMatch(/[,\n]=/);
    expect(text).toContain("=cmd");
    expect(truncated).toBe(false);
    expect(entered(clinic).at(-1)).toMatchObject({
      event: "audit_exported",
      detail: { entries, truncated: false },
    });
  });
});

describe("who looked at a record", () => {
  it("names entries about the patient and lists that held the patient, newest first", async () => {
    const first = enter({ by: therapist, event: "patient_viewed", patientId: "P-1" });
    const list = enter({ by: stranger, event: "caseload_viewed", listed: ["P-1", "P-3"] });
    const again = enter({ by: therapist, event: "caseload_viewed", listed: ["P-1", "P-3"] });
    enter({ by: stranger, event: "patient_viewed", patientId: "P-3" });
    for (const who of [administrator, director]) {
      const { entries, before } = await who.caller.patientAccess.lookers({ patientId: "P-1" });
      const looked = entries.filter(({ event }) => event !== "lookers_viewed" && event !== "imported");
      expect(seqs(looked)).toEqual([again, list, first]);
      expect(before).toBeNull();
    }
    const { entries, patientName } = await administrator.caller.patientAccess.lookers({ patientId: "P-1" });
    expect(patientName).toBeNull();
    expect((await director.caller.patientAccess.lookers({ patientId: "P-1" })).patientName).toMatch(
      /\w+ \w+/,
    );
    expect(entries.filter(({ event }) => event === "lookers_viewed")).toHaveLength(2);
    await expect(therapist.caller.patientAccess.lookers({ patientId: "P-1" })).rejects.toMatchObject({
      cause: { code: "not_allowed" },
    });
  });
});
