import { URGENCIES } from "@soundings/clinical";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYONE, type PatientScope } from "../access/scope.ts";
import {
  CLINIC,
  DAY_PROGRAM,
  day,
  episode,
  type GivenRow,
  moment,
  newStore,
  patient,
  phq9,
  placement,
  row,
  session,
  TODAY,
  take,
} from "../example-clinic.fixture.ts";
import { refreshFindings } from "../findings/refresh.ts";
import type { Store } from "../store/store.ts";
import { caseloadPage } from "./caseload.reads.ts";
import type { AskedCaseload, Caseload, CaseloadQuery, CaseloadSort } from "./caseload.types.ts";
import { caseloadAsOf } from "./caseload-as-of.ts";
import { listPrograms, listStaff } from "./options.reads.ts";

const SORTS: readonly CaseloadSort[] = [
  "urgency",
  "name",
  "program",
  "week",
  "phq9",
  "phq9_change",
  "gad7",
  "gad7_change",
  "attendance",
  "next_due",
  "step_down",
];

/** Forty more people whose scores, attendance, programs and names differ, some after discharge. */
function crowd(): readonly GivenRow[] {
  const people = Array.from({ length: 40 }, (_, index) => index);
  const id = (prefix: string, index: number): string => `${prefix}-${String(index).padStart(3, "0")}`;
  const names = ["Ångström", "de la Cruz", "O'Brien", "Zoë", "müller"];
  return [
    ...people.map((index) =>
      patient(id("C", index), {
        familyName: `${names[index % names.length]} ${index % 4}`,
        givenName: index % 2 === 0 ? "Iñaki" : "Sam",
      }),
    ),
    ...people.map((index) =>
      episode(id("G", index), id("C", index), {
        programId: index % 3 === 0 ? "IOP-EVE" : "IOP-DAY",
        therapistId: index % 4 === 0 ? null : "S-1",
        admittedOn: day(`2026-0${(index % 2) + 1}-${String((index % 20) + 8).padStart(2, "0")}`),
        ...(index % 10 === 9 ? { dischargedOn: day("2026-03-13"), dischargeReason: "completed" } : {}),
      }),
    ),
    ...people.map((index) =>
      placement(id("G", index), {
        startedOn: day(`2026-0${(index % 2) + 1}-${String((index % 20) + 8).padStart(2, "0")}`),
        levelOfCare: index % 7 === 0 ? "op" : "iop",
      }),
    ),
    ...people.flatMap((index) =>
      [0, 1, 2].map((week) =>
        phq9(`${id("H", index)}-${week}`, id("C", index), `2026-03-0${week * 3 + 1}`, [
          index % 4,
          (index + week) % 4,
          week % 4,
          (index * week) % 4,
          1,
          1,
          0,
          0,
          index % 10 === 9 ? 1 : 0,
        ]),
      ),
    ),
    ...people
      .filter((index) => index % 3 !== 1)
      .map((index) =>
        session(id("W", index), id("C", index), "2026-03-12T17:00:00Z", {
          status: index % 5 === 0 ? "no_show" : "attended",
        }),
      ),
  ];
}

let store: Store;

beforeAll(async () => {
  store = newStore();
  const report = await take(store, [...CLINIC, ...crowd()]);
  expect(report.ok).toBe(true);
});

afterAll(() => store.close());

function ids({ rows }: Caseload): readonly string[] {
  return rows.map(({ episodeId }) => episodeId);
}

function of(filter: CaseloadQuery): AskedCaseload {
  return { scope: EVERYONE, filter };
}

/** The stored list of today. */
async function page(from: Store, query: CaseloadQuery, limit?: number): Promise<Caseload> {
  const stored = await caseloadPage(from, of(query), TODAY, limit);
  if (stored === null) throw new Error("what is stored is of another day");
  return stored;
}

async function chosen(query: CaseloadQuery): Promise<readonly string[]> {
  return ids(await page(store, query));
}

