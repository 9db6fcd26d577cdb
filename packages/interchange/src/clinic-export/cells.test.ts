import type { IncomingRow, RecordKind } from "@soundings/clinical";
import { DEFAULT_ZONE, parseZone } from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { parseCells } from "./cells.ts";
import { CLINIC_EXPORT } from "./files.ts";
import { NOW } from "./reading.testkit.ts";

/** One good row of each kind: every column filled. */
const GOOD: Readonly<Record<RecordKind, Readonly<Record<string, string>>>> = {
  program: {
    program_id: "iop-1",
    name: "Evening IOP",
    level_of_care: "iop",
    time_zone: "America/Los_Angeles",
    planned_weeks_min: "8",
    planned_weeks_max: "12",
    hours_per_week_min: "9.5",
    days_per_week_min: "3",
    days_per_week_max: "5",
    tracks: "morning;evening",
    modalities: "in_person;telehealth",
    screens_per_week: "1",
  },
  staff: {
    staff_id: "t-1",
    name: "Synthetic Therapist",
    role: "therapist",
    email: "t1@example.org",
    program_ids: "iop-1;php-1",
  },
  patient: {
    patient_id: "p-1",
    given_name: "Ada",
    family_name: "Example",
    birth_date: "1984-07-21",
    sex: "female",
    language: "es-MX",
    race: "White",
    ethnicity: "Not Hispanic or Latino",
    phone: "+1 (949) 555-0100",
    email: "ada@example.org",
  },
  episode: {
    episode_id: "e-1",
    patient_id: "p-1",
    program_id: "iop-1",
    admitted_on: "2026-01-05",
    discharged_on: "2026-03-02",
    discharge_reason: "completed",
    track: "evening",
    modality: "hybrid",
    diagnoses: "F33.1;F41.1",
    therapist_id: "t-1",
    prescriber_id: "m-1",
    referral_source: "hospital",
    payer: "Commercial",
  },
  placement: { episode_id: "e-1", level_of_care: "iop", started_on: "2026-01-05", ended_on: "2026-03-02" },
  assessment: {
    assessment_id: "a-1",
    patient_id: "p-1",
    instrument: "phq-9",
    administered_on: "2026-03-14",
    ...Object.fromEntries(Array.from({ length: 10 }, (_, place) => [`item_${place + 1}`, String(place % 4)])),
    total: "12",
    mode: "link",
    recorded_at: "2026-03-14T09:30:00-07:00",
    status: "final",
  },
  session: {
    session_id: "s-1",
    patient_id: "p-1",
    scheduled_start: "2026-03-10T18:00",
    scheduled_minutes: "180",
    service: "group",
    status: "left_early",
    attended_minutes: "120",
    modality: "telehealth",
    staff_id: "t-1",
    recorded_at: "2026-03-10T21:05:00-07:00",
  },
  screen: {
    screen_id: "u-1",
    patient_id: "p-1",
    scheduled_on: "2026-03-10",
    collected_at: "2026-03-10T18:10",
    disposition: "collected",
    specimen: "oral_fluid",
    method: "definitive",
    validity: "valid",
    analyte: "THC",
    result: "positive",
    value: "12.5",
    unit: "ng/mL",
    cutoff: "5",
    result_status: "final",
    recorded_at: "2026-03-12",
  },
  medication_change: {
    medication_change_id: "m-1",
    patient_id: "p-1",
    changed_on: "2026-02-01",
    change: "start",
    medication: "sertraline",
    dose: "50",
    unit: "mg",
    frequency: "daily",
    prescriber_id: "m-1",
    reason: "depression",
    rxnorm: "36437",
  },
  event: {
    event_id: "v-1",
    patient_id: "p-1",
    occurred_on: "2026-03-01",
    kind: "c_ssrs",
    result: "Moderate",
    note: "plan reviewed",
    recorded_at: "2026-03-01T10:00:00Z",
  },
  decision: {
    decision_id: "d-1",
    patient_id: "p-1",
    decided_on: "2026-03-01",
    decision: "step_down",
    level_of_care: "op",
    reason: "criteria met",
    staff_id: "t-1",
    recorded_at: "2026-03-01T10:00:00Z",
  },
};

