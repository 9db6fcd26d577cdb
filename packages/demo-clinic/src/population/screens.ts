import type { Disposition, Validity } from "@soundings/clinical";
import type { Day } from "../days.ts";
import type { Moment, ResultDraft, ScreenDraft } from "../draft.ts";
import {
  collected,
  definitive,
  METHADONE_PANEL,
  notCollected,
  PANEL,
  presumptive,
  specimenFacts,
} from "../panel.ts";
import type { Draw } from "../random.ts";
import type { Attendance } from "./attendance.ts";
import { isTaken, type Regimen } from "./medications.ts";
import type { StayPlan } from "./stays.ts";
import { showsOn, type Use } from "./use.ts";

export interface Testing {
  readonly stay: StayPlan;
  readonly perWeek: number;
  readonly attendance: Attendance;
  readonly use: Use;
  readonly regimen: Regimen;
  /** What the laboratory adds of its own: false positives and the specimen's own values. */
  readonly lab: Draw;
}

/** The days of a week on which a specimen is asked for: chance picks among the days the person is expected. */
function chosenDays(draw: Draw, testing: Testing, start: Day): Day[] {
  const inWeek = (day: Day): boolean => day >= start && day < start + 7;
  const expected = [...testing.attendance.daysPresent, ...testing.attendance.daysMissed]
    .filter(inWeek)
    .toSorted((a, b) => a - b);
  const whole = Math.floor(testing.perWeek);
  const count = whole + (draw.chance(testing.perWeek - whole) ? 1 : 0);
  const chosen = new Set<Day>();
  while (chosen.size < Math.min(count, expected.length)) chosen.add(draw.pick(expected));
  return [...chosen].toSorted((a, b) => a - b);
}

function treatedOn(regimen: Regimen, day: Day): "buprenorphine" | "methadone" | null {
  const { treatment } = regimen;
  if (treatment === null || treatment.drug === "naltrexone" || day < treatment.from + 3) return null;
  return treatment.to === null || day < treatment.to + 4 ? treatment.drug : null;
}

function isPrescribed(regimen: Regimen, analyte: string, day: Day): boolean {
  return regimen.prescribed.some((entry) => entry.analyte === analyte && entry.from <= day);
}

/** How often a cup takes bupropion for amphetamine. */
const TAKEN_FOR_AMPHETAMINE = 0.012;

function isFalsePositive({ regimen, lab }: Testing, analyte: string, day: Day): boolean {
  return analyte === "amphetamine" && isTaken(regimen.changes, "Bupropion XL", day)
    ? lab.chance(TAKEN_FOR_AMPHETAMINE)
    : false;
}

function isPositive(draw: Draw, testing: Testing, analyte: string, day: Day): boolean {
  const treated = treatedOn(testing.regimen, day);
  if (analyte === "buprenorphine") return treated === "buprenorphine" && !draw.chance(0.004);
  if (analyte === "methadone" || analyte === "eddp") return treated === "methadone";
  if (isPrescribed(testing.regimen, analyte, day)) return draw.chance(0.97);
  return showsOn(testing.use, analyte, day) !== null || isFalsePositive(testing, analyte, day);
}

/** A value that falls from the first day of a trace to its last. */
function fallingValue(draw: Draw, testing: Testing, analyte: string, day: Day): number {
  const trace = showsOn(testing.use, analyte, day);
  if (trace === null && analyte === "amphetamine") return draw.int(0, 40);
  const left = trace === null ? 0.5 : (trace.to - day + 1) / (trace.to - trace.from + 1);
  const strength: Readonly<Record<string, number>> = {
    fentanyl: 60,
    thc: 260,
    benzodiazepines: 900,
    etg: 4000,
    cocaine: 1500,
  };
  const most = strength[analyte] ?? 3000;
  const floor = analyte === "fentanyl" ? 2 : analyte === "thc" ? 20 : 550;
  return floor + Math.round(most * left * (0.9 + 0.2 * draw.next()));
}

