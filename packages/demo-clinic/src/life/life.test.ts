import { instantFromMs } from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { demoCharts, demoLife } from "../clinic.ts";
import { dateFrom } from "../days.ts";
import { HABITS } from "../programs.ts";
import { staffOfClinic } from "../staff.ts";
import { STORIES } from "../stories/stories.ts";

const TODAY = "2026-11-24";
const options = { seed: 1, today: dateFrom(TODAY) };
const charts = demoCharts(options);
const life = demoLife(charts, options);
const inTreatment = new Map(
  charts.flatMap(({ patient, episodes }) =>
    episodes.filter((one) => one.dischargedOn === null).map((one) => [patient.patientId, one.programId]),
  ),
);
const told = new Set(STORIES.map(({ recordNumber }) => recordNumber));
const staff = new Map(staffOfClinic().map((one) => [one.staffId, one]));

test("the same charts and day give the same life, another day or seed another", () => {
  expect(demoLife(charts, options)).toEqual(life);
  expect(demoLife(charts, { ...options, seed: 2 })).not.toEqual(life);
  const later = demoLife(charts, { ...options, today: dateFrom("2026-11-25") });
  expect(later.covers).not.toEqual(life.covers);
});

test("everybody whom it tells of besides own records is in treatment, and nobody has a story", () => {
  const concerned = [
    ...life.contacts,
    ...life.disclosures,
    ...life.consents.map(({ terms }) => terms),
    life.opening,
  ].map(({ patientId }) => patientId);
  expect(concerned.filter((patientId) => !inTreatment.has(patientId) || told.has(patientId))).toEqual([]);
});

test("every telephone number is of the range kept for fiction", () => {
  const text = JSON.stringify(life);
  const phones = text
    .match(/\+?\d[\d-]{9,}\d/g)
    ?.filter((found) => found.includes("555") || found.startsWith("+"));
  expect(phones?.length).toBeGreaterThan(40);
  for (const phone of phones ?? []) expect(phone).toMatch(/^\+1-714-555-01\d\d$/);
  expect(text).not.toContain("@");
});

test("every program says when it works and whom to call", () => {
  expect(life.practices.map(({ template }) => template)).toEqual(["A", "B", "C", "D", "E"]);
  for (const { programId, workingHours, holidays, onCall } of life.practices) {
    expect(workingHours).toHaveLength(7);
    expect(holidays).toEqual([
      { on: "2026-11-26", name: "Thanksgiving" },
      { on: "2026-11-27", name: "Day after Thanksgiving" },
    ]);
    for (const { staffId } of onCall) expect(staff.get(staffId)?.programIds).toContain(programId);
    const now = onCall.filter(({ from, until }) => from <= TODAY && TODAY <= until);
    expect(now.map(({ staffId }) => staff.get(staffId)?.role)).toEqual(["therapist", "prescriber"]);
  }
});

test("one cover runs today and one is to come, both among colleagues of one program", () => {
  const [now, coming] = life.covers;
  expect([now?.startsOn, coming?.startsOn]).toEqual([TODAY, "2026-11-30"]);
  for (const { awayStaffId, coveringStaffId, programId, startsOn, endsOn } of life.covers) {
    expect(startsOn <= endsOn).toBe(true);
    expect(awayStaffId).not.toBe(coveringStaffId);
    for (const staffId of [awayStaffId, coveringStaffId])
      expect(staff.get(staffId)).toMatchObject({ role: "therapist", programIds: [programId] });
  }
});

test("a program meets today with its director, therapists and prescriber, and a week on", () => {
  expect(life.meetings.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    [TODAY, TODAY],
    ["2026-12-01", "2026-12-01"],
  ]);
  const roles = life.meetings[0]?.staffIds.map((staffId) => staff.get(staffId)?.role);
  expect(roles).toEqual(["director", "therapist", "therapist", "prescriber"]);
});

