import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { todayIn } from "@soundings/api";
import { programPractice } from "@soundings/contract";
import { STORIES } from "@soundings/demo-clinic";
import {
  auditEntries,
  consentsAndDisclosures,
  EVERYONE,
  listColleagues,
  listCovers,
  listMeetings,
  noticesOf,
  openedOutside,
  openStore,
  readContact,
  readKeptReport,
  readKeptReports,
  readKeptViews,
  readPrograms,
  readWrittenNotes,
  type Store,
  verifyStore,
} from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDemo } from "./fill.ts";

const dataDir = mkdtempSync(join(tmpdir(), "soundings-test-"));
let store: Store;

beforeAll(async () => {
  await fillDemo({ dataDir, key: null }, () => {});
  store = openStore({ dataDir, access: "write" });
}, 300_000);

afterAll(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Every value of a column, by a connection that knows nothing of the product. */
function column(sql: string): string[] {
  const database = new DatabaseSync(join(dataDir, "soundings.db"), { readOnly: true });
  const values = database
    .prepare(sql)
    .all()
    .map((row) => String(Object.values(row)[0]));
  database.close();
  return values;
}

describe("the life of the demo clinic", () => {
  it("is what the product would have written: nothing is wrong with any of it", async () => {
    expect(await verifyStore(store)).toEqual([]);
  });

  it("has its settings, covers, meetings, contact details, consents and disclosures", () => {
    const today = todayIn();
    for (const { practice } of readPrograms(store.reader)) {
      const { crisisLine, holidays, onCall } = programPractice.parse(JSON.parse(practice ?? ""));
      expect(crisisLine).toMatch(/-555-01\d\d$/);
      expect(holidays).toHaveLength(2);
      expect(onCall.length).toBeGreaterThan(1);
    }
    const covers = listCovers(store.reader, today);
    expect(covers.filter(({ startsOn }) => startsOn <= today)).toHaveLength(1);
    expect(covers.filter(({ startsOn }) => startsOn > today)).toHaveLength(1);
    expect(listMeetings(store.reader, today).map(({ people }) => people.length)).toEqual([4, 4]);
    expect(column("select patient_id from contacts")).toHaveLength(40);
    const consents = column("select distinct patient_id from consents").map((patientId) =>
      consentsAndDisclosures(store, patientId),
    );
    expect(consents).toHaveLength(30);
    expect(column("select basis from disclosures").toSorted()).toEqual([
      "consent",
      "consent",
      "consent",
      "medical_emergency",
      "other:audit_evaluation",
      "other:to_patient",
    ]);
  });

  it("holds one opening from outside, of which the directors of the program have a notice and the audit both entries", () => {
    const [opening, ...more] = openedOutside(store, EVERYONE);
    expect(more).toEqual([]);
    const directors = listColleagues(store.reader).filter(({ roles }) =>
      roles.some(({ role, programIds }) => role === "director" && programIds.includes("lighthouse")),
    );
    expect(directors.length).toBeGreaterThan(1);
    for (const { personId } of directors) {
      expect(noticesOf(store, personId, EVERYONE)).toMatchObject([
        { patientId: opening?.patientId, reason: opening?.reason, seenAt: null },
      ]);
    }
    const told = column("select distinct person_id from notices");
    expect(told.toSorted()).toEqual(directors.map(({ personId }) => personId).toSorted());
    const entries = column(`select event from audit_entries where event like 'glass_%' order by seq`);
    expect(entries).toEqual(["glass_asked", "glass_opened"]);
  });

  it("is entered in the audit as the demo clinic's own doing", () => {
    const entries = auditEntries(store, { of: "site" }, {}, { limit: 200 });
    const counted = (event: string) => entries.filter((one) => one.event === event);
    expect(counted("contact_changed")).toHaveLength(40);
    expect(counted("disclosed")).toHaveLength(6);
    expect(counted("program_changed")).toHaveLength(5);
    expect(counted("consent_recorded").every(({ actor }) => actor === "the demo clinic")).toBe(true);
  });

  it("names no telephone and no mail that could be somebody's", () => {
    const phones = [
      ...column("select phone from patients where phone is not null"),
      ...column("select emergency_phone from contacts where emergency_phone is not null"),
      ...column("select practice from program_practices").flatMap(
        (practice) => practice.match(/\+?1?-?\d{3}-555-\d+/g) ?? [],
      ),
    ];
    expect(phones.length).toBeGreaterThan(100);
    expect(phones.filter((phone) => !/^\+1-\d{3}-555-01\d\d$/.test(phone))).toEqual([]);
    const mail = [
      ...column("select email from people"),
      ...column("select email from staff where email is not null"),
      ...column("select email from patients where email is not null"),
    ];
    expect(mail.length).toBeGreaterThan(100);
    expect(mail.filter((address) => !/@(clinic|mail)\.example$/.test(address))).toEqual([]);
  });

  it("leaves the patients with a story as their stories tell them", () => {
    for (const { recordNumber } of STORIES) {
      expect(readContact(store.reader, recordNumber)?.revision).toBe(0);
      expect(consentsAndDisclosures(store, recordNumber)).toMatchObject({ consents: [], disclosures: [] });
    }
  });

  it("holds what clinicians entered, each with its entry in the audit, and how long answers took", () => {
    const kept = ["notes", "medication_notes", "injections"].flatMap((table) => {
      const rows = column(`select patient_id from ${table}`);
      expect(new Set(rows).size).toBeGreaterThan(10);
      return rows;
    });
    for (const recordNumber of ["D-20101", "D-20104", "D-20107", "D-20108", "D-20116", "D-20118"])
      expect(kept).toContain(recordNumber);
    const entries = column("select patient_id from audit_entries where event = 'record_entered'");
    expect(entries.toSorted()).toEqual(kept.toSorted());
    expect(column("select seconds from assessment_timings where seconds < 18")).toHaveLength(1);
  });

  it("gives the prescribers' list injections that are overdue and next visits of most", () => {
    const trends = column("select trend from episode_summaries where trend is not null");
    expect(trends.filter((trend) => trend.includes("injection_overdue")).length).toBeGreaterThanOrEqual(1);
    const ahead = `select distinct patient_id from sessions where service = 'psychiatry' and status = 'scheduled'
      and scheduled_start > strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`;
    expect(column(ahead).length).toBeGreaterThan(120);
  });

  it("holds what directors noted, kept and made among program outcomes, each with its entry", () => {
    const programs = ["breakwater", "compass", "headland", "lighthouse", "tidewater"];
    const notes = readWrittenNotes(store.reader, programs);
    expect(new Set(notes.map(({ programName }) => programName)).size).toBe(3);
    for (const { by, on, recordedAt, programId } of notes) {
      expect(recordedAt.slice(0, 10) > on && recordedAt.slice(0, 10) < todayIn()).toBe(true);
      const directs = listColleagues(store.reader).find(({ name }) => name === by);
      expect(
        directs?.roles.some(({ role, programIds }) => role === "director" && programIds.includes(programId)),
      ).toBe(true);
    }
    const marian = listColleagues(store.reader).find(({ staffId }) => staffId === "L-01")?.personId ?? "";
    const views = readKeptViews(store.reader, marian, programs);
    expect(views.map(({ shared, mine }) => [shared, mine]).toSorted()).toEqual([
      [false, true],
      [true, true],
    ]);
    const [report, ...more] = readKeptReports(store.reader, programs);
    expect(more).toEqual([]);
    expect(report).toMatchObject({ by: "Marian Olivecaptain", programIds: ["tidewater"] });
    expect(report?.madeAt.slice(0, 10)).toBe(report?.asOf);
    const whole = readKeptReport(store.reader, report?.reportId ?? "", programs);
    const document = JSON.parse(whole?.document ?? "") as {
      synthetic: boolean;
      question: { to: string; asOf: string };
    };
    expect(document.synthetic).toBe(true);
    expect(document.question.to < document.question.asOf).toBe(true);
    expect(whole?.document).toContain("Bus runs again");
    const entries = column("select event from audit_entries where event like 'outcomes_%'");
    expect(entries.toSorted()).toEqual([
      ...notes.map(() => "outcomes_noted"),
      "outcomes_report_made",
      ...views.map(() => "outcomes_view_kept"),
    ]);
  });

  it("is not made again on its day", async () => {
    const head = column("select max(seq) from audit_entries");
    expect(await fillDemo({ dataDir, key: null }, () => {})).toBe(false);
    expect(column("select max(seq) from audit_entries")).toEqual(head);
  });
});