/** Confirmations come back two or three days later; of those not back yet, only the asking is known. */
function confirmed(draw: Draw, analyte: string, value: number, at: Moment): ResultDraft {
  const back = { day: at.day + draw.int(2, 3), minute: 14 * 60 + draw.int(0, 180) };
  return back.day < 0
    ? definitive(analyte, value, back)
    : definitive(analyte, null, { day: at.day, minute: at.minute + 20 });
}

function confirmations(
  draw: Draw,
  testing: Testing,
  positives: readonly string[],
  at: Moment,
): ResultDraft[] {
  const results: ResultDraft[] = [];
  for (const analyte of positives) {
    const expected = analyte === "buprenorphine" || analyte === "methadone" || analyte === "eddp";
    if (expected || isPrescribed(testing.regimen, analyte, at.day) || !draw.chance(0.6)) continue;
    results.push(confirmed(draw, analyte, fallingValue(draw, testing, analyte, at.day), at));
  }
  if (positives.includes("buprenorphine") && draw.chance(0.45)) {
    const parent = draw.int(60, 420);
    const metabolite = Math.round(parent * (0.6 + 2 * draw.next()));
    results.push(
      confirmed(draw, "buprenorphine", parent, at),
      confirmed(draw, "norbuprenorphine", metabolite, at),
    );
  }
  return results;
}

function validityFrom(draw: Draw): Validity | null {
  return draw.weighted<Validity | null>([
    ["valid", 95.5],
    ["dilute", 1.6],
    ["invalid", 0.4],
    ["substituted", 0.1],
    ["adulterated", 0.05],
    [null, 2.35],
  ]);
}

function specimen(draw: Draw, testing: Testing, day: Day): ScreenDraft {
  const at: Moment = { day, minute: testing.stay.seat.groupStart + draw.int(-20, 100) };
  if (day === -1 && draw.chance(0.25)) return collected(at, null, []);
  const read: Moment = { day, minute: at.minute + draw.int(10, 40) };
  const panel: readonly string[] = testing.regimen.treatment?.drug === "methadone" ? METHADONE_PANEL : PANEL;
  const cup = panel.map((analyte) => presumptive(analyte, isPositive(draw, testing, analyte, day), read));
  const preliminary = day >= -2 && draw.chance(0.2);
  const results = preliminary
    ? cup.map((result): ResultDraft => ({ ...result, resultStatus: "preliminary" }))
    : cup;
  const positives = cup.flatMap(({ analyte, result }) =>
    analyte !== null && result === "positive" ? [analyte] : [],
  );
  const validity = validityFrom(draw);
  const facts = specimenFacts(testing.lab, validity, read);
  return collected(at, validity, [...results, ...confirmations(draw, testing, positives, at), ...facts]);
}

function absence(draw: Draw, testing: Testing): Exclude<Disposition, "collected"> {
  const leaving = testing.stay.course.kind === "drop_out";
  return draw.weighted([
    ["missed", leaving ? 50 : 15],
    ["refused", 2],
    ["excused", leaving ? 48 : 83],
  ]);
}

/** The drug screens of a stay, up to yesterday. */
export function screenStay(draw: Draw, testing: Testing): ScreenDraft[] {
  const screens: ScreenDraft[] = [];
  const present = new Set(testing.attendance.daysPresent);
  const last = Math.min(testing.stay.end, -1);
  for (let start = testing.stay.admitted; start <= last; start += 7) {
    for (const day of chosenDays(draw, testing, start)) {
      if (present.has(day) && !draw.chance(0.005)) screens.push(specimen(draw, testing, day));
      else if (present.has(day)) screens.push(notCollected(day, draw.chance(0.7) ? "missed" : "refused"));
      else screens.push(notCollected(day, absence(draw, testing)));
    }
  }
  return screens;
}
