import { describe, expect, it } from "vitest";
import { datesWithData, dayFacts, daySentence } from "./day-facts.ts";
import { ADMITTED, date, day, mark, phqLane, picture, week } from "./lane.fixture.ts";

const event = (n: number) => ({
  eventId: `e${n}`,
  on: day(n),
  kind: "outreach" as const,
  letter: "T",
  text: "Outreach",
  result: null,
  note: "reached by telephone",
});

const session = (n: number, planned: boolean) => ({
  sessionId: `s${n}`,
  on: day(n),
  time: "09:00",
  service: "group" as const,
  status: planned ? ("scheduled" as const) : ("left_early" as const),
  mark: planned ? ("planned" as const) : ("partial" as const),
  scheduledMinutes: 180,
  deliveredMinutes: planned ? null : 90,
  modality: null,
  earlyMiss: false,
});

const sertraline = {
  medication: "sertraline",
  segments: [{ from: day(2), to: day(9), doseText: "50 mg", step: 1 }],
  changes: [],
};

const lane = phqLane([mark(1, 12), mark(8, 8, { prorated: true, answered: 8 })], []);
const full = picture({
  measures: [lane],
  events: [event(3), event(40)],
  sessions: [session(1, false), session(20, true)],
  medications: [sertraline],
});

const recordsOf = (page: typeof full, n: number) => dayFacts(page, day(n)).records.map(({ text }) => text);

describe("dates with data", () => {
  it("are in order, each once, inside the picture, without sessions that are only planned", () => {
    expect(datesWithData(full)).toEqual([day(1), day(3), day(8)]);
  });
});