const context = { zone: DEFAULT_ZONE, now: NOW, line: 7 };

const parse = <K extends RecordKind>(
  kind: K,
  change: Readonly<Record<string, string>>,
  zone = DEFAULT_ZONE,
) => parseCells(kind, { ...GOOD[kind], ...change }, { ...context, zone });

function valuesOf(kind: RecordKind, change: Readonly<Record<string, string>>): Record<string, unknown> {
  const mended = parse(kind, change);
  if (!mended.taken) throw new Error(`${mended.problem.column}: ${mended.problem.message}`);
  return mended.row.values as Record<string, unknown>;
}

/** The column and code of the problem, or null when the row is taken. */
function faultOf(kind: RecordKind, change: Readonly<Record<string, string>>): string | null {
  const mended = parse(kind, change);
  return mended.taken ? null : `${mended.problem.code} ${mended.problem.column}`;
}

/** Cases of one column: what is taken, and what is not with its code. */
function boundary(kind: RecordKind, column: string, good: readonly string[], bad: Record<string, string[]>) {
  describe(`${kind} ${column}`, () => {
    test.each(good)("takes %j", (cell) => {
      expect(faultOf(kind, { [column]: cell })).toBeNull();
    });
    for (const [code, cells] of Object.entries(bad)) {
      test.each(cells)(`${code}: %j`, (cell) => {
        expect(faultOf(kind, { [column]: cell })).toBe(`${code} ${column}`);
      });
    }
  });
}

describe("a full row of each kind", () => {
  test.each(CLINIC_EXPORT.map((file) => file.kind))("%s has a value for every column", (kind) => {
    const values = valuesOf(kind, {});
    const file = CLINIC_EXPORT.find((candidate) => candidate.kind === kind)!;
    expect(Object.keys(GOOD[kind])).toEqual(file.columns.map((column) => column.name));
    expect(Object.keys(values)).toEqual([...new Set(file.columns.map((column) => column.property))]);
    expect(Object.values(values).every((value) => value !== null && value !== undefined)).toBe(true);
  });

  test("the values have the types of the record", () => {
    expect(valuesOf("program", {})).toMatchObject({ hoursPerWeekMin: 9.5, tracks: ["morning", "evening"] });
    expect(valuesOf("assessment", {})).toMatchObject({ items: [0, 1, 2, 3, 0, 1, 2, 3, 0, 1], total: 12 });
    expect(valuesOf("session", {})).toMatchObject({
      scheduledStart: "2026-03-11T01:00:00Z",
      attendedMinutes: 120,
    });
    expect(valuesOf("screen", {})).toMatchObject({ analyte: "thc", recordedAt: "2026-03-12T07:00:00Z" });
    expect(valuesOf("event", {})).toMatchObject({ result: "moderate" });
  });

  test("an empty cell is null, an empty list has no entries, an absent column has no value", () => {
    const { phone: _, ...given } = GOOD.patient;
    const cells = { ...given, sex: " ", language: "" };
    const mended = parseCells("patient", cells, context);
    const row = (mended as { row: IncomingRow<"patient"> }).row;
    expect(row.values).toMatchObject({ sex: null, language: null });
    expect("phone" in row.values).toBe(false);
    expect(valuesOf("staff", { program_ids: " ; ;" })).toMatchObject({ programIds: [] });
  });

  test("absent items stand as undefined places, and items stay away when none is there", () => {
    const { item_3: _, ...cells } = GOOD.assessment;
    const some = parseCells("assessment", { ...cells, item_4: "" }, context);
    expect((some as { row: IncomingRow<"assessment"> }).row.values.items).toEqual([
      0,
      1,
      undefined,
      null,
      0,
      1,
      2,
      3,
      0,
      1,
    ]);
    const none = Object.fromEntries(Object.entries(cells).filter(([name]) => !name.startsWith("item_")));
    const mended = parseCells("assessment", none, context);
    expect("items" in (mended as { row: IncomingRow<"assessment"> }).row.values).toBe(false);
  });

  test("the key joins the key columns, an empty or absent analyte and method being empty", () => {
    const keyOf = (cells: Readonly<Record<string, string>>) =>
      (parseCells("screen", cells, context) as { row: IncomingRow }).row.key.split("\u001F");
    expect(keyOf(GOOD.screen)).toEqual(["u-1", "thc", "definitive"]);
    expect(keyOf({ ...GOOD.screen, analyte: "", method: "", result: "" })).toEqual(["u-1", "", ""]);
    const { analyte: _, method: __, ...absent } = GOOD.screen;
    expect(keyOf(absent)).toEqual(["u-1", "", ""]);
    const placement = parseCells("placement", GOOD.placement, context) as { row: IncomingRow };
    expect(placement.row.key).toBe("e-1\u001F2026-01-05");
  });
});

