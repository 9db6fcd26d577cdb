import { expect, test } from "vitest";
import { chart, clock, day, EXAMPLE_SITE } from "../records/example-chart.ts";
import { type Injection, NO_OWN_RECORDS, type Note } from "../records/own.ts";
import { drawEpisode } from "./draw.ts";

function note(noteId: string, on: string, recordedAt: string): Note {
  return {
    noteId,
    patientId: "p-1",
    on: day(on),
    text: `about ${noteId}`,
    by: "T-01",
    recordedAt: clock(recordedAt),
  };
}

function injection(injectionId: string, given: Partial<Injection> = {}): Injection {
  return {
    injectionId,
    patientId: "p-1",
    medication: "naltrexone",
    dose: "380 mg",
    intervalDays: 28,
    givenOn: day("2026-02-05"),
    givenBy: "a nurse",
    nextDueOn: day("2026-03-05"),
    by: "T-01",
    recordedAt: clock("2026-02-05T10:00"),
    ...given,
  };
}

const draw = (own: { notes?: readonly Note[]; injections?: readonly Injection[] }, asOf: string) =>
  drawEpisode(chart({ own: { ...NO_OWN_RECORDS, ...own } }), EXAMPLE_SITE, "e-1", day(asOf));

test("notes stand on their day, in the order of records, from the day they were written", () => {
  const notes = [
    note("late", "2026-02-06", "2026-02-09T09:00"),
    note("second", "2026-02-05", "2026-02-05T15:00"),
    note("first", "2026-02-05", "2026-02-05T09:00"),
    note("before the axis", "2026-01-30", "2026-02-05T09:00"),
    note("ahead", "2026-02-20", "2026-02-05T09:00"),
  ];
  expect(draw({ notes }, "2026-02-08").notes).toEqual([
    { noteId: "first", on: "2026-02-05", text: "about first", by: "T-01" },
    { noteId: "second", on: "2026-02-05", text: "about second", by: "T-01" },
  ]);
  expect(draw({ notes }, "2026-02-09").notes.map(({ noteId }) => noteId)).toEqual([
    "first",
    "second",
    "late",
  ]);
});

test("an injection stands on the day it was given; a schedule without one has no mark", () => {
  const injections = [
    injection("given"),
    injection("bare", { givenOn: day("2026-02-06"), dose: null, givenBy: null }),
    injection("scheduled", { givenOn: null, givenBy: null }),
    injection("entered later", { recordedAt: clock("2026-02-12T10:00") }),
  ];
  expect(draw({ injections }, "2026-02-08").injections).toEqual([
    {
      injectionId: "given",
      on: "2026-02-05",
      medication: "naltrexone",
      text: "Naltrexone 380 mg injected by a nurse, next due 2026-03-05",
    },
    {
      injectionId: "bare",
      on: "2026-02-06",
      medication: "naltrexone",
      text: "Naltrexone injected, next due 2026-03-05",
    },
  ]);
});

test("a chart read without its own records has neither", () => {
  const drawn = drawEpisode(chart(), EXAMPLE_SITE, "e-1", day("2026-02-08"));
  expect([drawn.notes, drawn.injections]).toEqual([[], []]);
});
