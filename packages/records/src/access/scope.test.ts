import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listPrograms, listStaff } from "../caseload/options.reads.ts";
import { newStore } from "../example-clinic.fixture.ts";
import type { Bound } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { episodeInScope, sessionInScope } from "./conditions.ts";
import { EVERYONE, type PatientScope, type ScopePart } from "./scope.ts";
import { concernedAmong, visibleAmong, visiblePatient } from "./visible.reads.ts";

const PATIENTS = ["P-1", "P-2", "P-3", "P-4", "P-5"];
const STAFF = ["S-1", "S-2", "S-3"];
const PROGRAMS = ["G-1", "G-2", "G-3"];

interface Episode {
  readonly patientId: string;
  readonly programId: string;
  readonly therapistId: string | null;
  readonly prescriberId: string | null;
  readonly phase: "active" | "window" | null;
}
interface Session {
  readonly patientId: string;
  readonly staffId: string | null;
}
interface Clinic {
  readonly episodes: readonly Episode[];
  readonly sessions: readonly Session[];
}

const staff = fc.option(fc.constantFrom(...STAFF));
const clinic: fc.Arbitrary<Clinic> = fc.record({
  episodes: fc.array(
    fc.record({
      patientId: fc.constantFrom(...PATIENTS.slice(0, 4)),
      programId: fc.constantFrom(...PROGRAMS),
      therapistId: staff,
      prescriberId: staff,
      phase: fc.constantFrom("active", "window", null),
    }),
    { maxLength: 8 },
  ),
  sessions: fc.array(fc.record({ patientId: fc.constantFrom(...PATIENTS), staffId: staff }), {
    maxLength: 6,
  }),
});

