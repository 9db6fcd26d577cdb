import type { CalendarDate } from "@soundings/clinical";
import type { RecordField, RecordView } from "@soundings/contract";
import { expect, test } from "vitest";
import { changedOf, changeWords, fieldWith, problemsOf, REASON, valueWords } from "./correction.ts";

const field = (name: string, value: string, more: Partial<RecordField> = {}): RecordField => ({
  field: name,
  label: name,
  form: "text",
  options: [],
  required: false,
  fixed: false,
  value,
  ...more,
});
const record: Pick<RecordView, "fields"> & RecordView = {
  recordType: "medication_change",
  recordId: "m-1",
  title: "Sertraline started on 2026-03-02",
  on: "2026-03-02" as CalendarDate,
  fields: [
    field("patient_id", "p-1", { fixed: true }),
    field("change", "start", {
      form: "code",
      options: [{ value: "start", label: "started" }],
      required: true,
    }),
    field("dose", "50"),
  ],
  revision: 2,
  canTakeBack: true,
  takenBack: null,
  revisions: [],
};

test("only what differs is sent, and never what is fixed", () => {
  expect(changedOf(record, {})).toEqual({});
  expect(changedOf(record, { dose: " 50 ", patient_id: "p-2" })).toEqual({});
  expect(changedOf(record, { dose: "", change: "start" })).toEqual({ dose: "" });
});

test("a correction needs its reason, and what is required a value", () => {
  expect(problemsOf(record, { dose: "75" }, "typed wrong")).toEqual({});
  expect(Object.keys(problemsOf(record, { change: "" }, "typed wrong"))).toEqual(["change"]);
  expect(Object.keys(problemsOf(record, { dose: "75" }, " x "))).toEqual([REASON]);
});

test("what stood before reads as before and after, codes in words, and nothing as no data", () => {
  const fields = [
    { field: "change", label: "Change", before: "start", after: "dose" },
    { field: "dose", label: "Dose", before: "", after: "50" },
  ];
  const revision = { revision: 1, at: "2026-03-03T10:00:00Z" as never, by: "A", reason: null, fields };
  expect(changeWords(record, revision)).toEqual(["Change: started → dose", "Dose: no data → 50"]);
  expect(valueWords(record, "unknown", "7")).toBe("7");
});

test("the result of an event is chosen where its kind has codes, also of a kind just chosen", () => {
  const result = field("result", "low");
  const event: RecordView = {
    ...record,
    recordType: "event",
    fields: [field("kind", "c_ssrs", { form: "code" }), result],
  };
  expect(fieldWith(result, event, {})).toMatchObject({ form: "code" });
  expect(fieldWith(result, event, {}).options.map(({ value }) => value)).toContain("moderate");
  expect(fieldWith(result, event, { kind: "crisis" })).toMatchObject({ form: "text", options: [] });
  expect(fieldWith(result, { ...event, recordType: "screen_result" }, {})).toBe(result);
});
