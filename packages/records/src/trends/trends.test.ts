import { REVIEW_REASONS } from "@soundings/clinical";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYONE, type PatientScope } from "../access/scope.ts";
import {
  CLINIC,
  day,
  episode,
  type GivenRow,
  moment,
  NOW,
  newStore,
  patient,
  phq9,
  placement,
  row,
  session,
  TODAY,
  take,
} from "../example-clinic.fixture.ts";
import type { Store } from "../store/store.ts";
import { trendsPage } from "./trends.reads.ts";
import type { AskedTrends, Moment, TrendSort, Trends, TrendsQuery } from "./trends.types.ts";
import { trendsAsOf } from "./trends-as-of.ts";

const SORTS: readonly TrendSort[] = [
  "review",
  "name",
  "weeks_on_dose",
  "phq9_change",
  "gad7_change",
  "next_visit",
];
const MOMENT: Moment = { today: TODAY, now: NOW };

function started(patientId: string, medication: string, changedOn: string): GivenRow<"medication_change"> {
  return row("medication_change", {
    medicationChangeId: `${patientId}-${medication}`,
    patientId,
    changedOn: day(changedOn),
    change: "start",
    medication,
    dose: "50",
    unit: "mg",
    frequency: "daily",
    prescriberId: "S-9",
    reason: null,
    rxnorm: null,
  });
}

const DRUGS = ["Sertraline", "Buprenorphine", "Bupropion XL"] as const;

/** Thirty more people whose doses, scores, visits, programs and prescribers differ, some after discharge. */
function crowd(): readonly GivenRow[] {
  const people = Array.from({ length: 30 }, (_, index) => index);
  const id = (prefix: string, index: number): string => `${prefix}-${String(index).padStart(3, "0")}`;
  return [
    ...people.map((index) =>
      patient(id("C", index), { familyName: ["Ångström", "O'Brien"][index % 2] ?? "" }),
    ),
    ...people.map((index) =>
      episode(id("G", index), id("C", index), {
        programId: index % 3 === 0 ? "IOP-EVE" : "IOP-DAY",
        prescriberId: index % 4 === 0 ? null : "S-9",
        ...(index % 10 === 9 ? { dischargedOn: day("2026-03-13"), dischargeReason: "completed" } : {}),
      }),
    ),
    ...people.map((index) => placement(id("G", index))),
    ...people
      .filter((index) => index % 5 !== 0)
      .flatMap((index) => [
        started(
          id("C", index),
          DRUGS[index % 3] ?? "",
          `2026-02-${String((index % 20) + 8)}`.replace(/-(\d)$/, "-0$1"),
        ),
        ...(index % 7 === 0 ? [started(id("C", index), "Prazosin", "2026-03-10")] : []),
      ]),
    ...people.flatMap((index) =>
      [2, 9, 14].map((date) =>
        phq9(`${id("H", index)}-${date}`, id("C", index), `2026-03-${String(date).padStart(2, "0")}`, [
          index % 4,
          (index + date) % 4,
          date % 4,
          (index * date) % 4,
          index % 2,
          1,
          index % 3,
          0,
          index % 10 === 9 ? 1 : 0,
        ]),
      ),
    ),
    ...people
      .filter((index) => index % 2 === 0)
      .map((index) =>
        session(id("W", index), id("C", index), `2026-03-${18 + (index % 9)}T17:00:00Z`, {
          service: index % 3 === 0 ? "group" : "psychiatry",
          status: "scheduled",
        }),
      ),
  ];
}

let store: Store;

