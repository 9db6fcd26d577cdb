import type { CorrectInput, RecordInput } from "@soundings/contract";
import { readChart, verifyStore } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entered } from "../administration/people.fixture.ts";
import { type Clinic, openClinic, take } from "../clinic.fixture.ts";
import { ENTRY_FILES, GIVEN, named, put, standing } from "./entries.fixture.ts";

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic(ENTRY_FILES);
});
afterEach(() => clinic.close());

const REASON = "Typed wrong from the paper form";
const chartOf = () => readChart(clinic.store, "P-1");
const correct = (name: RecordInput, values: CorrectInput["values"], seen = 0) =>
  clinic.caller.entries.correct({ ...name, seen, values, reason: REASON });
const view = (name: RecordInput) => clinic.caller.entries.record(name);
const rulesOf = async () =>
  (await clinic.caller.patient.page({ patientId: "P-1" })).findings.map(({ rule }) => rule);

describe("a record to be corrected", () => {
  it("labels the items of an assessment with number and topic, and offers the answers in words", async () => {
    const { title, on, fields } = await view(named("assessment", "A-2"));
    expect([title, on]).toEqual(["PHQ-9 of 2026-03-14", "2026-03-14"]);
    expect(fields.find(({ field }) => field === "item_9")).toMatchObject({
      label: "Item 9: Thoughts of death or self-harm",
      form: "code",
      value: "2",
      options: [
        { value: "0", label: "0: Not at all" },
        { value: "1" },
        { value: "2" },
        { value: "3", label: "3: Nearly every day" },
      ],
    });
    expect(fields.find(({ field }) => field === "item_10")?.label).toBe(
      "Item 10: Difficulty (not in the total)",
    );
  });

  it("leaves out items that the form does not have", async () => {
    const { fields } = await view(named("assessment", "G-1"));
    const items = fields.filter(({ field }) => field.startsWith("item_")).map(({ field }) => field);
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `item_${number}`));
  });

  it.each([
    ["episode", "E-1", "Episode of 2026-02-02", { therapist_id: "S-1", program_id: "IOP-DAY" }],
    ["placement", "E-1/2026-02-02", "IOP placement of 2026-02-02", { level_of_care: "iop" }],
    ["session", "V-1", "Group session of 2026-03-12", { scheduled_start: "2026-03-12 10:00" }],
    ["screen", "U-1", "Drug screen of 2026-03-10", { collected_at: "2026-03-10 10:00" }],
    [
      "screen_result",
      "U-1/opiates/presumptive",
      "Screen result of 2026-03-10: opiates",
      { result: "positive" },
    ],
    ["medication_change", "M-1", "Medication change of 2026-02-03: sertraline, start", { dose: "50" }],
    ["event", "X-1", "C-SSRS of 2026-03-15", { result: "high" }],
    ["decision", "D-1", "Decision of 2026-03-02: continue", { staff_id: "S-1" }],
  ] as const)("shows a %s", async (recordType, recordId, title, values) => {
    const shown = await view(named(recordType, recordId));
    expect(shown).toMatchObject({ title, revision: 0, takenBack: null, revisions: [] });
    expect(standing(shown)).toMatchObject(values);
  });

  it("offers members of staff and programs by name, and fixes whose and which record it is", async () => {
    const { fields } = await view(named("episode", "E-1"));
    const of = (name: string) => fields.find(({ field }) => field === name);
    expect(of("therapist_id")?.options).toContainEqual({ value: "S-2", label: "Therapist Two" });
    expect(of("program_id")?.options).toContainEqual({ value: "IOP-EVE", label: "Evening IOP" });
    expect(fields.filter(({ fixed }) => fixed).map(({ field }) => field)).toEqual([
      "episode_id",
      "patient_id",
    ]);
  });

  it.each([
    [{ patientId: "P-2", recordType: "event", recordId: "X-1" }],
    [{ patientId: "P-1", recordType: "event", recordId: "X-404" }],
    [{ patientId: "P-1", recordType: "placement", recordId: "E-1" }],
    [{ patientId: "P-2", recordType: "placement", recordId: "E-1/2026-02-02" }],
    [{ patientId: "P-2", recordType: "screen_result", recordId: "U-1/opiates/presumptive" }],
  ] as const)("is not there for another patient or under another name: %j", async (name) => {
    await expect(view(name)).rejects.toMatchObject({ cause: { code: "no_such_entry" } });
    await expect(correct(name, { note: "x" })).rejects.toMatchObject({ cause: { code: "no_such_entry" } });
  });
});

