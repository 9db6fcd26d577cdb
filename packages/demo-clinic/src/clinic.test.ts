import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Chart,
  DEFAULT_ZONE,
  dateOf,
  type Finding,
  instantFromMs,
  problemOf,
  RECORD_KINDS,
  type RecordKind,
  type RecordOfKind,
  startOfDay,
} from "@soundings/clinical";
import { readClinicFolder } from "@soundings/interchange";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTreatment } from "./clinic.testkit.ts";
import { demoCharts, demoClinic } from "./clinic.ts";
import { dateFrom, daysAround } from "./days.ts";
import { STORIES } from "./stories/stories.ts";
import { writeDemoClinic } from "./write.ts";

const TODAY = "2026-11-23";
const YESTERDAY = "2026-11-22";
const options = (today: string, seed = 1) => ({ seed, today: dateFrom(today) });

const KEYS: { readonly [K in RecordKind]: (record: RecordOfKind[K]) => string } = {
  program: (record) => record.programId,
  staff: (record) => record.staffId,
  patient: (record) => record.patientId,
  episode: (record) => record.episodeId,
  placement: (record) => `${record.episodeId}/${record.startedOn}`,
  assessment: (record) => record.assessmentId,
  session: (record) => record.sessionId,
  screen: (record) => `${record.screenId}/${record.analyte ?? ""}/${record.method ?? ""}`,
  medication_change: (record) => record.medicationChangeId,
  event: (record) => record.eventId,
  decision: (record) => record.decisionId,
};