describe("one day in words", () => {
  it("says what was recorded for it", () => {
    const facts = dayFacts(full, day(1));
    expect(facts.heading).toBe("Tue, Jan 6, 2026");
    expect(facts.place).toBe("week 1, IOP");
    expect(facts.records.map(({ text }) => text)).toEqual([
      "PHQ-9 12, moderate",
      "group 09:00, left early, 90 of 180 min",
    ]);
  });

  it("says what stood on a day without a record", () => {
    const facts = dayFacts(full, day(5));
    expect(facts.records).toEqual([]);
    expect(facts.standing).toEqual(["PHQ-9 last 12 on Jan 6", "sertraline 50 mg"]);
    expect(daySentence(facts)).toContain("Nothing recorded for this day");
  });

  it("knows nothing of a measure that comes later, and of a medication that has ended", () => {
    expect(dayFacts(full, ADMITTED).standing).toEqual(["PHQ-9: no data yet"]);
    expect(dayFacts(full, day(10)).standing).toEqual(["PHQ-9 last 8 on Jan 13"]);
  });

  it("says that a score is prorated, late or incomplete", () => {
    const late = mark(15, 9, { late: true, recordedOn: day(20) });
    const page = picture({
      measures: [phqLane([mark(8, 8, { prorated: true, answered: 8 }), late, mark(22, null)], [])],
    });
    expect(recordsOf(page, 8)).toEqual(["PHQ-9 8, moderate, prorated from 8 of 9 items"]);
    expect(recordsOf(page, 15)).toEqual(["PHQ-9 9, moderate, recorded Jan 25"]);
    expect(recordsOf(page, 22)).toEqual(["PHQ-9 incomplete: 3 of 9 items answered"]);
  });

  it("gives the note of an event", () => {
    expect(recordsOf(full, 3)).toEqual(["Outreach: reached by telephone"]);
  });

  it("counts back to admission before it", () => {
    expect(dayFacts(full, day(-1)).place).toBe("1 day before admission");
    expect(dayFacts(full, day(-14)).place).toBe("14 days before admission");
  });

  it("knows the weekday of any date, also before 1970", () => {
    expect(dayFacts(full, date("1969-12-31")).heading).toBe("Wed, Dec 31, 1969");
    expect(dayFacts(full, date("2024-02-29")).heading).toBe("Thu, Feb 29, 2024");
  });

  it("says why a week has no score, and what was known before", () => {
    const lane = phqLane([mark(1, 12)], [week(0, "done"), week(1, "refused"), week(2, "missing")]);
    const page = picture({ measures: [lane] });
    expect(dayFacts(page, day(9)).standing).toEqual(["PHQ-9 this week: refused; last 12 on Jan 6"]);
    expect(dayFacts(page, day(20)).standing).toEqual(["PHQ-9 this week: no measure; last 12 on Jan 6"]);
  });

  it("says what makes one look twice at answers", () => {
    const page = picture({
      measures: [phqLane([mark(1, 9, { quality: ["all_same", "fast"], secondsTaken: 8.4 })], [])],
    });
    expect(recordsOf(page, 1)).toEqual([
      "PHQ-9 9, moderate, every answer the same, answered very fast (8 s)",
    ]);
  });

  it("says a sudden gain on its day, for information only, and when it was lost again", () => {
    const gain = {
      from: { score: 18, on: day(1), assessmentId: "a1" },
      to: { score: 9, on: day(8), assessmentId: "a8" },
      reversedOn: day(22),
    };
    const lane = { ...phqLane([mark(1, 18), mark(8, 9), mark(22, 16)], []), gains: [gain] };
    const page = picture({ measures: [lane] });
    expect(recordsOf(page, 8)[1]).toBe(
      "PHQ-9 sudden gain 18 → 9 since Jan 6, for information only; reversed Jan 27",
    );
    expect(recordsOf(page, 22)[1]).toBe("PHQ-9 sudden gain 18 → 9 of Jan 13 reversed");
  });

  it("says injections, notes, moves between levels, and absences that weigh more", () => {
    const page = picture({
      placements: [
        { levelOfCare: "php", from: ADMITTED, to: day(6) },
        { levelOfCare: "iop", from: day(7), to: null },
      ],
      sessions: [
        { ...session(7, false), status: "no_show", mark: "absent", deliveredMinutes: null, earlyMiss: true },
      ],
      injections: [
        { injectionId: "i", on: day(7), medication: "naltrexone", text: "naltrexone 380 mg injected" },
      ],
      notes: [{ noteId: "n", on: day(7), text: "sleeps better", by: "A. Sample" }],
    });
    expect(recordsOf(page, 0)).toEqual(["Admitted to PHP"]);
    expect(recordsOf(page, 7)).toEqual([
      "Level PHP → IOP",
      "naltrexone 380 mg injected",
      "group 09:00, no-show, missed in the first two weeks",
      "Note: sleeps better (A. Sample)",
    ]);
  });

  it("says until when a positive may be carry-over, and what is missing though prescribed", () => {
    const result = (analyte: string, more: object) => ({
      analyte,
      method: null,
      result: null,
      resultStatus: null,
      mark: "negative" as const,
      carryOverUntil: null,
      value: null,
      unit: null,
      cutoff: null,
      text: analyte,
      interference: null,
      ...more,
    });
    const page = picture({
      screens: [
        {
          screenId: "u",
          on: day(2),
          scheduledOn: day(2),
          collectedAt: null,
          disposition: "collected",
          specimen: "urine",
          validity: "valid",
          mark: "carry_over",
          text: "possible carry-over: THC",
          results: [
            result("THC", { mark: "carry_over", carryOverUntil: day(30) }),
            result("Buprenorphine", { mark: "expected_absent" }),
            result("Cocaine", {}),
          ],
          specimenFacts: [],
        },
      ],
    });
    expect(recordsOf(page, 2)).toEqual([
      "Screen: possible carry-over: THC; THC may be carry-over until Feb 4; Buprenorphine: negative though prescribed",
    ]);
  });

  it("counts the weeks of another stay by that stay, and says when a day is in none", () => {
    const other = picture({ episodeId: "e0", admittedOn: day(-70), dischargedOn: day(-43), placements: [] });
    const page = picture({});
    expect(dayFacts(page, day(-60), [page, other]).place).toBe("week 2 of another stay");
    expect(dayFacts(page, day(-20), [page, other]).place).toBe("in no stay");
    expect(dayFacts(page, day(8), [page, other]).place).toBe("week 2, IOP");
  });
});
