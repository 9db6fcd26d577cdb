import { PROGRAM_TEMPLATES } from "@soundings/clinical";
import type { ProgramCore, ProgramPractice, RuleFacts } from "@soundings/contract";
import { expect, test } from "vitest";
import { changedSettings } from "./changes.ts";
import { check, draftOf, NUMBER_RANGES, nextKey } from "./draft.ts";
import { lengthWords, READ_BY, readByWords, screensWords, weekWords } from "./words.ts";

const CORE: ProgramCore = {
  name: "Day IOP",
  levelOfCare: "iop",
  timeZone: null,
  plannedWeeksMin: 8,
  plannedWeeksMax: 12,
  hoursPerWeekMin: 9,
  daysPerWeekMin: 3,
  daysPerWeekMax: 5,
  tracks: ["morning", "late day"],
  modalities: ["in_person"],
  screensPerWeek: 1,
};
const PRACTICE: ProgramPractice = {
  focus: ["dual_diagnosis"],
  services: [{ service: "group", name: "Group therapy" }],
  measureEveryDays: 7,
  screening: { specimen: "urine", random: true },
  schedule: { tapers: false, followsRisk: true, fitsShiftWork: false },
  sessionHours: { min: 3, max: 3.5 },
  firstWeek: ["orientation"],
  progressReviewEveryDays: 7,
  feeders: ["php"],
  stepDownTo: "op",
  returnAfterCrisis: true,
  aftercare: [],
  coordination: ["primary care, with consent"],
  crisisLine: "555 0100",
  workingHours: [{ from: "08:00", until: "17:00" }, null, null, null, null, null, null],
  holidays: [{ on: "2026-07-03", name: "Independence Day" }],
  onCall: [{ personId: "p-1", phone: "555 0101", from: "2026-03-09", until: "2026-03-15" }],
};
const SETTINGS = { core: CORE, practice: PRACTICE };
const DRAFT = draftOf(SETTINGS);

test("settings go through the form and come out as they were", () => {
  expect(check(DRAFT)).toEqual({ settings: SETTINGS, problems: null });
});

test("an empty number is not laid down, which is not zero", () => {
  const { settings } = check({ ...DRAFT, screensPerWeek: " ", plannedWeeksMax: "0", plannedWeeksMin: "" });
  expect(settings?.core).toMatchObject({ screensPerWeek: null, plannedWeeksMin: null, plannedWeeksMax: 0 });
});

test("what does not fit is said at its field, with what fits", () => {
  const { problems } = check({
    ...DRAFT,
    name: " ",
    daysPerWeekMax: "8",
    hoursPerWeekMin: "nine",
    measureEveryDays: "",
    services: [{ key: 0, service: "group", name: "" }],
    holidays: [{ key: 4, on: "", name: "x" }],
  });
  expect(problems).toEqual({
    name: "Enter the program's name.",
    daysPerWeekMax: "Enter a whole number from 0 to 7, or leave it empty.",
    hoursPerWeekMin: "Enter a number from 0 to 80, or leave it empty.",
    measureEveryDays: "Enter a whole number from 1 to 60.",
    "services.0": "Enter the service's name.",
    "holidays.0": "Enter the day and its name.",
  });
});

test("fields that do not fit together are marked where the later one is", () => {
  const hours = [{ open: true, from: "17:00", until: "08:00" }, ...DRAFT.workingHours.slice(1)];
  const { problems } = check({
    ...DRAFT,
    plannedWeeksMin: "14",
    sessionHoursMin: "4",
    workingHours: hours,
    onCall: DRAFT.onCall.map((one) => ({ ...one, until: "2026-03-01" })),
  });
  expect(problems).toEqual({
    plannedWeeksMax: "The most is below the least.",
    sessionHoursMax: "The most is below the least.",
    "workingHours.0": "The program closes before it opens.",
    "onCall.0": "The last day is before the first.",
  });
});

test("nothing is named twice, a random screen has a specimen, and a zone is one", () => {
  const holiday = { on: "2026-07-03", name: "Again", key: 7 };
  const { problems } = check({
    ...DRAFT,
    holidays: [...DRAFT.holidays, holiday],
    tracks: "morning\nmorning",
    specimen: "",
    timeZone: "Mars/Olympus",
  });
  expect(problems).toEqual({
    "holidays.1": "This day is a holiday already.",
    tracks: "A track is named twice.",
    specimen: "Choose the specimen of the random screens.",
    timeZone: "There is no such time zone. Write it as America/Los_Angeles.",
  });
  expect(check({ ...DRAFT, tracks: "morning; evening" }).problems?.tracks).toMatch(/without a semicolon/);
});

test("codes of where patients come from are read as words", () => {
  const practice = { ...PRACTICE, feeders: ["sober_living", "php"] };
  expect(draftOf({ core: CORE, practice }).feeders).toBe("sober living\nphp");
});

test("the ranges that are said are those that the agreement with the server has", () => {
  for (const [key, { least, most }] of Object.entries(NUMBER_RANGES)) {
    const edge = (value: number) => {
      const other = key.endsWith("Min") ? { [key.replace("Min", "Max")]: "" } : {};
      const below = key.endsWith("Max") ? { [key.replace("Max", "Min")]: "" } : {};
      return check({ ...DRAFT, ...other, ...below, [key]: String(value) }).problems;
    };
    expect([key, edge(least), edge(most)]).toEqual([key, null, null]);
    expect([key, edge(most + 1)]).toEqual([key, { [key]: expect.stringContaining(String(most)) }]);
  }
});

test("a program in the words of the list", () => {
  expect([lengthWords(CORE), weekWords(CORE), screensWords(CORE)]).toEqual([
    "8–12 weeks",
    "3–5 days, 9 hours or more",
    "1 a week",
  ]);
  const open = { ...CORE, plannedWeeksMin: null, plannedWeeksMax: null, hoursPerWeekMin: null };
  const opener = { ...open, daysPerWeekMin: null, daysPerWeekMax: null, screensPerWeek: null };
  expect([lengthWords(opener), weekWords(opener), screensWords(opener)]).toEqual(
    Array(3).fill("not laid down"),
  );
  expect(screensWords({ ...CORE, screensPerWeek: 0 })).toBe("none asked for");
});

test("a setting names the rules that read it, by their titles", () => {
  const rules = [{ rule: "length-of-stay", title: "Longer than planned" }] as RuleFacts[];
  expect(readByWords("plannedWeeksMax", rules)).toBe("Read by rules: Longer than planned.");
  expect(readByWords("tracks", rules)).toBeUndefined();
  expect(Object.keys(READ_BY)).toEqual([
    "levelOfCare",
    "plannedWeeksMax",
    "hoursPerWeekMin",
    "screensPerWeek",
  ]);
});

test("two versions are told apart by the names of what differs", () => {
  const other = {
    core: { ...CORE, tracks: ["evening"] },
    practice: { ...PRACTICE, holidays: [], screening: { specimen: null, random: true } },
  };
  expect(changedSettings(SETTINGS, other)).toEqual(["tracks", "screening", "holidays"]);
  expect(changedSettings(SETTINGS, SETTINGS)).toEqual([]);
});

test("an item that is added has a place of its own", () => {
  expect(nextKey([])).toBe(0);
  expect(nextKey([{ key: 4 }, { key: 2 }])).toBe(5);
});

test("every template has what the form asks for", () => {
  for (const { program, title } of Object.values(PROGRAM_TEMPLATES)) {
    const core = { ...program, name: title, timeZone: null } as unknown as ProgramCore;
    expect(check(draftOf({ core, practice: PRACTICE })).problems).toBeNull();
  }
});