describe("missing_value", () => {
  for (const file of CLINIC_EXPORT) {
    for (const column of file.columns) {
      test(`${file.name} ${column.name} is ${column.required ? "needed" : "not needed"}`, () => {
        const expected = column.required ? `missing_value ${column.name}` : null;
        expect(faultOf(file.kind, { [column.name]: " " })).toBe(expected);
      });
    }
  }

  test("a required column that is not among the cells is missing", () => {
    const { service: _, ...cells } = GOOD.session;
    expect(parseCells("session", cells, context)).toMatchObject({
      taken: false,
      problem: { code: "missing_value", column: "service" },
    });
  });
});

const ID_CASES = {
  good: ["x", "A.b_c:d-9", "x".repeat(64)],
  bad: { bad_id: ["x".repeat(65), "a b", "é1", "a/b", "a,b", "p#1", "a;b"] },
};
boundary("patient", "patient_id", ID_CASES.good, ID_CASES.bad);
boundary("episode", "therapist_id", [...ID_CASES.good, ""], ID_CASES.bad);
boundary("staff", "program_ids", ["a", "a;b", " a ; ;b;"], { bad_id: ["a b", "a;é"] });

boundary("episode", "admitted_on", ["2024-02-29", "2026-06-30", "2030-01-01"], {
  bad_date: [
    "2026-02-30",
    "2026-06-31",
    "2026-2-3",
    "02/03/2026",
    "20260203",
    "2026-02-03T10:00",
    "yesterday",
  ],
});

boundary("patient", "birth_date", ["1900-01-01", "2026-03-17"], {
  out_of_range: ["1899-12-31"],
  in_future: ["2026-03-18"],
  bad_date: ["1984-02-30"],
});

for (const [kind, column] of [
  ["assessment", "administered_on"],
  ["event", "occurred_on"],
  ["decision", "decided_on"],
] as const) {
  boundary(kind, column, ["2026-03-17"], { in_future: ["2026-03-18"] });
}
for (const [kind, column] of [
  ["screen", "scheduled_on"],
  ["medication_change", "changed_on"],
  ["placement", "ended_on"],
] as const) {
  boundary(kind, column, ["2027-01-01"], { bad_date: ["2027-02-29"] });
}

const INSTANTS = ["2026-03-17T12:00:00Z", "2026-03-17T05:00", "2026-03-17", "2026-03-10 09:30", ""];
const NOT_INSTANTS = {
  in_future: ["2026-03-17T12:00:00.001Z", "2026-03-17T05:01", "2026-03-18"],
  bad_datetime: ["2026-02-30T10:00", "noon", "2026-03-10T25:00Z"],
};
boundary("screen", "collected_at", INSTANTS, NOT_INSTANTS);
for (const kind of ["assessment", "session", "screen", "event", "decision"] as const) {
  boundary(kind, "recorded_at", INSTANTS, NOT_INSTANTS);
}