describe("the consents", () => {
  const { consents } = life;

  test("are of thirty people, to names and classes, with ends of every kind", () => {
    expect(new Set(consents.map(({ terms }) => terms.patientId)).size).toBe(30);
    const kinds = (pick: (terms: (typeof consents)[number]["terms"]) => string) =>
      new Set(consents.map(({ terms }) => pick(terms)));
    expect(kinds(({ recipientKind }) => recipientKind)).toEqual(new Set(["name", "class"]));
    expect(kinds(({ ends }) => ends.by)).toEqual(new Set(["day", "event", "never"]));
    expect(kinds(({ recipient }) => recipient).size).toBeGreaterThan(12);
  });

  test("are signed on a day in treatment and end after it", () => {
    for (const { terms, recordedAt, ending } of consents) {
      const { ends, signedOn, purposeKind } = terms;
      expect(signedOn < TODAY && recordedAt.slice(0, 10) >= signedOn).toBe(true);
      if (ends.by === "day") expect(ends.on > signedOn).toBe(true);
      if (ends.by === "never") expect(purposeKind).toBe("treatment_payment_operations");
      if (ending !== null) expect(signedOn <= ending.on && ending.on < TODAY).toBe(true);
    }
  });

  test("are in force but for one revoked, one entered in error and one whose day has passed", () => {
    const over = consents.flatMap(({ ending }) => (ending === null ? [] : [ending.how]));
    expect(over.toSorted()).toEqual(["entered_in_error", "revoked"]);
    const past = consents.filter(({ terms: { ends } }) => ends.by === "day" && ends.on < TODAY);
    expect(past).toHaveLength(1);
  });
});

test("what left did so on a consent in force that covers it, or on another ground", () => {
  const { disclosures, consents } = life;
  expect(disclosures.map(({ basis }) => basis.by).toSorted()).toEqual([
    "consent",
    "consent",
    "consent",
    "medical_emergency",
    "other",
    "other",
  ]);
  for (const { basis, patientId, what, purpose, recipient } of disclosures) {
    if (basis.by !== "consent") continue;
    const consent = consents[basis.consent];
    expect(consent?.ending).toBeNull();
    expect(consent?.terms).toMatchObject({ patientId, purpose });
    expect(what.every((part) => consent?.terms.what.includes(part))).toBe(true);
    if (consent?.terms.recipientKind === "name") expect(recipient).toBe(consent.terms.recipient);
  }
});

test("forty people have said how to reach them, some only in part", () => {
  expect(life.contacts).toHaveLength(40);
  const lacking = life.contacts.filter(({ emergencyPhone }) => emergencyPhone === null);
  expect(lacking.length).toBeGreaterThan(0);
  expect(lacking.every(({ emergencyName }) => emergencyName === null)).toBe(true);
  expect(life.contacts.filter(({ preferredName }) => preferredName !== null).length).toBeGreaterThan(15);
});

test("who opened a patient from outside works in another program", () => {
  const { staffId, patientId, minutesAgo } = life.opening;
  expect(inTreatment.get(patientId)).toBe(HABITS.A.programId);
  expect(staff.get(staffId)?.programIds).not.toContain(HABITS.A.programId);
  expect(minutesAgo).toBeLessThan(8 * 60);
});

