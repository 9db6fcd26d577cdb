import { addDays, type CalendarDate, type Instant } from "@soundings/clinical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EVERYONE } from "../access/scope.ts";
import { enterRecord, takeBackRecord } from "../entries/entries.writes.ts";
import { CLINIC, day, NOW, newStore, TODAY, take } from "../example-clinic.fixture.ts";
import { refreshFindings } from "../findings/refresh.ts";
import type { Store } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import { trendsPage } from "./trends.reads.ts";
import type { AskedTrends, Moment, Trends } from "./trends.types.ts";
import { trendsAsOf } from "./trends-as-of.ts";

const ALL: AskedTrends = { scope: EVERYONE, filter: {} };

let own: Store;
beforeEach(async () => {
  own = newStore();
  await take(own, CLINIC);
});
afterEach(() => own.close());

function momentOn(today: CalendarDate): Moment {
  return { today, now: `${today}T19:00:00Z` as Instant };
}

function stored(at: Moment = momentOn(TODAY)): Trends {
  const page = trendsPage(own, ALL, at);
  if (page === null) throw new Error("what is stored is of another day");
  return page;
}

function reasonsOf({ rows }: Trends): readonly string[] {
  return rows.find(({ episodeId }) => episodeId === "E-2")?.reasons ?? ["not listed"];
}

describe("an injection on a schedule", () => {
  const AUTHOR = { by: "Somebody", at: NOW, reason: "Given elsewhere" };
  const values = {
    injectionId: "IN-1",
    medication: "Naltrexone extended-release",
    dose: "380 mg",
    intervalDays: 28,
    givenOn: day("2026-02-10"),
    givenBy: "Nurse One",
    nextDueOn: day("2026-03-10"),
    by: "Somebody",
    recordedAt: NOW,
  };

  function enter(nextDueOn: CalendarDate): void {
    const record = { patientId: "P-2", recordType: "injection", values: { ...values, nextDueOn } } as const;
    own.writer.act(() => enterRecord(own.writer, record, AUTHOR));
  }

  it("is overdue on a later day without a write", async () => {
    enter(day("2026-03-10"));
    expect(reasonsOf(stored())).not.toContain("injection_overdue");
    const tomorrow = momentOn(addDays(TODAY, 1));
    expect(reasonsOf(await trendsAsOf(own, ALL, tomorrow))).toContain("injection_overdue");
    await refreshFindings(own, tomorrow.today);
    expect(stored(tomorrow)).toEqual(await trendsAsOf(own, ALL, tomorrow));
  });

  it("changes what is stored in the transaction that enters it, and in the one that takes it back", () => {
    expect(stored().reasons.injection_overdue).toBe(0);
    enter(day("2026-03-01"));
    expect(stored().reasons.injection_overdue).toBe(1);
    expect(reasonsOf(stored())).toContain("injection_overdue");
    const name = { patientId: "P-2", recordType: "injection", recordId: "IN-1" } as const;
    own.writer.act(() => takeBackRecord(own.writer, { ...name, seen: 0 }, AUTHOR));
    expect(stored().reasons.injection_overdue).toBe(0);
  });

  it("is part of what a verification expects to be stored", async () => {
    enter(day("2026-03-01"));
    expect(await verifyStore(own)).toEqual([]);
  });
});

describe("what is stored of a trend", () => {
  const run = (sql: string) => own.writer.act(() => own.writer.statement(sql).run([]));

  it("is none before it was evaluated again after an update: then the list is computed", async () => {
    run(`update "episode_summaries" set "trend" = null`);
    run(`update "settings" set "value" = 'earlier' where "name" = 'rules'`);
    expect(trendsPage(own, ALL, momentOn(TODAY))).toBeNull();
    expect((await trendsAsOf(own, ALL, momentOn(TODAY))).total).toBe(2);
    expect(await refreshFindings(own, TODAY)).toBe(2);
    expect(stored().total).toBe(2);
  });

  it("is of one day: on the next the list is computed until it was brought up", async () => {
    const tomorrow = momentOn(addDays(TODAY, 1));
    expect(trendsPage(own, ALL, tomorrow)).toBeNull();
    await refreshFindings(own, tomorrow.today);
    expect(stored(tomorrow)).toEqual(await trendsAsOf(own, ALL, tomorrow));
  });

  it("is checked with the rest of a summary when the database is verified", async () => {
    run(`update "episode_summaries" set "review_rank" = '0', "trend" = '{}' where "episode_id" = 'E-1'`);
    expect(await verifyStore(own)).toMatchObject([
      {
        code: "summary_differs",
        where: "episode E-1",
        message: expect.stringContaining("review_rank, trend"),
      },
    ]);
  });
});