describe("a correction", () => {
  it.each([
    ["episode", "E-1", { discharged_on: "2026-03-15", discharge_reason: "completed" }],
    ["placement", "E-1/2026-02-02", { level_of_care: "php" }],
    ["assessment", "A-2", { item_9: "0" }],
    ["session", "V-1", { status: "no_show" }],
    ["screen", "U-1", { validity: "dilute" }],
    ["screen_result", "U-1/opiates/presumptive", { result: "negative" }],
    ["medication_change", "M-1", { dose: "25" }],
    ["event", "X-1", { result: "low" }],
    ["decision", "D-1", { decision: "step_up", level_of_care: "php" }],
  ] as const)("of a %s keeps what stood before, with who and why", async (recordType, recordId, values) => {
    const name = named(recordType, recordId);
    const before = standing(await view(name));
    expect(await correct(name, values)).toEqual({ outcome: "corrected", revision: 1 });
    const after = await view(name);
    expect(standing(after)).toEqual({ ...before, ...values });
    expect(after.revisions).toMatchObject([{ revision: 1, by: "Director Dee", reason: REASON }]);
    expect(after.revisions[0]?.fields).toMatchObject(
      Object.entries(values).map(([field, value]) => ({ field, before: before[field] ?? "", after: value })),
    );
    const last = entered(clinic).findLast(({ event }) => event === "record_corrected");
    expect(last?.detail).toEqual({ type: recordType, id: recordId, revision: 1 });
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it.each([
    [GIVEN.note, { text: "Called the brother" }],
    [GIVEN.medication_note, { kind: "side_effect", adherence: "", text: "Nausea" }],
    [GIVEN.injection, { given_by: "", interval_days: "30" }],
  ])("of an own record", async (given, values) => {
    const name = await put(clinic, given);
    expect(await correct(name, values)).toEqual({ outcome: "corrected", revision: 1 });
    expect(Object.fromEntries((await view(name)).fields.map((one) => [one.field, one.value]))).toMatchObject(
      values,
    );
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("makes findings vanish and appear, and the caseload's row follows", async () => {
    const name = named("assessment", "A-2");
    expect(await rulesOf()).toContain("suicidal-ideation");
    await correct(name, { item_9: "0" });
    expect(await rulesOf()).not.toContain("suicidal-ideation");
    const row = async () =>
      (await clinic.caller.caseload.page({ q: "Ada" })).rows[0]?.measures[0]?.latest?.score;
    expect(await row()).toBe(19);
    await correct(name, { item_9: "3" }, 1);
    expect(await rulesOf()).toContain("suicidal-ideation");
    expect(await row()).toBe(22);
  });

  it("says what each of several corrections changed", async () => {
    const name = named("medication_change", "M-1");
    await correct(name, { dose: "25" });
    await correct(name, { dose: "", unit: "" }, 1);
    const { revision, revisions } = await view(name);
    expect(revision).toBe(2);
    expect(
      revisions.map(({ fields }) => fields.map(({ field, before, after }) => [field, before, after])),
    ).toEqual([
      [
        ["dose", "25", ""],
        ["unit", "mg", ""],
      ],
      [["dose", "50", "25"]],
    ]);
  });

  it("is not made on values that somebody else changed", async () => {
    const name = named("event", "X-1");
    await correct(name, { result: "low" });
    expect(await correct(name, { result: "none" })).toEqual({ outcome: "changed_meanwhile", revision: 1 });
    expect(standing(await view(name))).toMatchObject({ result: "low" });
    const audit = entered(clinic).findLast(({ event }) => event === "record_corrected");
    expect(audit).toMatchObject({ outcome: "failed", detail: { why: "changed_meanwhile" } });
  });

  it("that an import made is a change too", async () => {
    const events = ENTRY_FILES["events.csv"]?.replace(",high,", ",moderate,") ?? "";
    await take(clinic.store, { "events.csv": events });
    expect(await correct(named("event", "X-1"), { result: "low" })).toEqual({
      outcome: "changed_meanwhile",
      revision: 1,
    });
  });

  it("that changes nothing writes nothing, also of a moment that is shown to the minute", async () => {
    const name = named("assessment", "A-2");
    const values = Object.fromEntries((await view(name)).fields.map(({ field, value }) => [field, value]));
    const before = await chartOf();
    expect(await correct(name, { ...values, recorded_at: "2026-03-14T09:30" })).toEqual({
      outcome: "unchanged",
    });
    expect(await chartOf()).toEqual(before);
    expect((await view(name)).revision).toBe(0);
  });

  it("takes a moment as the clinic export does", async () => {
    const name = named("session", "V-1");
    await correct(name, { scheduled_start: "2026-03-12 11:30" });
    await correct(name, { scheduled_start: "2026-03-12T20:15:00Z" }, 1);
    const { fields, revisions } = await view(name);
    expect(fields.find(({ field }) => field === "scheduled_start")?.value).toBe("2026-03-12 13:15");
    expect(revisions.at(-1)?.fields).toEqual([
      {
        field: "scheduled_start",
        label: "Scheduled start",
        before: "2026-03-12 10:00",
        after: "2026-03-12 11:30",
      },
    ]);
  });
});

describe("what is wrong with a correction", () => {
  it.each([
    ["assessment", "A-1", { item_1: "3" }, "total total_mismatch"],
    ["assessment", "A-2", { item_1: "7" }, "item_1 out_of_range"],
    ["assessment", "A-2", { administered_on: "2026-04-14" }, "administered_on in_future"],
    ["assessment", "A-2", { patient_id: "P-2" }, "patient_id disagrees"],
    ["episode", "E-1", { therapist_id: "S-404" }, "therapist_id unknown_reference"],
    ["episode", "E-1", { discharged_on: "2026-01-01" }, "discharged_on wrong_order"],
    ["episode", "E-1", { admitted_on: "2027-02-02" }, "admitted_on in_future"],
    ["episode", "E-1", { admitted_on: "2026-03-17" }, "admitted_on in_future"],
    ["placement", "E-1/2026-02-02", { started_on: "2026-02-03" }, "started_on disagrees"],
    ["session", "V-1", { status: "no_show", attended_minutes: "20" }, "attended_minutes out_of_range"],
    ["session", "V-1", { scheduled_start: "2026-04-12 10:00" }, "scheduled_start in_future"],
    ["screen", "U-1", { disposition: "missed" }, "disposition disagrees"],
    ["screen_result", "U-1/opiates/presumptive", { result: "maybe" }, "result bad_code"],
    ["event", "X-1", { kind: "measure_missed" }, "result bad_code"],
    ["medication_change", "M-1", { medication: "" }, "medication missing_value"],
    ["decision", "D-1", { decided_on: "14 March" }, "decided_on bad_date"],
  ] as const)("%s %s, %j", async (recordType, recordId, values, problem) => {
    const [field, code] = problem.split(" ");
    const before = await chartOf();
    const answer = await correct(named(recordType, recordId), values);
    expect(answer).toMatchObject({
      outcome: "still_wrong",
      field,
      code,
      message: expect.stringMatching(/\.$/),
    });
    expect(await chartOf()).toEqual(before);
  });

  it.each([
    [GIVEN.note, { on: "2026-13-01" }, "on bad_date"],
    [GIVEN.note, { on: "0000-01-01" }, "on bad_date"],
    [GIVEN.note, { on: "2026-03-20" }, "on in_future"],
    [GIVEN.note, { text: " " }, "text missing_value"],
    [GIVEN.note, { text: "x".repeat(3000) }, "text too_long"],
    [GIVEN.note, { by: "Somebody else" }, "by disagrees"],
    [GIVEN.medication_note, { kind: "mood" }, "kind bad_code"],
    [GIVEN.injection, { interval_days: "0" }, "interval_days bad_number"],
    [GIVEN.injection, { interval_days: "4 weeks" }, "interval_days bad_number"],
    [GIVEN.injection, { next_due_on: "2026-03-01" }, "next_due_on wrong_order"],
  ])("of an own record: %j %j", async (given, values, problem) => {
    const [field, code] = problem.split(" ");
    const name = await put(clinic, given);
    expect(await correct(name, values)).toMatchObject({ outcome: "still_wrong", field, code });
    expect((await view(name)).revision).toBe(0);
  });

  it("is told with the sentence of an import", async () => {
    expect(await correct(named("assessment", "A-1"), { item_1: "3" })).toMatchObject({
      message: "The total is not the sum of the items: correct the item or the total that is wrong.",
    });
  });

  it("of a field that the record does not have is not understood", async () => {
    await expect(correct(named("event", "X-1"), { dose: "5" })).rejects.toMatchObject({
      cause: { code: "bad_request" },
    });
  });

  it("without a reason is not taken", async () => {
    const asked = { ...named("event", "X-1"), seen: 0, values: { result: "low" }, reason: " " };
    await expect(clinic.caller.entries.correct(asked)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