const programIds = fc.subarray([...PROGRAMS, "G-404"]);
const part: fc.Arbitrary<ScopePart> = fc.oneof(
  fc.record({
    of: fc.constant("staff" as const),
    staffId: fc.constantFrom(...STAFF, "S-404"),
    programIds: fc.option(programIds),
  }),
  fc.record({ of: fc.constant("programs" as const), programIds }),
  fc.record({ of: fc.constant("in_treatment" as const), programIds }),
  fc.record({ of: fc.constant("patients" as const), patientIds: fc.subarray([...PATIENTS, "P-404"]) }),
  fc.record({ of: fc.constant("led" as const), staffId: fc.constantFrom(...STAFF) }),
);
const scope: fc.Arbitrary<PatientScope> = fc.oneof(
  { weight: 9, arbitrary: fc.array(part, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant(EVERYONE) },
);

function partHolds(one: ScopePart, e: Episode): boolean {
  if (one.of === "everyone") return true;
  if (one.of === "staff") {
    const isHeld = e.therapistId === one.staffId || e.prescriberId === one.staffId;
    return isHeld && (one.programIds === null || one.programIds.includes(e.programId));
  }
  if (one.of === "programs") return one.programIds.includes(e.programId);
  if (one.of === "in_treatment") return one.programIds.includes(e.programId) && e.phase === "active";
  return one.of === "patients" && one.patientIds.includes(e.patientId);
}

/** The scopes as their words say, over the clinic in memory. */
function reading({ episodes, sessions }: Clinic, whose: PatientScope) {
  const holdsEpisode = (e: Episode) => whose.some((one) => partHolds(one, e));
  const isListed = (id: string) =>
    whose.some((one) => one.of === "everyone" || (one.of === "patients" && one.patientIds.includes(id)));
  const isVisible = (id: string) =>
    isListed(id) || episodes.some((e) => e.patientId === id && holdsEpisode(e));
  const isLed = (s: Session) => whose.some((one) => one.of === "led" && one.staffId === s.staffId);
  return {
    episodes: episodes.flatMap((e, place) => (holdsEpisode(e) ? [`E-${place}`] : [])),
    patients: PATIENTS.filter(isVisible),
    sessions: sessions.flatMap((s, place) => (isVisible(s.patientId) || isLed(s) ? [`V-${place}`] : [])),
    concerned: PATIENTS.filter((id) => isVisible(id) || sessions.some((s) => s.patientId === id && isLed(s))),
    inTreatment: (by: (e: Episode) => readonly (string | null)[]) => {
      const counts: Record<string, number> = {};
      for (const e of episodes.filter((one) => one.phase === "active" && holdsEpisode(one))) {
        for (const id of new Set(by(e))) if (id !== null) counts[id] = (counts[id] ?? 0) + 1;
      }
      return counts;
    },
  };
}

let store: Store;
beforeAll(() => {
  store = newStore();
});
afterAll(() => store.close());

function insert(table: string, row: Readonly<Record<string, Bound>>): void {
  const names = Object.keys(row);
  const places = names.map(() => "?").join(", ");
  store.writer
    .statement(`insert into ${table} (${names.join(", ")}) values (${places})`)
    .run(Object.values(row));
}

function fill({ episodes, sessions }: Clinic): void {
  store.writer.act(() => {
    for (const table of ["sessions", "episode_summaries", "episodes"])
      store.writer.exec(`delete from ${table}`);
    for (const [place, e] of episodes.entries()) {
      const key = { episode_id: `E-${place}`, patient_id: e.patientId, program_id: e.programId };
      const held = { therapist_id: e.therapistId, prescriber_id: e.prescriberId };
      insert("episodes", { ...key, ...held, admitted_on: "2026-02-02", diagnoses: "[]" });
      if (e.phase === null) continue;
      const counts = { week: 1, finding_count: 1, overdue: 0, ready: 0 };
      const texts = { as_of: "2026-03-16", level_of_care: "iop", rank: "", summary: "{}" };
      insert("episode_summaries", { ...key, ...counts, ...texts, phase: e.phase });
    }
    for (const [place, s] of sessions.entries()) {
      const when = { scheduled_start: "2026-03-16T17:00:00Z", scheduled_minutes: 60 };
      const what = { service: "group", status: "attended", staff_id: s.staffId };
      insert("sessions", { session_id: `V-${place}`, patient_id: s.patientId, ...when, ...what });
    }
  });
}

beforeEach(() => {
  store.writer.act(() => {
    for (const table of ["sessions", "episode_summaries", "episodes", "patients", "staff", "programs"])
      store.writer.exec(`delete from ${table}`);
    for (const id of PROGRAMS)
      insert("programs", { program_id: id, name: id, level_of_care: "iop", tracks: "[]", modalities: "[]" });
    for (const id of STAFF) insert("staff", { staff_id: id, name: id, role: "therapist", program_ids: "[]" });
    for (const id of PATIENTS)
      insert("patients", {
        patient_id: id,
        given_name: "A",
        family_name: "B",
        birth_date: "1990-01-01",
        folded_name: "b a",
      });
  });
});

function episodesOf(whose: PatientScope): readonly string[] {
  const { reader } = store;
  const query = reader.query.selectFrom("episodes as e").select("e.episode_id as id").orderBy("id");
  return reader.all(query.where(episodeInScope(whose, "e"))).map(({ id }) => id);
}

function sessionsOf(whose: PatientScope): readonly string[] {
  const { reader } = store;
  const query = reader.query.selectFrom("sessions as v").select("v.session_id as id").orderBy("id");
  return reader.all(query.where(sessionInScope(whose, "v"))).map(({ id }) => id);
}

const counted = (rows: readonly { readonly id: string; readonly inTreatment: number }[]) =>
  Object.fromEntries(rows.filter((row) => row.inTreatment > 0).map((row) => [row.id, row.inTreatment]));

describe("a scope in SQL", () => {
  it("holds whom its words say, in any clinic", async () => {
    await fc.assert(
      fc.asyncProperty(clinic, fc.array(scope, { minLength: 4, maxLength: 4 }), async (given, scopes) => {
        fill(given);
        for (const whose of scopes) {
          const expected = reading(given, whose);
          expect(episodesOf(whose)).toEqual(expected.episodes);
          expect(visibleAmong(store, whose, [...PATIENTS, "P-404"])).toEqual(expected.patients);
          expect(concernedAmong(store, whose, PATIENTS)).toEqual(expected.concerned);
          expect(sessionsOf(whose)).toEqual(expected.sessions);
          const byStaff = (await listStaff(store, whose)).map((row) => ({ ...row, id: row.staffId }));
          expect(counted(byStaff)).toEqual(expected.inTreatment((e) => [e.therapistId, e.prescriberId]));
          const byProgram = (await listPrograms(store, whose)).map((row) => ({ ...row, id: row.programId }));
          expect(counted(byProgram)).toEqual(expected.inTreatment((e) => [e.programId]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("holds nobody without a part, and nobody with sessions alone", () => {
    const held = { programId: "G-1", therapistId: "S-1", prescriberId: null, phase: "active" } as const;
    fill({ episodes: [{ patientId: "P-1", ...held }], sessions: [{ patientId: "P-1", staffId: "S-2" }] });
    for (const whose of [[], [{ of: "led", staffId: "S-2" }]] as readonly PatientScope[]) {
      expect(episodesOf(whose)).toEqual([]);
      expect(visiblePatient(store, whose, "P-1")).toBe(false);
    }
    expect(sessionsOf([])).toEqual([]);
    expect(sessionsOf([{ of: "led", staffId: "S-2" }])).toEqual(["V-0"]);
  });

  it("lists as staff and programs only those of patients in scope", async () => {
    const of = (patientId: string, programId: string, therapistId: string) =>
      ({ patientId, programId, therapistId, prescriberId: null, phase: "active" }) as const;
    fill({ episodes: [of("P-1", "G-1", "S-1"), of("P-2", "G-2", "S-2")], sessions: [] });
    const own: PatientScope = [{ of: "staff", staffId: "S-1", programIds: null }];
    expect((await listStaff(store, own)).map(({ staffId }) => staffId)).toEqual(["S-1"]);
    expect((await listPrograms(store, own)).map(({ programId }) => programId)).toEqual(["G-1"]);
    expect(await listStaff(store, [])).toEqual([]);
    expect((await listStaff(store, EVERYONE)).map(({ staffId }) => staffId)).toEqual(STAFF);
  });
});
