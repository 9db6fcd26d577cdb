import {
  addDays,
  type CalendarDate,
  type EpisodeFacts,
  factsOf,
  type Instant,
  parseInstant,
} from "@soundings/clinical";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EVERYONE, type PatientScope } from "../access/scope.ts";
import { iterateCharts } from "../charts/iterate.ts";
import { takeBackRecord } from "../entries/entries.writes.ts";
import {
  CLINIC,
  day,
  episode,
  type GivenRow,
  newStore,
  patient,
  phq9,
  session,
  TODAY,
  take,
  ZONE,
} from "../example-clinic.fixture.ts";
import { refreshFindings } from "../findings/refresh.ts";
import { saveSetting, siteOf } from "../store/site.ts";
import type { Store } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import { fillOutcomes } from "./fill.ts";
import { broughtUp, gatherHolding, type Holding, type Wanted } from "./holding.ts";
import { waitingPatients } from "./waiting.reads.ts";

const DISCHARGED = { dischargedOn: day("2025-12-01"), dischargeReason: "completed" } as const;
/** Two in treatment, one long gone, one whose second stay is in the other program, one who is yet to come. */
const MORE: readonly GivenRow[] = [
  ...CLINIC,
  patient("P-3"),
  episode("E-3", "P-3", { admittedOn: day("2025-10-01"), ...DISCHARGED }),
  phq9("A-30", "P-3", "2025-10-01", [2, 2, 2, 2, 2, 2, 1, 1, 0]),
  phq9("A-31", "P-3", "2025-11-28", [1, 1, 0, 0, 1, 0, 0, 0, 0]),
  patient("P-4"),
  episode("E-4", "P-4", { admittedOn: day("2025-09-01"), programId: "IOP-EVE", ...DISCHARGED }),
  episode("E-5", "P-4", { admittedOn: day("2026-02-20") }),
  patient("P-5"),
  episode("E-6", "P-5", { admittedOn: day("2026-03-20") }),
];

const EVENING: PatientScope = [{ of: "programs", programIds: ["IOP-EVE"] }];

let store: Store;
beforeEach(async () => {
  store = newStore();
  await take(store, MORE);
});
afterEach(() => store.close());

async function fill(today: CalendarDate): Promise<number> {
  let most = 0;
  for await (const { total } of fillOutcomes(store, today)) most = total;
  return most;
}

async function held(wanted: Partial<Wanted> = {}): Promise<Holding> {
  const reading = gatherHolding(store, { scope: EVERYONE, asOf: TODAY, today: TODAY, ...wanted });
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
  }
}

async function computed(asOf: CalendarDate): Promise<readonly EpisodeFacts[]> {
  const facts: EpisodeFacts[] = [];
  for await (const chart of iterateCharts(store)) facts.push(...factsOf(chart, siteOf(store), asOf));
  return facts;
}

function noon(on: CalendarDate): Instant {
  const moment = parseInstant(`${on}T19:00:00Z`, ZONE);
  if (moment === null) throw new Error("no such moment");
  return moment;
}

/** Something that happens to the records of the clinic on a day. */
type Act = (today: CalendarDate, number: number) => Promise<CalendarDate>;

const imported = (rows: (today: CalendarDate, number: number) => readonly GivenRow[]): Act => {
  return async (today, number) => {
    await take(store, rows(today, number), { now: noon(today), reason: "again" });
    return today;
  };
};

const ACTS: Readonly<Record<string, Act>> = {
  "a new score": imported((today, n) => [phq9(`B-${n}`, "P-1", today, [n % 4, 1, 1, 0, 0, 0, 0, 0, 0])]),
  "a correction": imported((_, n) => [phq9("A-31", "P-3", "2025-11-28", [n % 4, 3, 3, 3, 3, 3, 3, 3, 1])]),
  "a discharge": imported((today) => [
    episode("E-1", "P-1", { dischargedOn: today, dischargeReason: "lost_contact" }),
  ]),
  "another program": imported((_, n) => [
    episode("E-2", "P-2", { programId: n % 2 === 0 ? "IOP-EVE" : "IOP-DAY" }),
  ]),
  "a new patient": imported((today, n) => [
    patient(`N-${n}`),
    episode(`NE-${n}`, `N-${n}`, { admittedOn: today }),
  ]),
  "a session": imported((today, n) => [session(`V-${n + 10}`, "P-2", noon(today), { status: "attended" })]),
  "taking back": async (today) => {
    const name = { patientId: "P-1", recordType: "assessment", recordId: "A-2", seen: 0 } as const;
    store.writer.act(() =>
      takeBackRecord(store.writer, name, { by: "Somebody", at: noon(today), reason: "wrong person" }),
    );
    return today;
  },
  "a new day": async (today) => {
    const next = addDays(today, 1);
    await refreshFindings(store, next);
    return next;
  },
  "a month": async (today) => {
    const next = addDays(today, 33);
    await refreshFindings(store, next);
    return next;
  },
  filling: async (today) => {
    await fill(today);
    return today;
  },
};