describe("the caseload of today", () => {
  it("is in worklist order, with names", async () => {
    const { rows, total, counts } = await page(store, {});
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).toSorted());
    expect(total).toBe(rows.length);
    const first = rows.find(({ episodeId }) => episodeId === "E-2");
    expect(first).toMatchObject({
      givenName: "José",
      familyName: "Muñoz",
      programName: "Day IOP",
      therapistId: "S-1",
      therapistName: "Therapist One",
      correctedSince: false,
    });
    expect(counts.inTreatment).toBe(38);
    const byUrgency = URGENCIES.map((urgency) => counts[urgency]);
    const withFinding = rows.filter(({ leading }) => leading !== null).length;
    expect(byUrgency.reduce((sum, count) => sum + count, 0)).toBe(withFinding);
  });

  it("holds people after discharge only for their safety findings, and does not count them as in treatment", async () => {
    const { rows } = await page(store, {});
    const window = rows.filter(({ phase }) => phase === "window");
    expect(window).toHaveLength(4);
    expect(window.every(({ findingCount }) => findingCount > 0)).toBe(true);
  });

  it("is found by name in any case, with or without accents, or by record number", async () => {
    expect(await chosen({ q: "munoz" })).toEqual(["E-2"]);
    expect(await chosen({ q: "MUÑOZ josé" })).toEqual(["E-2"]);
    expect(await chosen({ q: "muñoz ada" })).toEqual([]);
    expect(await chosen({ q: "c-007" })).toEqual(["G-007"]);
    expect(await chosen({ q: "angstrom inaki" })).not.toEqual([]);
    expect(await chosen({ q: "%" })).toEqual([]);
    expect(await chosen({ q: "_" })).toEqual([]);
    expect(await chosen({ q: "\\" })).toEqual([]);
  });

  it("counts the chosen therapist and program before the other filters", async () => {
    const all = await page(store, { program: "IOP-EVE" });
    const narrowed = await page(store, { program: "IOP-EVE", urgency: "routine", q: "sam" });
    expect(narrowed.counts).toEqual(all.counts);
    expect(narrowed.total).toBeLessThan(all.total);
  });

  it("holds the patients of a prescriber", async () => {
    expect(await chosen({ prescriber: "S-9" })).toEqual(["E-1"]);
    expect(await chosen({ prescriber: "S-1" })).toEqual([]);
  });

  it("links each count to its list", async () => {
    const { counts } = await page(store, {});
    for (const urgency of URGENCIES) expect(await chosen({ urgency })).toHaveLength(counts[urgency]);
    expect(await chosen({ overdue: true })).toHaveLength(counts.overdue);
    expect(await chosen({ ready: true })).toHaveLength(counts.ready);
  });

  it("puts rows without a value last, whichever way it is sorted", async () => {
    for (const dir of ["asc", "desc"] as const) {
      const { rows } = await page(store, { sort: "attendance", dir });
      const known = rows.map(({ attendance14 }) => attendance14.countable > 0);
      expect(known).toEqual(known.toSorted((a, b) => Number(b) - Number(a)));
      expect(known).toContain(false);
    }
  });

  it("gives a page and says how many there are", async () => {
    const first = await page(store, { sort: "name" }, 5);
    expect(first.rows).toHaveLength(5);
    expect(first.total).toBeGreaterThan(40);
  });

  it("is empty in an empty database", async () => {
    const empty = newStore();
    const none = await page(empty, {});
    expect(none).toMatchObject({ rows: [], total: 0, counts: { inTreatment: 0, overdue: 0, ready: 0 } });
    empty.close();
  });

  it("offers everybody on the staff and every program, with those in treatment", async () => {
    const staff = await listStaff(store, EVERYONE);
    expect(staff.map(({ staffId, inTreatment }) => [staffId, inTreatment])).toEqual([
      ["S-9", 1],
      ["S-1", 28],
    ]);
    const programs = await listPrograms(store, EVERYONE);
    expect(programs.reduce((sum, { inTreatment }) => sum + inTreatment, 0)).toBe(38);
  });
});