describe("the records", () => {
  const tables = demoClinic(options(TODAY));
  const charts = demoCharts(options(TODAY));
  const count = (kind: RecordKind) => Array.from(tables[kind] as Iterable<unknown>).length;

  test("are as many as a clinic of this size has", () => {
    const episodes = [...tables.episode];
    const active = episodes.filter(({ dischargedOn }) => dischargedOn === null).length;
    expect(active).toBeGreaterThanOrEqual(205);
    expect(active).toBeLessThanOrEqual(240);
    expect(episodes.length - active).toBeGreaterThanOrEqual(2400);
    expect(episodes.length - active).toBeLessThanOrEqual(2700);
    expect(count("session")).toBeLessThanOrEqual(106_000);
    expect(count("screen")).toBeLessThanOrEqual(250_000);
    expect(count("assessment")).toBeGreaterThanOrEqual(36_000);
  });

  test("give every therapist a caseload of 14 to 23", () => {
    const active = [...tables.episode].filter(({ dischargedOn }) => dischargedOn === null);
    const caseloads = Map.groupBy(active, ({ therapistId }) => therapistId);
    expect(caseloads.size).toBe(12);
    for (const [therapist, episodes] of caseloads) {
      expect([therapist, episodes.length >= 14 && episodes.length <= 23]).toEqual([therapist, true]);
    }
  });

  test.each([...RECORD_KINDS])("keep the laws of one record: %s", (kind) => {
    const problems = Array.from(tables[kind] as Iterable<RecordOfKind[typeof kind]>, (record) =>
      problemOf(kind, record),
    );
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });

  test.each([...RECORD_KINDS])("have keys that are unique and in order: %s", (kind) => {
    const keyOf = KEYS[kind] as (record: unknown) => string;
    const keys = Array.from(tables[kind] as Iterable<unknown>, keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.findIndex((key, place) => key < (keys[place - 1] ?? ""))).toBe(-1);
  });

  test("refer only to what there is", () => {
    const staff = new Set(Array.from(tables.staff, ({ staffId }) => staffId));
    const programs = new Set(Array.from(tables.program, ({ programId }) => programId));
    for (const episode of tables.episode) {
      expect(
        programs.has(episode.programId) &&
          staff.has(episode.therapistId ?? "") &&
          staff.has(episode.prescriberId ?? ""),
      ).toBe(true);
    }
    const strangers = Array.from(tables.session).filter(
      ({ staffId }) => staffId === null || !staff.has(staffId),
    );
    expect(strangers).toEqual([]);
  });

  test("are dated up to yesterday, but for the sessions of the week ahead and today's admissions", () => {
    const dates = [
      ...Array.from(tables.assessment, ({ administeredOn }) => administeredOn),
      ...Array.from(tables.screen, ({ scheduledOn }) => scheduledOn),
      ...Array.from(tables.event, ({ occurredOn }) => occurredOn),
      ...Array.from(tables.decision, ({ decidedOn }) => decidedOn),
      ...Array.from(tables.medication_change, ({ changedOn }) => changedOn),
    ];
    expect(dates.filter((date) => date > YESTERDAY)).toEqual([]);
    const ahead = Array.from(tables.session).filter(
      ({ scheduledStart }) => dateOf(scheduledStart, DEFAULT_ZONE) >= TODAY,
    );
    expect(ahead.length).toBeGreaterThan(400);
    expect(ahead.every(({ status }) => status === "scheduled")).toBe(true);
    expect(Array.from(tables.episode).filter(({ admittedOn }) => admittedOn > TODAY)).toEqual([]);
  });

  test("know nothing that was recorded after yesterday", () => {
    const midnight = startOfDay(dateFrom(TODAY), DEFAULT_ZONE);
    const recorded = [
      tables.assessment,
      tables.session,
      tables.screen,
      tables.event,
      tables.decision,
    ].flatMap((rows) =>
      Array.from(
        rows as Iterable<{ readonly recordedAt: string | null }>,
        ({ recordedAt }) => recordedAt ?? "",
      ),
    );
    expect(recorded.filter((instant) => instant >= midnight)).toEqual([]);
  });

  test("give nobody the name of another", () => {
    const names = Array.from(tables.patient, ({ givenName, familyName }) => `${givenName} ${familyName}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("hold each kind of course and of ending", () => {
    const reasons = Map.groupBy(tables.episode, ({ dischargeReason }) => dischargeReason);
    const share = (reason: Parameters<typeof reasons.get>[0]) => (reasons.get(reason)?.length ?? 0) / 2500;
    expect(share("completed")).toBeGreaterThan(0.55);
    expect(share("completed")).toBeLessThan(0.68);
    expect(share("against_advice") + share("lost_contact")).toBeGreaterThan(0.2);
    expect(share("against_advice") + share("lost_contact")).toBeLessThan(0.32);
    expect(reasons.get("deceased")?.length ?? 0).toBeLessThan(8);
    expect(
      Array.from(tables.placement).filter(({ levelOfCare }) => levelOfCare === "php").length,
    ).toBeGreaterThan(150);
    expect(
      Array.from(tables.placement).filter(({ levelOfCare }) => levelOfCare === "op").length,
    ).toBeGreaterThan(150);
    const again = charts.filter(({ episodes }) => episodes.length > 1).length;
    expect(again).toBeGreaterThan(30);
  });

  test("hold measures of every quality, and reasons for the missing ones", () => {
    const assessments = [...tables.assessment];
    const some = (holds: (assessment: (typeof assessments)[number]) => boolean) =>
      assessments.filter(holds).length;
    expect(
      some(({ items, total }) => total !== null && items.every((item) => item === null)),
    ).toBeGreaterThan(100);
    expect(
      some(
        ({ instrument, items }) =>
          instrument === "phq-9" && items.slice(0, 9).includes(null) && items[0] !== null,
      ),
    ).toBeGreaterThan(100);
    expect(some(({ status }) => status === "entered_in_error")).toBeGreaterThan(50);
    expect(
      some(
        ({ recordedAt, administeredOn }) =>
          recordedAt !== null && dateOf(recordedAt, DEFAULT_ZONE) > administeredOn,
      ),
    ).toBeGreaterThan(100);
    const missed = new Set(
      Array.from(tables.event).flatMap(({ kind, result }) => (kind === "measure_missed" ? [result] : [])),
    );
    expect(missed).toEqual(new Set(["refused", "absent", "not_asked", "unable"]));
  });
});

async function hashOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(folder)).toSorted())
    hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest("hex");
}

describe("the folder", () => {
  let parent = "";
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "demo-clinic-"));
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  const written = async (name: string, today: string, seed = 1) => {
    const folder = join(parent, name);
    await writeDemoClinic(folder, options(today, seed));
    return hashOf(folder);
  };

  test("has the same bytes for the same seed and day, and others for another", async () => {
    const first = await written("first", TODAY);
    expect(await written("again", TODAY)).toBe(first);
    expect(await written("tomorrow", "2026-11-24")).not.toBe(first);
    expect(await written("other-seed", TODAY, 2)).not.toBe(first);
  }, 120_000);

  test("is read without a row set aside and without a warning", async () => {
    const folder = join(parent, "read");
    const { rows } = await writeDemoClinic(folder, options(TODAY));
    const now = instantFromMs(Date.parse("2026-11-23T08:30:00Z"));
    const seen = new Map<string, number>();
    for await (const { type } of readClinicFolder(folder, { zone: () => DEFAULT_ZONE, now })) {
      seen.set(type, (seen.get(type) ?? 0) + 1);
    }
    expect([seen.get("rejected"), seen.get("warning")]).toEqual([undefined, undefined]);
    expect(seen.get("row")).toBe(Object.values(rows).reduce((sum, count) => sum + count, 0));
  }, 120_000);
});

const SAFETY = new Set(["suicidal-ideation", "risk-assessment-overdue", "item-9-unknown", "c-ssrs-risk"]);

/** Days of every kind, also the week after a holiday, in which more people than usual have not been seen for seven days. */
const ANY_DAY = [TODAY, "2026-11-24", "2026-12-02", "2026-12-31", "2027-03-14", "2027-07-09", "2028-02-29"];

describe("the findings", () => {
  const load = (charts: readonly Chart[], today: string) => {
    const stays = charts.flatMap((chart) => inTreatment(chart, today));
    const pressing = ({ urgency }: Finding) => urgency === "immediate" || urgency === "same_day";
    const findings = stays.flatMap((stay) => stay.findings);
    return {
      people: stays.length,
      flagged: stays.filter((stay) => stay.findings.length > 0).length,
      pressing: stays.filter((stay) => stay.findings.some(pressing)).length,
      safety: findings.filter((finding) => SAFETY.has(finding.rule) && pressing(finding)).length,
      ready: findings.filter(({ rule }) => rule === "step-down-ready").length,
      overdue: findings.filter(({ rule }) => rule === "measure-overdue").length,
    };
  };

  test.each(ANY_DAY)("are as many as a team can work through: %s", (today) => {
    const { people, flagged, pressing, safety, ready, overdue } = load(demoCharts(options(today)), today);
    expect(flagged / people).toBeGreaterThan(0.22);
    expect(flagged / people).toBeLessThan(0.45);
    expect(pressing / people).toBeLessThan(0.17);
    expect(safety).toBeGreaterThanOrEqual(5);
    expect(safety).toBeLessThanOrEqual(20);
    expect(ready).toBeGreaterThanOrEqual(7);
    expect(ready).toBeLessThanOrEqual(26);
    expect(overdue / people).toBeLessThan(0.13);
  });
});

test("the plants of the stories' names are nobody else's", () => {
  const familyNames = new Set(STORIES.map(({ familyName }) => familyName));
  const others = demoCharts(options(TODAY)).filter(
    ({ patient }) => !STORIES.some(({ recordNumber }) => recordNumber === patient.patientId),
  );
  expect(others.filter(({ patient }) => familyNames.has(patient.familyName))).toEqual([]);
  expect(daysAround(dateFrom(TODAY), DEFAULT_ZONE).date(-1)).toBe(YESTERDAY);
});