describe("the future of the site", () => {
  test("tomorrow is the site's tomorrow", () => {
    const sydney = parseZone("Australia/Sydney")!;
    const early = "2026-03-16T13:30:00Z" as typeof NOW;
    const at = (zone: typeof sydney, administered_on: string) =>
      parseCells("assessment", { ...GOOD.assessment, administered_on }, { zone, now: early, line: 2 }).taken;
    expect(at(sydney, "2026-03-18")).toBe(true);
    expect(at(sydney, "2026-03-19")).toBe(false);
    expect(at(DEFAULT_ZONE, "2026-03-17")).toBe(true);
    expect(at(DEFAULT_ZONE, "2026-03-18")).toBe(false);
  });

  test.each(["attended", "late", "left_early", "no_show"])("a session ahead cannot be %s", (status) => {
    expect(faultOf("session", { scheduled_start: "2026-03-17T12:00:01Z", status })).toBe(
      "in_future scheduled_start",
    );
    expect(faultOf("session", { scheduled_start: "2026-03-17T12:00:00Z", status })).toBeNull();
  });

  test.each(["scheduled", "cancelled_patient", "cancelled_program", "excused"])(
    "a session ahead can be %s",
    (status) => {
      expect(faultOf("session", { scheduled_start: "2027-03-17T12:00:00Z", status })).toBeNull();
    },
  );
});

for (let item = 1; item <= 10; item += 1) {
  boundary("assessment", `item_${item}`, ["0", "3", "+2", "-0", ""], {
    out_of_range: ["4", "-1", "99999999999999999999"],
    bad_number: ["2.0", "two", "1e0", "0x1", "٣", "2 points"],
  });
}
boundary("assessment", "total", ["0", "27", ""], { out_of_range: ["28", "-1"], bad_number: ["12.5", "n/a"] });
test("the total of a GAD-7 goes to 21", () => {
  expect(faultOf("assessment", { instrument: "GAD-7", total: "21" })).toBeNull();
  expect(faultOf("assessment", { instrument: "GAD-7", total: "22" })).toBe("out_of_range total");
});
boundary("session", "scheduled_minutes", ["0", "1440"], {
  out_of_range: ["1441", "-1"],
  bad_number: ["60.5", "1h", "1,440"],
});
boundary("session", "attended_minutes", ["0", "1440", ""], {
  out_of_range: ["1441", "-1"],
  bad_number: ["x"],
});
for (const column of ["planned_weeks_min", "planned_weeks_max", "hours_per_week_min", "screens_per_week"]) {
  boundary("program", column, ["0", "0.5", "12", ""], {
    out_of_range: ["-1", "-0.5"],
    bad_number: ["1e3", ".5", "5.", "12 weeks", "Infinity", "NaN", "9007199254740993", "9".repeat(400)],
  });
}
for (const column of ["days_per_week_min", "days_per_week_max"]) {
  boundary("program", column, ["0", "5", ""], { out_of_range: ["-1"], bad_number: ["2.5"] });
}

describe("codes", () => {
  for (const file of CLINIC_EXPORT) {
    for (const column of file.columns.filter(({ format }) => format.codes !== null)) {
      const instant = file.kind === "session" ? { scheduled_start: "2026-03-10T18:00" } : {};
      test.each(column.format.codes ?? [])(`${file.name} ${column.name} takes %s in any case`, (code) => {
        const upper = { ...instant, [column.name]: code.toUpperCase() };
        const free =
          column.name === "instrument" ? { total: "" } : column.name === "kind" ? { result: "" } : {};
        expect(valuesOf(file.kind, { ...upper, ...free })[column.property]).toBe(code);
      });
      test(`${file.name} ${column.name} takes nothing else`, () => {
        expect(faultOf(file.kind, { [column.name]: "something else" })).toBe(`bad_code ${column.name}`);
      });
    }
  }

  boundary("program", "time_zone", ["america/new_york", "US/Pacific", "UTC", ""], {
    bad_code: ["Pacific Time", "+05:00", "America/Irvine"],
  });
  boundary("event", "result", ["NONE", "low", "moderate", "high", ""], { bad_code: ["refused", "severe"] });

  test("a missed measure has its own results, other events take text", () => {
    for (const result of ["refused", "Absent", "not_asked", "unable", ""]) {
      expect(faultOf("event", { kind: "measure_missed", result })).toBeNull();
    }
    expect(faultOf("event", { kind: "measure_missed", result: "low" })).toBe("bad_code result");
    expect(valuesOf("event", { kind: "crisis", result: "Called 988" }).result).toBe("Called 988");
  });

  test("modalities of a program are codes where they are codes", () => {
    expect(valuesOf("program", { modalities: "In_Person; By phone ;" }).modalities).toEqual([
      "in_person",
      "By phone",
    ]);
  });

  test("an analyte is kept under its own name, in lower case", () => {
    expect(valuesOf("screen", { analyte: "6-MAM (Heroin)" }).analyte).toBe("6-mam (heroin)");
  });
});

