import type { RecordInput } from "@soundings/contract";
import { exportTables, readChart, verifyStore } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entered } from "../administration/people.fixture.ts";
import { type Clinic, openClinic, take } from "../clinic.fixture.ts";
import { ENTRY_FILES, GIVEN, named, put } from "./entries.fixture.ts";

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic(ENTRY_FILES);
});
afterEach(() => clinic.close());

const REASON = "Entered for the wrong patient";
const takeBack = (name: RecordInput, seen = 0) =>
  clinic.caller.entries.takeBack({ ...name, seen, reason: REASON });
const view = (name: RecordInput) => clinic.caller.entries.record(name);
const pageOf = (asOf?: string) => clinic.caller.patient.page({ patientId: "P-1", asOf });
const rulesOf = async () => (await pageOf()).findings.map(({ rule }) => rule);
const eventsOf = async () =>
  (await readChart(clinic.store, "P-1"))?.events.map(({ eventId, result }) => [eventId, result]);

function exportedEvents(): readonly string[] {
  const out = exportTables(clinic.store);
  const ids = [...out.tables.event].map(({ eventId }) => eventId);
  out.close();
  return ids;
}

describe("a record that was entered in error", () => {
  it("stays on record and counts for nothing: the finding that rested on it goes", async () => {
    const name = named("event", "X-1");
    expect(await rulesOf()).toContain("c-ssrs-risk");
    expect(await takeBack(name)).toEqual({ outcome: "corrected", revision: 1 });
    expect(await rulesOf()).not.toContain("c-ssrs-risk");
    expect(await eventsOf()).toEqual([]);
    expect(exportedEvents()).toEqual([]);
    const shown = await view(name);
    expect(shown).toMatchObject({
      canTakeBack: false,
      takenBack: { by: "Director Dee", reason: REASON },
      revisions: [],
    });
    expect(shown.fields.find(({ field }) => field === "result")?.value).toBe("high");
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("stays so when an import brings it again, the same or otherwise", async () => {
    await takeBack(named("event", "X-1"));
    const outcomeOf = async (events: string) =>
      (await take(clinic.store, { "events.csv": events })).files["events.csv"];
    const again = ENTRY_FILES["events.csv"] ?? "";
    expect(await outcomeOf(again)).toMatchObject({ unchanged: 1, updated: 0, created: 0 });
    expect(await outcomeOf(again.replace(",high,", ",moderate,"))).toMatchObject({ updated: 1, created: 0 });
    expect(await eventsOf()).toEqual([]);
    expect(await rulesOf()).not.toContain("c-ssrs-risk");
    expect(exportedEvents()).toEqual([]);
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it.each(Object.values(GIVEN))("can be any that was entered here: $kind", async (given) => {
    const before = await readChart(clinic.store, "P-1");
    const name = await put(clinic, given);
    expect(await takeBack(name)).toEqual({ outcome: "corrected", revision: 1 });
    expect(await readChart(clinic.store, "P-1")).toEqual(before);
    const last = entered(clinic).at(-1);
    expect(last).toMatchObject({ event: "record_taken_back", outcome: "done", patientId: "P-1" });
    expect(last?.detail).toEqual({ type: given.kind, id: name.recordId, revision: 1 });
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("is an assessment by its own status, which a correction can set right", async () => {
    const name = named("assessment", "A-2");
    await takeBack(name);
    expect(await rulesOf()).not.toContain("suicidal-ideation");
    const shown = await view(name);
    expect(shown).toMatchObject({ canTakeBack: false, takenBack: { by: "Director Dee", reason: REASON } });
    expect(shown.revisions[0]?.fields).toMatchObject([{ field: "status", after: "entered_in_error" }]);
    const input = { ...name, seen: 1, values: { status: "final" }, reason: "It was the right one" };
    expect(await clinic.caller.entries.correct(input)).toMatchObject({ outcome: "corrected" });
    expect(await view(name)).toMatchObject({ canTakeBack: true, takenBack: null });
    expect((await pageOf()).corrections.map(({ takenBack }) => takenBack)).toEqual([false, true]);
    expect(await takeBack(name, 2)).toEqual({ outcome: "corrected", revision: 3 });
    await clinic.caller.entries.correct({ ...input, seen: 3 });
    expect(await rulesOf()).toContain("suicidal-ideation");
  });

  it("is an assessment also after an import that knows nothing of it, unless the source had marked it itself", async () => {
    await takeBack(named("assessment", "A-2"));
    const assessments = ENTRY_FILES["assessments.csv"] ?? "";
    const withStatus = assessments
      .split("\n")
      .map((line, place) => (line === "" ? line : `${line},${place === 0 ? "status" : "final"}`))
      .join("\n");
    const { files } = await take(clinic.store, { "assessments.csv": withStatus });
    expect(files["assessments.csv"]).toMatchObject({ updated: 3, unchanged: 1 });
    expect(await rulesOf()).not.toContain("suicidal-ideation");
    const inError = withStatus.replace(/^(A-1,.*),final$/m, "$1,entered_in_error");
    await take(clinic.store, { "assessments.csv": inError });
    await take(clinic.store, { "assessments.csv": withStatus });
    const statusOf = async (id: string) =>
      (await view(named("assessment", id))).fields.find(({ field }) => field === "status")?.value;
    expect(await statusOf("A-1")).toBe("final");
    expect(await statusOf("A-2")).toBe("entered_in_error");
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("is the source's to mark again once a person set the assessment right", async () => {
    const name = named("assessment", "A-1");
    await takeBack(name);
    const input = { ...name, seen: 1, values: { status: "final" }, reason: "It was the right one" };
    await clinic.caller.entries.correct(input);
    const bring = (status: string) =>
      take(clinic.store, {
        "assessments.csv": `assessment_id,patient_id,instrument,administered_on,status\nA-1,P-1,phq-9,2026-02-02,${status}\n`,
      });
    await bring("entered_in_error");
    await bring("final");
    expect(await view(name)).toMatchObject({ canTakeBack: true, takenBack: null });
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("is an assessment also when a correction of its status marked it", async () => {
    const name = named("assessment", "A-1");
    const values = { status: "entered_in_error" };
    await clinic.caller.entries.correct({ ...name, seen: 0, values, reason: REASON });
    await take(clinic.store, {
      "assessments.csv":
        "assessment_id,patient_id,instrument,administered_on,status\nA-1,P-1,phq-9,2026-02-02,final\n",
    });
    expect(await view(name)).toMatchObject({ canTakeBack: false, takenBack: { reason: REASON } });
  });

  it("is not corrected any more, and taking it back again changes nothing", async () => {
    const name = named("event", "X-1");
    await takeBack(name);
    expect(await takeBack(name, 1)).toEqual({ outcome: "unchanged" });
    const input = { ...name, seen: 1, values: { result: "low" }, reason: REASON };
    expect(await clinic.caller.entries.correct(input)).toEqual({ outcome: "changed_meanwhile", revision: 1 });
  });

  it("is not taken back on values that somebody changed in the meantime", async () => {
    const name = named("event", "X-1");
    await clinic.caller.entries.correct({ ...name, seen: 0, values: { result: "low" }, reason: REASON });
    expect(await takeBack(name)).toEqual({ outcome: "changed_meanwhile", revision: 1 });
    expect(await eventsOf()).toEqual([["X-1", "low"]]);
  });

  it.each([
    ["episode", "E-1"],
    ["placement", "E-1/2026-02-02"],
    ["session", "V-1"],
    ["screen", "U-1"],
    ["screen_result", "U-1/opiates/presumptive"],
  ] as const)("cannot be a %s, on which others rest", async (recordType, recordId) => {
    const name = named(recordType, recordId);
    expect(await takeBack(name)).toMatchObject({ outcome: "still_wrong", code: "disagrees" });
    expect((await view(name)).canTakeBack).toBe(false);
  });
});

describe("the patient's page", () => {
  it("lists every correction, the newest first, with what stood before and after", async () => {
    const event = named("event", "X-1");
    const correct = (values: Record<string, string>, seen: number) =>
      clinic.caller.entries.correct({ ...event, seen, values, reason: "Read again" });
    await correct({ result: "low" }, 0);
    await correct({ result: "none" }, 1);
    await takeBack(event, 2);
    const { corrections } = await pageOf();
    expect(
      corrections.map(({ before, after, takenBack, reason }) => [
        before.result,
        after.result,
        takenBack,
        reason,
      ]),
    ).toEqual([
      ["none", "none", true, REASON],
      ["low", "none", false, "Read again"],
      ["high", "low", false, "Read again"],
    ]);
    expect(corrections[0]).toMatchObject({
      recordType: "event",
      recordId: "X-1",
      correctedOn: "2026-03-16",
      correctedTime: "19:00",
      sinceChosenDay: false,
    });
  });

  it("says which of them came after the chosen day", async () => {
    await takeBack(named("assessment", "A-2"));
    const sinceDay = async (asOf: string) =>
      (await pageOf(asOf)).corrections.map(({ sinceChosenDay, takenBack }) => [sinceChosenDay, takenBack]);
    expect(await sinceDay("2026-03-15")).toEqual([[true, true]]);
    expect(await sinceDay("2026-03-16")).toEqual([[false, true]]);
  });

  it("is marked as corrected since on the caseload of an earlier day", async () => {
    await takeBack(named("event", "X-1"));
    const { rows } = await clinic.caller.caseload.page({ asOf: "2026-03-15" });
    const marked = rows.filter(({ correctedSince }) => correctedSince);
    expect(marked.map(({ patientId }) => patientId)).toEqual(["P-1"]);
  });

  it("is not marked so for what no list rests on", async () => {
    await takeBack(await put(clinic, GIVEN.note));
    const { rows } = await clinic.caller.caseload.page({ asOf: "2026-03-15" });
    expect(rows.filter(({ correctedSince }) => correctedSince)).toEqual([]);
  });
});
