import type { EntryFields } from "@soundings/contract";
import { iterateCharts, readChart, verifyStore } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { breakAudit, entered, join, therapistOf } from "../administration/people.fixture.ts";
import { type Clinic, NOW, openClinic } from "../clinic.fixture.ts";
import { ENTRY_FILES, GIVEN, newId, ON, put, standing } from "./entries.fixture.ts";

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic(ENTRY_FILES);
});
afterEach(() => clinic.close());

const chartOf = async (patientId = "P-1") => {
  const chart = await readChart(clinic.store, patientId);
  if (chart === null) throw new Error("there is no such chart");
  return chart;
};
const rulesOf = async () =>
  (await clinic.caller.patient.page({ patientId: "P-1" })).findings.map(({ rule }) => rule);

describe("entering", () => {
  it("keeps one of each kind, whole, with who and when", async () => {
    for (const entry of Object.values(GIVEN)) await put(clinic, entry);
    const chart = await chartOf();
    expect(chart.medicationChanges.at(-1)).toMatchObject({ changedOn: ON, dose: "100", prescriberId: null });
    expect(chart.events.at(-1)).toMatchObject({ kind: "c_ssrs", result: "moderate", recordedAt: NOW });
    expect(chart.decisions.at(-1)).toMatchObject({
      decision: "step_up",
      levelOfCare: "php",
      recordedAt: NOW,
    });
    const signed = { patientId: "P-1", by: "Director Dee", recordedAt: NOW };
    expect(chart.own?.notes).toMatchObject([{ ...signed, on: ON, text: "Called the family" }]);
    expect(chart.own?.medicationNotes).toMatchObject([
      { ...signed, kind: "adherence", adherence: "some_missed", text: null },
    ]);
    expect(chart.own?.injections).toMatchObject([
      { ...signed, givenOn: "2026-03-02", nextDueOn: "2026-03-30", intervalDays: 28 },
    ]);
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("reads own records for one patient's page and for no list", async () => {
    await put(clinic, GIVEN.note);
    for await (const chart of iterateCharts(clinic.store)) expect(chart.own).toBeUndefined();
  });

  it("evaluates the rules again and tells every open page, in one transaction", async () => {
    expect(await rulesOf()).toContain("c-ssrs-risk");
    const [before] = clinic.store.reader.statement("select max(seq) from changes").get([]) ?? [];
    await put(clinic, { ...GIVEN.event, result: "none" });
    expect(await rulesOf()).not.toContain("c-ssrs-risk");
    const told = clinic.store.reader.statement("select patient_id, kind from changes where seq > ?");
    expect(told.all([before ?? 0])).toEqual([["P-1", "records"]]);
    const { rows } = await clinic.caller.caseload.page({});
    expect(JSON.stringify(rows)).not.toContain("c-ssrs-risk");
  });

  it("names the member of staff who enters, and a prescriber as the one who prescribes", async () => {
    const therapist = join(clinic, { roles: therapistOf("IOP-DAY"), staffId: "S-1" });
    const prescriber = join(clinic, {
      roles: [{ role: "prescriber", programIds: ["IOP-DAY"] }],
      staffId: "S-9",
    });
    await put(therapist, GIVEN.decision);
    await put(therapist, GIVEN.medication_change);
    await put(prescriber, GIVEN.medication_change);
    const { decisions, medicationChanges } = await chartOf();
    expect(decisions.map(({ staffId }) => staffId)).toEqual(["S-1", "S-1"]);
    expect(medicationChanges.map(({ prescriberId }) => prescriberId).sort()).toEqual(["S-9", "S-9", null]);
  });

  it("is in the audit by type and id, without a value", async () => {
    const { recordId } = await put(clinic, GIVEN.note);
    const last = entered(clinic).at(-1);
    expect(last).toMatchObject({ event: "record_entered", outcome: "done", patientId: "P-1" });
    expect(last?.detail).toEqual({ type: "note", id: recordId });
  });

  it("writes nothing when the audit cannot", async () => {
    breakAudit(clinic);
    await expect(put(clinic, GIVEN.note)).rejects.toMatchObject({ cause: { code: "audit_unwritable" } });
    expect((await chartOf()).own?.notes).toEqual([]);
  });
});

describe("sent twice", () => {
  it("is entered once, and is not said to be entered when the second holds something else", async () => {
    const entryId = newId();
    const first = await put(clinic, GIVEN.note, { entryId });
    expect(await put(clinic, GIVEN.note, { entryId: entryId.toUpperCase() })).toEqual(first);
    const { recordType, recordId } = first;
    for (const entry of [
      { ...GIVEN.note, text: "Other" },
      { ...GIVEN.note, on: "2026-03-15" },
    ]) {
      const again = await clinic.caller.entries.add({ patientId: "P-1", entryId, entry });
      expect(again).toEqual({ outcome: "entered_before", recordType, recordId });
    }
    expect(entered(clinic).at(-1)).toMatchObject({
      event: "record_entered",
      outcome: "failed",
      detail: { type: "note", id: recordId, why: "entered_before" },
    });
    expect((await chartOf()).own?.notes).toMatchObject([{ text: "Called the family" }]);
    const entry = GIVEN.event;
    await put(clinic, entry, { entryId });
    await put(clinic, entry, { entryId });
    expect((await chartOf()).events).toHaveLength(2);
  });

  it.each(Object.values(GIVEN))("a $kind is the same to the letter", async (entry) => {
    const entryId = newId();
    expect(await put(clinic, entry, { entryId })).toEqual(await put(clinic, entry, { entryId }));
  });

  it("is not said to be entered when it was marked as entered in error meanwhile", async () => {
    const entryId = newId();
    const name = await put(clinic, GIVEN.event, { entryId });
    await clinic.caller.entries.takeBack({ ...name, seen: 0, reason: "Of another patient" });
    const again = await clinic.caller.entries.add({ patientId: "P-1", entryId, entry: GIVEN.event });
    expect(again).toMatchObject({ outcome: "entered_before" });
  });

  it("is refused for another patient", async () => {
    const entryId = newId();
    await put(clinic, GIVEN.event, { entryId });
    await expect(put(clinic, GIVEN.event, { entryId, patientId: "P-2" })).rejects.toMatchObject({
      cause: { code: "bad_request" },
    });
    expect((await chartOf("P-2")).events).toEqual([]);
  });
});

describe("what is wrong", () => {
  const wrong: readonly [what: string, entry: EntryFields, field: string, code: string][] = [
    ["an event after tomorrow", { ...GIVEN.event, on: "2026-03-18" }, "on", "in_future"],
    ["a C-SSRS without a level", { ...GIVEN.event, result: "bad" }, "result", "bad_code"],
    ["a decision after tomorrow", { ...GIVEN.decision, on: "2026-04-01" }, "on", "in_future"],
    ["a note of tomorrow", { ...GIVEN.note, on: "2026-03-17" }, "on", "in_future"],
    ["a note about adherence of tomorrow", { ...GIVEN.medication_note, on: "2026-03-17" }, "on", "in_future"],
    ["adherence left out", { ...GIVEN.medication_note, adherence: null }, "adherence", "missing_value"],
    [
      "a side effect with adherence",
      { ...GIVEN.medication_note, about: "side_effect", text: "Nausea" },
      "adherence",
      "disagrees",
    ],
    [
      "a side effect without words",
      { ...GIVEN.medication_note, about: "side_effect", adherence: null },
      "text",
      "missing_value",
    ],
    ["an injection of tomorrow", { ...GIVEN.injection, givenOn: "2026-03-17" }, "givenOn", "in_future"],
    ["who gave it, but not when", { ...GIVEN.injection, givenOn: null }, "givenOn", "missing_value"],
    [
      "due on the day on which it was given",
      { ...GIVEN.injection, nextDueOn: "2026-03-02" },
      "nextDueOn",
      "wrong_order",
    ],
  ];

  it.each(wrong)("%s gets one sentence, and nothing is written", async (_, entry, field, code) => {
    const before = await chartOf();
    const answer = await clinic.caller.entries.add({ patientId: "P-1", entryId: newId(), entry });
    expect(answer).toMatchObject({
      outcome: "still_wrong",
      field,
      code,
      message: expect.stringMatching(/\.$/),
    });
    expect(await chartOf()).toEqual(before);
    const last = entered(clinic).at(-1);
    expect(last).toMatchObject({ event: "record_entered", outcome: "failed" });
    expect(last?.detail).toEqual({ type: entry.kind, why: code });
  });

  it("refuses a day of the year 0, which no calendar here has", async () => {
    const entry = { ...GIVEN.note, on: "0000-01-01" };
    const asked = clinic.caller.entries.add({ patientId: "P-1", entryId: newId(), entry });
    await expect(asked).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("says of a cell what an import says", async () => {
    const entry = { ...GIVEN.event, on: "2026-03-18" } as const;
    const answer = await clinic.caller.entries.add({ patientId: "P-1", entryId: newId(), entry });
    expect(answer).toMatchObject({
      message: "Correct occurred_on, which lies after tomorrow, or import the row when the day has come.",
    });
  });
});

it("shows what was entered as a record that can be corrected", async () => {
  const name = await put(clinic, GIVEN.injection);
  const view = await clinic.caller.entries.record(name);
  expect(view).toMatchObject({
    title: "Injection of 2026-03-02: naltrexone",
    on: "2026-03-02",
    revision: 0,
  });
  expect(standing(view)).toEqual({
    medication: "naltrexone",
    dose: "380 mg",
    interval_days: "28",
    given_on: "2026-03-02",
    given_by: "Nurse",
    next_due_on: "2026-03-30",
    by: "Director Dee",
    recorded_at: "2026-03-16 19:00",
  });
});

it("is known on an earlier day only when it was recorded by then", async () => {
  const name = await put(clinic, { ...GIVEN.note, on: "2026-03-10" });
  const notes = async (asOf?: string) =>
    (await clinic.caller.patient.page({ patientId: "P-1", asOf })).picture.notes;
  expect(await notes()).toMatchObject([{ noteId: name.recordId, text: "Called the family" }]);
  expect(await notes("2026-03-12")).toEqual([]);
});
