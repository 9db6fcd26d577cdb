import {
  type CalendarDate,
  type Chart,
  DEFAULT_ZONE,
  type Instant,
  NO_OWN_RECORDS,
} from "@soundings/clinical";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { type PatientFile, patientSheets } from "./patient-sheets.ts";
import { type WorkbookSheet, workbookOf } from "./workbook.ts";

const day = (text: string) => text as CalendarDate;
const at = (text: string) => text as Instant;

/** What another program reads from a workbook, sheet by sheet. */
async function readBack(sheets: readonly WorkbookSheet[]) {
  const read = await readXlsxFile(Buffer.from(await workbookOf(sheets)));
  return new Map(read.map(({ sheet, data }) => [sheet, data]));
}

async function cells(...row: readonly (string | number | null)[]) {
  const columns = row.map((_, place) => `c${place}`);
  return (await readBack([{ name: "S", columns, rows: [row] }])).get("S")?.[1];
}

describe("a workbook", () => {
  it("keeps numbers as numbers, zero as zero, and says of nothing that it is no data", async () => {
    expect(await cells(0, 12.5, null, "12")).toEqual([0, 12.5, "no data", "12"]);
  });

  it("keeps dates as the text that they are", async () => {
    expect(await cells("2026-03-16", "2026-03-16T17:00:00-07:00")).toEqual([
      "2026-03-16",
      "2026-03-16T17:00:00-07:00",
    ]);
  });

  it("makes a text that a spreadsheet would run harmless", async () => {
    expect(await cells("=1+1", "+cmd", "@x", "-2", "'=x")).toEqual(["'=1+1", "'+cmd", "'@x", "-2", "''=x"]);
  });

  it("keeps markup, lines and other scripts, and shows what XML cannot carry", async () => {
    expect(await cells(`<b>&"'`, "a\nb", "محمد 田中", "x\u0000y\ud800z")).toEqual([
      `<b>&"'`,
      "a\nb",
      "محمد 田中",
      "x□y□z",
    ]);
  });

  it("cuts what a cell cannot hold and says so in the cell", async () => {
    const [text] = (await cells("a".repeat(40_000))) ?? [];
    expect(String(text)).toHaveLength(32_767);
    expect(text).toContain("cut here");
  });
});

const ASSESSMENT = {
  assessmentId: "a-1",
  patientId: "p-1",
  instrument: "phq-9",
  administeredOn: day("2026-02-02"),
  items: [0, 1, 1, 1, 1, 1, 1, 1, null, 2],
  total: null,
  mode: "self",
  recordedAt: null,
  status: null,
} as const;

const CHART: Chart = {
  patient: {
    patientId: "p-1",
    givenName: "Ada",
    familyName: "Testcase",
    birthDate: day("1990-04-01"),
    sex: null,
    language: null,
    race: null,
    ethnicity: null,
    phone: null,
    email: null,
  },
  episodes: [],
  placements: [{ episodeId: "e-1", levelOfCare: "iop", startedOn: day("2026-02-02"), endedOn: null }],
  assessments: [
    {
      ...ASSESSMENT,
      assessmentId: "a-2",
      administeredOn: day("2026-03-02"),
      instrument: "gad-7",
      items: [1, 1],
    },
    ASSESSMENT,
    { ...ASSESSMENT, assessmentId: "a-3", administeredOn: day("2026-03-09"), status: "entered_in_error" },
  ],
  sessions: [
    {
      sessionId: "s-1",
      patientId: "p-1",
      scheduledStart: at("2026-03-13T00:30:00Z"),
      scheduledMinutes: 180,
      service: "group",
      status: "attended",
      attendedMinutes: null,
      modality: null,
      staffId: null,
      recordedAt: null,
    },
  ],
  screens: [],
  medicationChanges: [],
  events: [],
  decisions: [],
  own: {
    ...NO_OWN_RECORDS,
    secondsTaken: new Map([["a-1", 41]]),
    notes: [
      {
        noteId: "n-1",
        patientId: "p-1",
        on: day("2026-03-01"),
        text: "=HYPERLINK(1)",
        by: "Robin",
        recordedAt: at("2026-03-01T20:00:00Z"),
      },
    ],
  },
};

const FILE: PatientFile = {
  chart: CHART,
  site: { zone: DEFAULT_ZONE, programs: new Map() },
  about: [["Internal copy", "not for release"]],
  corrections: [
    {
      recordType: "session",
      recordId: "s-1",
      correctedAt: "2026-03-14T00:00:00Z",
      by: "Robin",
      reason: null,
      before: { status: "no_show" },
      after: { status: "attended" },
      takenBack: false,
    },
    {
      recordType: "event",
      recordId: "x-1",
      correctedAt: "2026-03-15T00:00:00Z",
      by: "Robin",
      reason: "Of another patient",
      before: { result: "high" },
      after: { result: "high" },
      takenBack: true,
    },
  ],
};

describe("a patient's data", () => {
  it("has a sheet a part, and each says what it holds or that nothing is on record", async () => {
    const sheets = await readBack(patientSheets(FILE));
    expect([...sheets.keys()]).toEqual([
      "About",
      "Measures",
      "Sessions",
      "Screens",
      "Medications",
      "Events",
      "Decisions",
      "Notes",
      "Placements",
      "Corrections",
    ]);
    for (const data of sheets.values()) expect(data.length).toBeGreaterThan(1);
    expect(sheets.get("Screens")?.[1]?.[0]).toBe("nothing on record");
  });

  it("has no empty cell anywhere", async () => {
    for (const data of (await readBack(patientSheets(FILE))).values()) {
      for (const row of data) expect(row.filter((cell) => cell === null || cell === "")).toEqual([]);
    }
  });

  it("puts items in columns, scores as numbers, and never a zero for what was not answered", async () => {
    const [head, first, second, third] = (await readBack(patientSheets(FILE))).get("Measures") ?? [];
    const cell = (row: typeof head, column: string) => row?.[head?.indexOf(column) ?? -1];
    expect(cell(first, "date")).toBe("2026-02-02");
    expect(cell(first, "score")).toBe(8);
    expect(cell(first, "how_scored")).toBe("prorated from 8 of 9 answers");
    expect(cell(first, "item_1")).toBe(0);
    expect(cell(first, "item_9")).toBe("no data");
    expect(cell(first, "difficulty")).toBe(2);
    expect(cell(first, "seconds_taken")).toBe(41);
    expect(cell(second, "score")).toBe("no data");
    expect(cell(second, "item_9")).toBe("not an item");
    expect(cell(third, "how_scored")).toBe("entered in error: does not count");
  });

  it("dates a session by the day of the site", async () => {
    const [, row] = (await readBack(patientSheets(FILE))).get("Sessions") ?? [];
    expect(row?.slice(1, 3)).toEqual(["2026-03-12", "17:30"]);
  });

  it("makes notes harmless, and shows what was corrected", async () => {
    const sheets = await readBack(patientSheets(FILE));
    expect(sheets.get("Notes")?.[1]).toContain("'=HYPERLINK(1)");
    const [, corrected, takenBack] = sheets.get("Corrections") ?? [];
    expect(corrected).toContain('{"status":"no_show"}');
    expect(corrected).toContain("corrected");
    expect(takenBack).toContain("marked as entered in error");
  });
});
