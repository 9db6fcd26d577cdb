import { instantFromMs, ownProblemOf } from "@soundings/clinical";
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

  const schedules = Map.groupBy(
    records.filter(({ recordType }) => recordType === "injection"),
    ({ patientId }) => patientId,
  );
  const dueOf = (patientId: string) => String(schedules.get(patientId)?.at(-1)?.values.nextDueOn);

  test("are of people in treatment, of each kind, of no day to come and each by somebody of the program", () => {
    expect(new Set(records.map(({ recordType }) => recordType)).size).toBe(3);
    expect(records.every(({ recordedAt }) => recordedAt.slice(0, 10) < TODAY)).toBe(true);
    expect(new Set(records.map(({ recordId }) => recordId)).size).toBe(records.length);
    for (const { patientId, staffId } of records)
      expect(staff.get(staffId)?.programIds).toContain(inTreatment.get(patientId));
    const storied = records.filter(({ patientId }) => told.has(patientId));
    expect(storied).toHaveLength(11);
    expect(records.length).toBeLessThan(120);
  });

  test("keep the laws of what is entered", () => {
    for (const { recordType, recordId, recordedAt, values: given } of records) {
      const record = { patientId: "", by: "", recordedAt, ...given, recordId };
      expect(ownProblemOf(recordType, record as never, dateFrom(TODAY))).toBeNull();
    }
  });

  test("hold the two schedules of stories: one overdue, one due within two weeks", () => {
    expect(dueOf("D-20104") < TODAY).toBe(true);
    expect(dueOf("D-20116") > TODAY && dueOf("D-20116") <= "2026-12-08").toBe(true);
  });

  test("hold a schedule of everybody else whose medication is injected, most of them not due, a few past it", () => {
    const injected = charts.filter(({ patient, episodes, medicationChanges }) => {
      const lines = medicationChanges.filter(({ medication }) => medication.endsWith("injection"));
      const admitted = episodes.at(-1)?.admittedOn ?? TODAY;
      const isSettled = inTreatment.has(patient.patientId) && admitted <= "2026-11-22";
      return isSettled && lines.length > 0 && lines.at(-1)?.change !== "stop";
    });
    expect(injected.length).toBeGreaterThan(8);
    expect(injected.filter(({ patient }) => !schedules.has(patient.patientId))).toEqual([]);
    const due = [...schedules.keys()].filter((patientId) => !told.has(patientId)).map(dueOf);
    expect(due.filter((day) => day <= "2026-11-17").length).toBeGreaterThan(0);
    expect(due.filter((day) => day > "2026-11-17" && day <= "2026-11-21").length).toBeGreaterThan(0);
    expect(due.filter((day) => day > TODAY).length).toBeGreaterThan(due.length / 2);
  });

  test("give no injection before its medication was begun, nor less than three weeks after another", () => {
    for (const [patientId, schedule] of schedules) {
      const chart = charts.find(({ patient }) => patient.patientId === patientId);
      const medication = schedule[0]?.values.medication;
      const begun = chart?.medicationChanges.find((one) => one.medication === medication)?.changedOn ?? TODAY;
      const given = schedule.map(({ values: { givenOn } }) => Date.parse(String(givenOn)));
      expect(given.every((day) => day >= Date.parse(begun))).toBe(true);
      for (const [place, day] of given.entries())
        if (place > 0) expect(day - (given[place - 1] ?? 0)).toBeGreaterThanOrEqual(21 * 86_400_000);
    }
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

test("directors of the program noted what changed, on the day after, and one made a report of a quarter that was over", () => {
  const { notes, views, report } = life.outcomes;
  for (const { programId, staffId, on, recordedAt } of notes) {
    expect(staff.get(staffId)).toMatchObject({ role: "director" });
    expect(staff.get(staffId)?.programIds).toContain(programId);
    expect(recordedAt.slice(0, 10) > on && recordedAt.slice(0, 10) < TODAY).toBe(true);
  }
  expect(new Set(notes.map(({ programId }) => programId)).size).toBe(3);
  expect(views.map(({ shared }) => shared)).toEqual([true, false]);
  expect(report.madeAt.slice(0, 10)).toBe(report.filter.asOf);
  expect(report.filter.asOf).toBe("2026-07-07");
});