beforeAll(async () => {
  store = newStore();
  const report = await take(store, [
    ...CLINIC,
    ...crowd(),
    session("PV-0", "P-1", "2026-03-13T17:00:00Z", { service: "psychiatry", status: "attended" }),
    session("PV-1", "P-1", "2026-03-17T01:00:00Z", { service: "psychiatry", status: "scheduled" }),
    session("PV-2", "P-1", "2026-03-18T17:00:00Z", { service: "psychiatry", status: "cancelled_patient" }),
    session("PV-3", "P-1", "2026-03-19T17:00:00Z", { service: "individual", status: "scheduled" }),
    session("PV-4", "P-1", "2026-03-24T17:00:00Z", { service: "psychiatry", status: "scheduled" }),
    session("PV-5", "P-1", "2026-03-31T17:00:00Z", { service: "psychiatry", status: "scheduled" }),
  ]);
  expect(report.ok).toBe(true);
});

afterAll(() => store.close());

function of(filter: TrendsQuery, scope: PatientScope = EVERYONE): AskedTrends {
  return { scope, filter };
}

function page(from: Store, filter: TrendsQuery, limit?: number): Trends {
  const stored = trendsPage(from, of(filter), MOMENT, limit);
  if (stored === null) throw new Error("what is stored is of another day");
  return stored;
}

const ids = ({ rows }: Trends) => rows.map(({ episodeId }) => episodeId);
const rowOf = ({ rows }: Trends, episodeId: string) => rows.find((one) => one.episodeId === episodeId);