describe("text", () => {
  test("is kept as given, without the space around it", () => {
    const note = '=SUM(A1)\r\n"quoted", naïve 😀\tend';
    expect(valuesOf("event", { note: `  ${note}\n ` }).note).toBe(note);
  });

  test("a mended cell is held against the same limits as a file's", () => {
    expect(faultOf("event", { note: "x".repeat(100_000) })).toBeNull();
    expect(faultOf("event", { note: "x".repeat(100_001) })).toBe("too_long note");
    expect(faultOf("event", { note: "a\u0000b" })).toBe("control_character note");
    expect(faultOf("patient", { family_name: "Garc\uFFFDa" })).toBe("bad_encoding family_name");
  });
});

describe("unusual values", () => {
  const warned = (kind: RecordKind, change: Readonly<Record<string, string>>) => {
    const mended = parse(kind, change);
    return mended.taken ? mended.warnings.map((warning) => warning.column) : "rejected";
  };

  test.each<[RecordKind, string, string, string]>([
    ["patient", "language", "en", "English"],
    ["patient", "phone", "949-555-0100 ext. 4", "call the office"],
    ["patient", "phone", "+44 20 7946 0958", "12"],
    ["patient", "email", "a.b+c@mail.example.org", "none"],
    ["patient", "race", "Black or African American", "3"],
    ["patient", "race", "2106-3", "x".repeat(201)],
    ["patient", "ethnicity", "Hispanic", "-"],
    ["episode", "diagnoses", "F10.20;U07.1;F3310", "F10.20;depression"],
    ["episode", "payer", "Medi-Cal", "1234"],
    ["episode", "referral_source", "self", "1\n2"],
    ["staff", "email", "x@example.org", "x@localhost"],
  ])("%s %s: %j is usual, %j is kept with a warning", (kind, column, usual, unusual) => {
    expect(warned(kind, { [column]: usual })).toEqual([]);
    expect(warned(kind, { [column]: unusual })).toEqual([column]);
    const property = CLINIC_EXPORT.flatMap((file) => (file.kind === kind ? file.columns : [])).find(
      (candidate) => candidate.name === column,
    )!.property;
    const kept = valuesOf(kind, { [column]: unusual })[property];
    expect(Array.isArray(kept) ? kept.join(";") : kept).toBe(unusual);
  });
});

describe("sentences", () => {
  test("the first problem in the order of the columns decides", () => {
    expect(faultOf("assessment", { instrument: "phq", administered_on: "", item_1: "7" })).toBe(
      "bad_code instrument",
    );
    expect(faultOf("session", { scheduled_start: "2027-01-01T10:00", staff_id: "a b" })).toBe(
      "bad_id staff_id",
    );
  });

  test("a problem names the column and never the value", () => {
    for (const file of CLINIC_EXPORT) {
      for (const column of file.columns) {
        const mended = parse(file.kind, { [column.name]: "secret value\u0001" });
        const { problem } = mended as { problem: { message: string } };
        expect(problem.message).toContain(column.name);
        expect(problem.message).not.toContain("secret");
        expect(problem.message).toMatch(/^[A-Z].*\.$/);
        const plain = parse(file.kind, { [column.name]: "secret, value" });
        const texts = plain.taken
          ? plain.warnings.map((warning) => warning.message)
          : [plain.problem.message];
        for (const text of texts) expect(text).not.toContain("secret");
      }
    }
  });

  test("a mended row stands where it stood", () => {
    const mended = parse("patient", {});
    expect(mended).toMatchObject({ taken: true, row: { file: "patients.csv", line: 7, kind: "patient" } });
  });
});
