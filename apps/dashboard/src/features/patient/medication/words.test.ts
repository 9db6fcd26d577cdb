import type { CalendarDate, InjectionView, MedicationView } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import {
  doseWords,
  injectionWords,
  intervalWords,
  lastDay,
  stoppedWords,
  unrecognizedWords,
  windowWords,
} from "./words.ts";

const day = (text: string) => text as CalendarDate;
const NEAR = "2026-11-21";

const VIEW: MedicationView = {
  medication: "Sertraline",
  current: true,
  doseText: "100 mg daily",
  startedOn: day("2026-10-01"),
  doseSince: day("2026-10-30"),
  daysOnDose: 22,
  stoppedOn: null,
  prescriberId: null,
  windows: [
    { name: "2 weeks", from: day("2026-11-10"), to: day("2026-11-16"), state: "past" },
    { name: "4 weeks", from: day("2026-11-24"), to: day("2026-11-30"), state: "ahead" },
  ],
  ingredients: [],
  isAntidepressant: true,
  notes: [],
  found: [],
};

const injection = (state: InjectionView["state"], daysPastDue: number): InjectionView => ({
  injectionId: "I",
  medication: "Naltrexone",
  dose: null,
  intervalDays: 28,
  lastGivenOn: null,
  givenBy: null,
  nextDueOn: day("2026-11-21"),
  state,
  daysPastDue,
});

describe("the dose of a medication", () => {
  it("says how long it is held and since when", () => {
    expect(doseWords(VIEW, NEAR)).toBe("3 weeks on this dose, since Oct 30");
    expect(doseWords({ ...VIEW, daysOnDose: 0, doseSince: day(NEAR) }, NEAR)).toBe("this dose from today");
  });

  it("says of a stopped one when, and never guesses a start", () => {
    const stopped = { ...VIEW, current: false, doseSince: null, daysOnDose: null };
    expect(doseWords({ ...stopped, stoppedOn: day("2026-11-02") }, NEAR)).toBe("stopped Nov 2");
    expect(doseWords(stopped, NEAR)).toBe("start and stop: no data");
    expect(doseWords({ ...VIEW, doseSince: null, daysOnDose: null }, NEAR)).toBe(
      "time on this dose: no data",
    );
  });

  it("has windows in words, and an axis that goes to the last one ahead", () => {
    expect(VIEW.windows.map((window) => windowWords(window, NEAR))).toEqual([
      "2 weeks: Nov 10 to Nov 16, past",
      "4 weeks: Nov 24 to Nov 30, ahead",
    ]);
    expect(lastDay([VIEW], day(NEAR))).toBe("2026-11-30");
    expect(lastDay([], day(NEAR))).toBe(NEAR);
  });
});

describe("an injection", () => {
  it("says how it stands to its date", () => {
    const all = [
      injection("not_due", -5),
      injection("not_due", -1),
      injection("due", 0),
      injection("due", 2),
      injection("late", 4),
      injection("overdue", 9),
      injection("ended", 30),
    ];
    expect(all.map(injectionWords)).toEqual([
      "due in 5 days",
      "due tomorrow",
      "due today",
      "2 days past due",
      "4 days late",
      "overdue by 9 days",
      "ended",
    ]);
    expect(injectionWords(injection("due", 1))).toBe("1 day past due");
  });

  it("says its interval in weeks where it is whole ones", () => {
    expect([1, 7, 28, 30].map(intervalWords)).toEqual([
      "every day",
      "every 7 days",
      "every 4 weeks (28 days)",
      "every 30 days",
    ]);
  });
});

it("names what no rule recognizes", () => {
  expect(unrecognizedWords(["Fluoxetine"])).toBe(
    "No rule recognizes: Fluoxetine. Drug screens are read without it.",
  );
  expect(unrecognizedWords(["Fluoxetine", "Kava"])).toBe(
    "No rule recognizes: Fluoxetine, Kava. Drug screens are read without them.",
  );
});

it("names stopped medications while they are few", () => {
  const stopped = { ...VIEW, current: false, stoppedOn: day("2026-11-02") };
  expect(stoppedWords([stopped], NEAR)).toBe("1 stopped medication: Sertraline, Nov 2");
  expect(stoppedWords([stopped, { ...stopped, medication: "Kava", stoppedOn: null }], NEAR)).toBe(
    "2 stopped medications: Sertraline, Nov 2; Kava",
  );
  expect(stoppedWords([stopped, stopped, stopped, stopped], NEAR)).toBe("4 stopped medications");
});