describe("what is kept for program outcomes", () => {
  it("is what the records give, whatever happens to them", async () => {
    const acts = fc.array(fc.constantFrom(...Object.keys(ACTS)), { minLength: 3, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(acts, async (names) => {
        store.close();
        store = newStore();
        await take(store, MORE);
        let today = TODAY;
        let holding = await held();
        for (const [number, name] of names.entries()) {
          today = (await ACTS[name]?.(today, number)) ?? today;
          holding = broughtUp(store, holding) ?? (await held({ asOf: holding.wanted.asOf, today }));
          expect([name, holding.facts]).toEqual([name, await computed(holding.wanted.asOf)]);
          expect((await held({ asOf: today, today })).facts).toEqual(await computed(today));
        }
        expect(await verifyStore(store)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it("is made once, and again only for a patient whose records changed or whose day has come", async () => {
    expect(await fill(TODAY)).toBe(4);
    expect(await fill(TODAY)).toBe(0);
    await take(store, [phq9("A-9", "P-2", "2026-03-15", [0, 0, 0, 0, 0, 0, 0, 0, 0])]);
    expect(waitingPatients(store.reader, TODAY)).toEqual(["P-2"]);
    await fill(TODAY);
    expect(waitingPatients(store.reader, addDays(TODAY, 1))).toEqual(["P-1", "P-2", "P-4"]);
    expect(waitingPatients(store.reader, day("2026-03-20"))).toContain("P-5");
  });

  it("is made anew by other definitions, and when the day goes back", async () => {
    await fill(TODAY);
    expect(waitingPatients(store.reader, day("2026-01-20"))).toEqual(["P-1", "P-2", "P-3", "P-4"]);
    expect((await held({ asOf: day("2026-01-20"), today: day("2026-01-20") })).facts).toEqual(
      await computed(day("2026-01-20")),
    );
    store.writer.act(() => saveSetting(store.writer, "outcomes", "of another version"));
    expect(await fill(TODAY)).toBe(4);
  });

  it("keeps nothing of a patient whose records changed after they were read", async () => {
    await fill(TODAY);
    const { writer } = store;
    writer.statement(`delete from "episode_outcomes"`).run([]);
    const act = writer.act;
    let changed = false;
    const late: Store = {
      ...store,
      writer: {
        ...writer,
        act: (work) => {
          if (!changed) {
            changed = true;
            const name = { patientId: "P-1", recordType: "assessment", recordId: "A-2", seen: 0 } as const;
            act(() => takeBackRecord(writer, name, { by: "x", at: noon(TODAY), reason: "wrong" }));
          }
          return act(work);
        },
      },
    };
    for await (const _ of fillOutcomes(late, TODAY));
    expect(waitingPatients(store.reader, TODAY)).toEqual(["P-1"]);
  });

  it("is read from the records where a row is damaged, and verification names the row", async () => {
    await fill(TODAY);
    const damage = store.writer.statement(
      `update "episode_outcomes" set "facts" = ? where "episode_id" = 'E-4'`,
    );
    for (const text of ['{"episodeId":"E-4"', "null", "{}", '{"episodeId":"E-3","patientId":"P-3"}']) {
      damage.run([text]);
      expect([text, (await held()).facts]).toEqual([text, await computed(TODAY)]);
    }
    expect(await verifyStore(store)).toMatchObject([{ code: "outcomes_differ" }]);
  });

  it("holds only the episodes in scope, of an earlier day too", async () => {
    await fill(TODAY);
    for (const asOf of [TODAY, day("2026-03-01")]) {
      const { facts } = await held({ scope: EVENING, asOf });
      expect(facts.map(({ episodeId }) => episodeId)).toEqual(["E-4"]);
    }
    const scope: PatientScope = [];
    expect((await held({ scope })).facts).toEqual([]);
  });

  it("says how far it is, and can be left", async () => {
    const wanted = { scope: EVERYONE, asOf: day("2026-03-01"), today: TODAY };
    const reading = gatherHolding(store, wanted);
    expect(await reading.next()).toEqual({ done: false, value: { done: 0, total: 5 } });
    await reading.return(undefined as never);
    expect((await reading.next()).done).toBe(true);
  });
});