describe("the caseload of an earlier day", () => {
  const scope = fc.constantFrom<PatientScope>(
    EVERYONE,
    EVERYONE,
    [],
    [{ of: "staff", staffId: "S-1", programIds: ["IOP-DAY"] }],
    [{ of: "staff", staffId: "S-9", programIds: null }],
    [{ of: "programs", programIds: ["IOP-EVE"] }],
    [{ of: "in_treatment", programIds: ["IOP-DAY", "IOP-EVE"] }],
    [
      { of: "patients", patientIds: ["P-2", "C-007"] },
      { of: "led", staffId: "S-1" },
    ],
  );
  const query = fc.record(
    {
      therapist: fc.constantFrom("S-1", "S-9"),
      prescriber: fc.constantFrom("S-1", "S-9"),
      program: fc.constantFrom("IOP-DAY", "IOP-EVE"),
      level: fc.constantFrom("iop", "op"),
      finding: fc.constantFrom("measure-overdue", "reliable-deterioration", "suicidal-ideation"),
      urgency: fc.constantFrom(...URGENCIES),
      overdue: fc.boolean(),
      ready: fc.boolean(),
      q: fc.constantFrom("sam", "zoe", "i 2", "c-0", "o'b"),
      sort: fc.constantFrom(...SORTS),
      dir: fc.constantFrom("asc", "desc"),
    },
    { requiredKeys: [] },
  );

  it("asked of today is the stored one, row by row, whatever the filter, the order and the scope", async () => {
    await fc.assert(
      fc.asyncProperty(query, scope, async (filter, whose) => {
        const asked: AskedCaseload = { scope: whose, filter: filter as CaseloadQuery };
        const stored = await caseloadPage(store, asked, TODAY);
        const computed = await caseloadAsOf(store, asked, { asOf: TODAY, today: TODAY });
        expect(JSON.stringify(computed)).toBe(JSON.stringify(stored));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("is computed from what was known then, and marks what was corrected since", async () => {
    const own = newStore();
    await take(own, CLINIC, { now: moment("2026-03-10T20:00:00Z") });
    const days = { asOf: day("2026-03-12"), today: TODAY };
    const before = await caseloadAsOf(own, of({}), days);
    expect(before.rows.map(({ correctedSince }) => correctedSince)).toEqual([false, false]);
    expect(before.rows.find(({ episodeId }) => episodeId === "E-1")?.measures[0]?.latest?.score).toBe(8);
    await take(own, [phq9("A-1", "P-1", "2026-02-02", [3, 3, 3, 3, 3, 3, 3, 3, 0])]);
    await take(own, [row("patient", { patientId: "P-2", phone: "714-555-0100" })]);
    const after = await caseloadAsOf(own, of({ sort: "name" }), days);
    expect(after.rows.map(({ episodeId, correctedSince }) => [episodeId, correctedSince])).toEqual([
      ["E-2", false],
      ["E-1", true],
    ]);
    await take(own, [row("program", { ...DAY_PROGRAM.values, plannedWeeksMax: 10 })]);
    const changed = await caseloadAsOf(own, of({}), days);
    expect(changed.rows.map(({ correctedSince }) => correctedSince)).toEqual([true, true]);
    own.close();
  });

  it("leaves out who had not come yet", async () => {
    const own = newStore();
    await take(own, [...CLINIC, patient("P-3"), episode("E-3", "P-3", { admittedOn: day("2026-03-14") })]);
    const then = await caseloadAsOf(own, of({}), { asOf: day("2026-03-13"), today: TODAY });
    expect(then.counts.inTreatment).toBe(2);
    expect((await page(own, {})).counts.inTreatment).toBe(3);
    own.close();
  });
});

describe("between midnight and the refresh", () => {
  const tomorrow = day("2026-03-17");

  it("nothing that is stored is given for today, whoever an import has evaluated since", async () => {
    const own = newStore();
    await take(own, CLINIC);
    expect(await caseloadPage(own, of({}), TODAY)).not.toBeNull();
    expect(await caseloadPage(own, of({}), tomorrow)).toBeNull();
    await take(own, [phq9("A-9", "P-2", "2026-03-16", [1])], { now: moment("2026-03-17T08:00:00Z") });
    expect(await caseloadPage(own, of({}), tomorrow)).toBeNull();
    expect(await caseloadPage(own, of({ program: "IOP-EVE" }), tomorrow)).toBeNull();
    await refreshFindings(own, tomorrow);
    const stored = await caseloadPage(own, of({}), tomorrow);
    expect(stored?.rows.map(({ asOf }) => asOf)).toEqual([tomorrow, tomorrow]);
    own.close();
  });

  it("an episode that came near overnight is missed in what is stored", async () => {
    const own = newStore();
    await take(own, [...CLINIC.slice(0, 5), episode("E-3", "P-1", { admittedOn: day("2026-03-31") })]);
    expect((await page(own, {})).rows).toEqual([]);
    expect(await caseloadPage(own, of({}), tomorrow)).toBeNull();
    await refreshFindings(own, tomorrow);
    expect(await caseloadPage(own, of({}), tomorrow)).not.toBeNull();
    own.close();
  });

  it("a death, around which nothing is evaluated, leaves nothing to wait for", async () => {
    const own = newStore();
    const died = { dischargedOn: day("2026-03-12"), dischargeReason: "deceased" } as const;
    await take(own, CLINIC);
    await take(own, [episode("E-2", "P-2", died)]);
    expect(ids(await page(own, {}))).toEqual(["E-1"]);
    expect(await refreshFindings(own, TODAY)).toBe(0);
    own.close();
  });
});

it("searches the new name after a correction", async () => {
  const own = newStore();
  await take(own, CLINIC);
  await take(own, [row("patient", { ...patient("P-1").values, familyName: "Núñez" })]);
  const found = await page(own, { q: "nunez" });
  expect(ids(found)).toEqual(["E-1"]);
  own.close();
});