describe("today's sessions", () => {
  const MORNING = instantFromMs(Date.parse("2026-11-24T21:30:00Z"));
  const marked = demoCharts({ ...options, now: MORNING });
  const ofToday = (list: typeof charts) =>
    list.flatMap(({ sessions }) =>
      sessions.filter(
        ({ scheduledStart }) => scheduledStart >= "2026-11-24T08" && scheduledStart < "2026-11-25T08",
      ),
    );

  test("have their marks once they have ended, but for a few, and the others none", () => {
    const sessions = ofToday(marked);
    const ended = sessions.filter(
      ({ scheduledStart, scheduledMinutes }) =>
        Date.parse(scheduledStart) + (scheduledMinutes + 10) * 60_000 <= Date.parse(MORNING),
    );
    const unmarked = ended.filter(({ status }) => status === "scheduled");
    expect(ended.length).toBeGreaterThan(30);
    expect(unmarked.length).toBeGreaterThan(0);
    expect(unmarked.length).toBeLessThan(ended.length / 3);
    const ahead = sessions.filter((session) => !ended.includes(session));
    expect(ahead.length).toBeGreaterThan(30);
    expect(ahead.every(({ status }) => status === "scheduled")).toBe(true);
    const late = sessions.filter(({ recordedAt }) => recordedAt !== null && recordedAt > MORNING);
    expect(late).toEqual([]);
  });

  test("are all of the marking that the moment changes, and none on a day without sessions or of a story", () => {
    const rest = (list: typeof charts) =>
      list.map((chart) => ({ ...chart, sessions: chart.sessions.map(({ sessionId }) => sessionId) }));
    expect(rest(marked)).toEqual(rest(charts));
    const stories = (list: typeof charts) => list.filter(({ patient }) => told.has(patient.patientId));
    expect(stories(marked)).toEqual(stories(charts));
    const sunday = { seed: 1, today: dateFrom("2026-11-22") };
    const evening = instantFromMs(Date.parse("2026-11-23T06:00:00Z"));
    expect(demoCharts({ ...sunday, now: evening })).toEqual(demoCharts(sunday));
  });

  test.each(["2026-11-23", "2026-11-25", "2026-12-04", "2027-02-10"])(
    "are there on a working day: %s",
    (day) => {
      const sessions = demoCharts({ seed: 1, today: dateFrom(day) }).flatMap((chart) => chart.sessions);
      const today = sessions.filter(
        ({ scheduledStart }) => scheduledStart >= `${day}T12` && scheduledStart < `${day}T23`,
      );
      expect(today.length).toBeGreaterThan(40);
    },
  );
});

describe("the own records", () => {
  const { records, secondsTaken } = life.own;
  const values = (kind: string) =>
    records.filter(({ recordType }) => recordType === kind).map((one) => one.values);

  test("are of patients with a story, of each kind, and of no day to come", () => {
    expect(records.every(({ patientId }) => told.has(patientId))).toBe(true);
    expect(new Set(records.map(({ recordType }) => recordType)).size).toBe(3);
    expect(records.every(({ recordedAt }) => recordedAt.slice(0, 10) < TODAY)).toBe(true);
    expect(new Set(records.map(({ recordId }) => recordId)).size).toBe(records.length);
  });

  test("hold one injection that is overdue and one that is due within two weeks", () => {
    const latest = new Map(
      records
        .filter(({ recordType }) => recordType === "injection")
        .map((one) => [one.patientId, String(one.values.nextDueOn)]),
    );
    const due = [...latest.values()].sort();
    expect(due).toHaveLength(2);
    expect(due.map((day) => day < TODAY)).toEqual([true, false]);
    expect(due[1] !== undefined && due[1] <= "2026-12-08").toBe(true);
    expect(values("injection")).toHaveLength(3);
  });

  test("say how a medication is taken and what it does", () => {
    expect(new Set(values("medication_note").map(({ kind }) => kind))).toEqual(
      new Set(["adherence", "side_effect"]),
    );
  });

  test("know how long the tablet took: one was answered in less than two seconds an item", () => {
    const kiosk = new Map(
      charts.flatMap(({ assessments }) => assessments.map((one) => [one.assessmentId, one.mode] as const)),
    );
    expect(secondsTaken.length).toBeGreaterThan(50);
    expect(secondsTaken.every(({ assessmentId }) => kiosk.get(assessmentId) === "kiosk")).toBe(true);
    expect(secondsTaken.filter(({ seconds }) => seconds < 18)).toHaveLength(1);
  });
});