describe("the symptom trends of today", () => {
  it("are in the order of who needs a review, with names, doses and values", () => {
    const { rows, total, asOf } = page(store, {});
    expect(asOf).toBe(TODAY);
    expect(total).toBe(rows.length);
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).toSorted());
    const first = rowOf(page(store, {}), "E-1");
    expect(first).toMatchObject({
      patientId: "P-1",
      givenName: "Ada",
      programName: "Day IOP",
      levelOfCare: "iop",
      week: 6,
      prescriberId: "S-9",
      prescriberName: "Prescriber Nine",
      medications: [
        { medication: "sertraline", doseText: "50 mg daily", doseSince: "2026-02-03", daysOnDose: 41 },
      ],
      since: "last_change",
    });
    const phq = first?.values.find(({ id }) => id === "phq-9");
    expect(phq).toMatchObject({ from: { value: 8 }, to: { value: 19, on: "2026-03-14" }, n: 2, change: 11 });
    expect(phq?.reliable).toBe("worsened");
    expect(first?.reasons).toContain("worse_since_change");
  });

  it("name the next psychiatry session that is still on the schedule, and no other", () => {
    const all = page(store, {});
    expect(rowOf(all, "E-1")?.nextVisit).toBe("2026-03-24T17:00:00Z");
    expect(rowOf(all, "E-2")?.nextVisit).toBeNull();
    const earlier = trendsPage(store, of({}), { ...MOMENT, now: moment("2026-03-17T00:00:00Z") });
    expect(earlier === null ? null : rowOf(earlier, "E-1")?.nextVisit).toBe("2026-03-17T01:00:00Z");
    const later = trendsPage(store, of({}), { ...MOMENT, now: moment("2026-04-01T00:00:00Z") });
    expect(later === null ? null : rowOf(later, "E-1")?.nextVisit).toBeNull();
  });

  it("leave out who was discharged, also with a finding", () => {
    const all = ids(page(store, {}));
    expect(all).toContain("G-008");
    expect(all).not.toContain("G-009");
  });

  it("hold the patients of a prescriber, of a program, and of nobody without a scope", () => {
    expect(page(store, { prescriber: "S-9" }).rows.every(({ prescriberId }) => prescriberId === "S-9")).toBe(
      true,
    );
    expect(ids(page(store, { prescriber: "S-9" }))).toContain("E-1");
    expect(ids(page(store, { program: "IOP-EVE" }))).not.toContain("E-1");
    expect(trendsPage(store, of({}, []), MOMENT)).toMatchObject({ rows: [], total: 0 });
    const own: PatientScope = [{ of: "patients", patientIds: ["P-2"] }];
    expect(trendsPage(store, of({}, own), MOMENT)?.rows.map(({ episodeId }) => episodeId)).toEqual(["E-2"]);
  });

  it("are found by a part of a medication's name in any case, whose signs are no pattern", () => {
    const found = page(store, { medication: "BUPRO" }).rows;
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every(({ medications }) => medications.some((one) => one.medication === "Bupropion XL")),
    ).toBe(true);
    expect(page(store, { medication: "%" }).rows).toEqual([]);
    expect(page(store, { medication: " " }).total).toBe(page(store, {}).total);
  });

  it("tell apart who has a present medication", () => {
    const withOne = page(store, { medicated: true });
    const without = page(store, { medicated: false });
    expect(withOne.rows.every(({ medications }) => medications.length > 0)).toBe(true);
    expect(without.rows.every(({ medications }) => medications.length === 0)).toBe(true);
    expect(withOne.total + without.total).toBe(page(store, {}).total);
    expect(without.total).toBeGreaterThan(0);
  });

  it("count each reason as its list has it, under every other choice", () => {
    for (const filter of [{}, { prescriber: "S-9" }, { medication: "sertraline" }]) {
      const { reasons } = page(store, filter);
      for (const reason of REVIEW_REASONS) {
        const narrowed = page(store, { ...filter, reason });
        expect(narrowed.total).toBe(reasons[reason]);
        expect(narrowed.reasons).toEqual(reasons);
      }
    }
    expect(page(store, {}).reasons.review_window_open).toBeGreaterThan(1);
  });

  it("put rows without a value last, whichever way they are sorted", () => {
    for (const dir of ["asc", "desc"] as const) {
      const known = page(store, { sort: "next_visit", dir }).rows.map(({ nextVisit }) => nextVisit !== null);
      expect(known).toEqual(known.toSorted((a, b) => Number(b) - Number(a)));
      expect(known).toContain(false);
      expect(known).toContain(true);
    }
    const visits = page(store, { sort: "next_visit" }).rows.flatMap(({ nextVisit }) => nextVisit ?? []);
    expect(visits).toEqual(visits.toSorted());
  });

  it("are sorted by the dose that was changed last, and by change", () => {
    const days = page(store, { sort: "weeks_on_dose" }).rows.flatMap(({ medications }) =>
      medications.length === 0 ? [] : [Math.min(...medications.map(({ daysOnDose }) => daysOnDose))],
    );
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    const changes = page(store, { sort: "phq9_change", dir: "desc" }).rows.flatMap(
      ({ values }) => values.find(({ id }) => id === "phq-9")?.change ?? [],
    );
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(changes[0]).toBe(11);
  });

  it("give a page and say how many there are", () => {
    const all = page(store, { sort: "name" });
    const first = page(store, { sort: "name" }, 5);
    expect(ids(first)).toEqual(ids(all).slice(0, 5));
    expect(first.total).toBe(all.total);
  });

  it("are computed from the records as they are stored, whatever is asked", async () => {
    const query = fc.record(
      {
        prescriber: fc.constant("S-9"),
        program: fc.constantFrom("IOP-DAY", "IOP-EVE"),
        reason: fc.constantFrom(...REVIEW_REASONS),
        medication: fc.constantFrom("sertr", "bup"),
        medicated: fc.boolean(),
        sort: fc.constantFrom(...SORTS),
        dir: fc.constantFrom("asc" as const, "desc" as const),
      },
      { requiredKeys: [] },
    );
    const scope = fc.constantFrom<PatientScope>(
      EVERYONE,
      [],
      [{ of: "staff", staffId: "S-9", programIds: null }],
      [{ of: "programs", programIds: ["IOP-EVE"] }],
    );
    await fc.assert(
      fc.asyncProperty(query, scope, async (filter, seen) => {
        const asked = of(filter, seen);
        expect(await trendsAsOf(store, asked, MOMENT, 7)).toEqual(trendsPage(store, asked, MOMENT, 7));
      }),
      { numRuns: 15 },
    );
  });
});
